// What the page knows: one plain object, changed only through the functions here, and the news of what changed.
// Listeners run in a microtask, so that a burst of events draws once and still within the same frame.

export const store = {
  me: "",
  ready: false,
  online: true,
  workspace: { name: "ftrag sandbox" },
  users: [],
  channels: [],
  clock: { now: Date.now() / 1000, label: "", read: performance.now() },
  app: { name: "ftrag", commands: [], shortcuts: [], connected: true },
  calls: 0,
  fault: null,
  home: null,
  modals: [],
  place: { kind: "none" }, // {kind: "channel", channel} | {kind: "home"} | {kind: "none"}
  thread: null, // {channel, ts}
  highlight: null, // the ts a link pointed at
  intent: null, // what this person did last: {kind, at, channel, thread}
};

const messages = new Map(); // channel -> Map(ts -> message)
const loaded = new Set(); // "C1" and "C1/ts" once fetched
const touched = new Set(); // "C1/ts" changed by the stream while a fetch was under way
const arrivals = new Map(); // "C1/ts" -> when the stream brought it
const listeners = new Map();
let dirty = new Set();

export function on(topics, run) {
  for (const topic of topics.split(" ")) listeners.set(topic, [...(listeners.get(topic) ?? []), run]);
}

export function emit(topic) {
  if (!dirty.size) queueMicrotask(flush);
  dirty.add(topic);
}

function flush() {
  const topics = dirty;
  dirty = new Set();
  const runs = new Set([...topics].flatMap((topic) => listeners.get(topic) ?? []));
  for (const run of runs) run();
}

export function set(values) {
  Object.assign(store, values);
  for (const topic of Object.keys(values)) emit(topic);
}

// --- who, where, when -------------------------------------------------------------------------------------------

export const userById = (id) => store.users.find((user) => user.id === id);
export const channelById = (id) => store.channels.find((channel) => channel.id === id);
export const channelByName = (name) => store.channels.find((channel) => !channel.is_im && channel.name === name);
export const me = () => userById(store.me);
export const tz = () => me()?.tz ?? "UTC";
export const now = () => store.clock.now + (performance.now() - store.clock.read) / 1000;
export const isApp = (message) => message.user === store.app.bot_user_id || Boolean(message.bot || message.bot_id);
export const botName = () => userById(store.app.bot_user_id)?.real_name ?? store.app.name;

export function placeName(channel) {
  if (!channel) return "";
  return channel.is_im ? (userById(channel.im_with)?.real_name ?? channel.name) : channel.name;
}

export const visibleChannels = () =>
  store.channels.filter((c) => !c.is_im || (c.members ?? []).includes(store.me) || !c.members?.length);

// --- messages ---------------------------------------------------------------------------------------------------

const byTs = (a, b) => Number(a.ts) - Number(b.ts) || (a.ts < b.ts ? -1 : 1);
const shelf = (channel) => {
  if (!messages.has(channel)) messages.set(channel, new Map());
  return messages.get(channel);
};
const isReply = (m) => Boolean(m.thread_ts) && m.thread_ts !== m.ts;

export const messageAt = (channel, ts) => messages.get(channel)?.get(ts);
export const isLoaded = (channel, thread) => loaded.has(thread ? `${channel}/${thread}` : channel);
export const channelMessages = (channel) =>
  [...(messages.get(channel)?.values() ?? [])]
    .filter((m) => !isReply(m) || m.subtype === "thread_broadcast")
    .sort(byTs);
export const threadMessages = (channel, ts) =>
  [...(messages.get(channel)?.values() ?? [])].filter((m) => m.ts === ts || m.thread_ts === ts).sort(byTs);

export function putMessage(message) {
  const known = shelf(message.channel).has(message.ts);
  shelf(message.channel).set(message.ts, message);
  touched.add(`${message.channel}/${message.ts}`);
  if (!known) arrivals.set(`${message.channel}/${message.ts}`, performance.now());
  emit("messages");
  return !known;
}

export function removeMessage(channel, ts) {
  shelf(channel).delete(ts);
  touched.add(`${channel}/${ts}`);
  emit("messages");
}

export const fetchBegins = () => touched.clear();

// A fetched list replaces what is known of that channel or thread, save what the stream changed meanwhile.
export function putFetched(channel, thread, list) {
  const before = thread ? threadMessages(channel, thread) : channelMessages(channel);
  const fresh = new Set(list.map((message) => message.ts));
  for (const message of before) {
    if (!fresh.has(message.ts) && !touched.has(`${channel}/${message.ts}`)) shelf(channel).delete(message.ts);
  }
  for (const message of list) {
    if (!touched.has(`${channel}/${message.ts}`)) shelf(channel).set(message.ts, { channel, ...message });
  }
  loaded.add(thread ? `${channel}/${thread}` : channel);
  emit("messages");
}

export const arrivedSince = (channel, ts, at) => (arrivals.get(`${channel}/${ts}`) ?? 0) >= at;

export function forgetMessages() {
  messages.clear();
  loaded.clear();
  emit("messages");
}

// --- what a person did last -------------------------------------------------------------------------------------

// Remembered for a short while: what the app posts in answer may open a thread and scroll to it.
const INTENT_MS = 15_000;

export function intend(kind, channel, thread = null) {
  store.intent = { kind, channel, thread, at: performance.now() };
}

export const intent = () => (store.intent && performance.now() - store.intent.at < INTENT_MS ? store.intent : null);

// --- drafts and entered values ----------------------------------------------------------------------------------

const draftKey = (place) => `draft/${store.me}/${place}`;

export const draft = (place) => sessionStorage.getItem(draftKey(place)) ?? "";

export function forgetDrafts() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("draft/")) sessionStorage.removeItem(key);
  emit("drafts");
}

export function keepDraft(place, text) {
  const had = Boolean(draft(place));
  if (text) sessionStorage.setItem(draftKey(place), text);
  else sessionStorage.removeItem(draftKey(place));
  if (had !== Boolean(text)) emit("drafts");
}
