// Keeps the store true: fetches what is shown, applies the stream's news, and fetches again after a lost connection.

import { get, openStream, post } from "./api.js";
import { apply } from "./router.js";
import {
  channelById,
  emit,
  fetchBegins,
  forgetMessages,
  isLoaded,
  isApp,
  messageAt,
  on,
  putFetched,
  putMessage,
  removeMessage,
  set,
  store,
} from "./store.js";
import { spoken } from "./mrkdwn.js";
import { followAnswer } from "./thread.js";
import { announce, toast } from "./toast.js";

const WHO = "acting-as";
let close = () => {};
let round = 0;

export function start() {
  const asked = new URLSearchParams(location.search).get("as");
  set({ me: asked ?? sessionStorage.getItem(WHO) ?? "U0ANA" });
  on("moved", fetchShown);
  connect();
}

export function actAs(user) {
  if (user === store.me) return;
  sessionStorage.setItem(WHO, user);
  forgetMessages();
  set({ me: user, home: null, modals: [], ready: false, intent: null });
  connect();
}

function connect() {
  close();
  close = openStream(store.me, {
    onEvent: (event) => EVENTS[event.type]?.(event),
    onOpen: () => resync(),
    onLost: () => set({ online: false }),
  });
}

async function resync() {
  const turn = ++round;
  try {
    const state = await get("state", { as: store.me });
    if (turn !== round) return;
    if (!state.users.some((user) => user.id === store.me)) return actAs(state.users.find((user) => !user.is_bot).id);
    takeState(state);
    await fetchShown();
  } catch (error) {
    if (turn === round) toast(error.message, "error");
  }
}

function takeState(state) {
  const first = !store.ready;
  set({
    online: true,
    ready: true,
    workspace: state.workspace,
    users: state.users,
    channels: state.channels,
    app: state.app,
    calls: state.calls,
    fault: state.fault,
    home: state.home,
    modals: state.modals ?? [],
    clock: { ...state.clock, read: performance.now() },
  });
  apply();
  if (first) emit("moved");
  if (state.app.connected === false) setTimeout(() => store.online && resync(), 2000);
}

async function fetchShown() {
  if (!store.ready) return;
  const { place, thread } = store;
  fetchBegins();
  const wanted = [];
  if (place.kind === "channel") wanted.push(fetchList(place.channel));
  if (thread) wanted.push(fetchList(thread.channel, thread.ts));
  await Promise.all(wanted);
}

async function fetchList(channel, thread) {
  const who = store.me;
  try {
    const { messages } = await get("messages", { as: who, channel, ...(thread ? { thread } : {}) });
    if (who !== store.me) return;
    putFetched(channel, thread, messages);
  } catch (error) {
    if (error.status !== 404) toast(error.message, "error");
    else putFetched(channel, thread, []);
  }
  markRead(channel);
}

function markRead(channel) {
  const known = channelById(channel);
  if (!known?.unread) return;
  known.unread = 0;
  emit("channels");
}

const inView = (message) =>
  (store.place.channel === message.channel && (!message.thread_ts || message.thread_ts === message.ts)) ||
  (store.thread?.channel === message.channel && store.thread?.ts === message.thread_ts);

function arrived({ message }) {
  const isNew = putMessage(message);
  if (!isNew) return;
  followAnswer(message);
  if (message.user !== store.me) noticed(message);
}

// In view it is said and read; elsewhere in the channels it counts as unread.
function noticed(message) {
  if (inView(message)) say(message);
  const topLevel = !message.thread_ts || message.thread_ts === message.ts;
  if (!topLevel) return;
  if (store.place.channel === message.channel)
    return void post("read", { as: store.me, channel: message.channel }).catch(() => {});
  const channel = channelById(message.channel);
  if (!channel) return;
  channel.unread = (channel.unread ?? 0) + 1;
  emit("channels");
}

// Screen readers hear the whole `text`, as Slack's clients read it, and who said it.
function say(message) {
  announce(`${message.username ?? ""}${message.ephemeral ? ", only visible to you" : ""}: ${spoken(message.text)}`);
}

// An edit is said when it answers what this person pressed; other edits (a parent kept current) stay silent.
function rewritten({ message }) {
  const before = messageAt(message.channel, message.ts);
  putMessage(message);
  const acted = document.activeElement?.closest?.("[data-ts]")?.dataset.ts === message.ts;
  if (acted && before?.text !== message.text && isApp(message)) say(message);
}

const EVENTS = {
  message: arrived,
  changed: rewritten,
  removed: ({ channel, ts }) => removeMessage(channel, ts),
  modal: ({ stack }) => set({ modals: stack ?? [] }),
  home: ({ view }) => set({ home: view }),
  clock: ({ now, label }) => set({ clock: { now, label, read: performance.now() } }),
  calls: ({ count }) => set({ calls: count }),
  fault: ({ text }) => set({ fault: text ?? null }),
  toast: ({ text, kind }) => toast(text, kind ?? "error"),
  app: ({ connected }) => set({ app: { ...store.app, connected } }),
  channel({ channel }) {
    const shown = store.place.channel === channel.id;
    const next = shown ? { ...channel, unread: 0 } : channel;
    const others = store.channels.filter((one) => one.id !== channel.id);
    const at = store.channels.findIndex((one) => one.id === channel.id);
    if (channel.is_member !== false) others.splice(at < 0 ? others.length : at, 0, { ...store.channels[at], ...next });
    set({ channels: others });
    if (shown && !isLoaded(channel.id)) fetchShown();
  },
};
