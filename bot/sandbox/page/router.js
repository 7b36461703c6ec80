// Where the page is: #C0SUPPORT is a channel, #C0SUPPORT/ts its thread, #C0SUPPORT/ts/reply a reply in it, #home the
// app's Home. The address bar always says it, so links, Back and a reload work.

import { channelById, emit, store, visibleChannels } from "./store.js";

export function placeHash(channel, thread, reply) {
  return `#${[channel, thread, reply].filter(Boolean).join("/")}`;
}

export function openChannel(channel) {
  go(placeHash(channel));
}

export function openThread(channel, ts, write = false) {
  store.writeInThread = write;
  go(placeHash(channel, ts));
}

export const openHome = () => go("#home");
export const openSidebar = () => go("#places");

export function closeThread() {
  go(store.place.kind === "home" ? "#home" : placeHash(store.place.channel));
}

function go(hash) {
  if (location.hash !== hash) history.pushState(null, "", hash);
  apply();
}

// Reads the address into the store. An unknown channel leads to the first one that the app is in.
export function apply() {
  const [first, thread, reply] = decodeURIComponent(location.hash.slice(1)).split("/");
  const before = JSON.stringify([store.place, store.thread]);
  if (first === "home") Object.assign(store, { place: { kind: "home" }, thread: null });
  else if (first === "places" && store.place.kind !== "none") store.thread = null;
  else showChannel(channelById(first) ?? firstChannel(), first, thread);
  store.pane = first === "places" ? "side" : store.thread ? "thread" : "main";
  store.highlight = reply ?? null;
  emit("place");
  if (before !== JSON.stringify([store.place, store.thread])) emit("moved");
}

function showChannel(channel, wanted, thread) {
  if (!channel) return;
  store.place = { kind: "channel", channel: channel.id };
  store.thread = thread && channel.id === wanted ? { channel: channel.id, ts: thread } : null;
}

const firstChannel = () => visibleChannels().find((c) => !c.is_im && c.bot_is_member) ?? visibleChannels()[0];

addEventListener("popstate", apply);
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  go(link.getAttribute("href"));
});
