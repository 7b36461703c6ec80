// Keys that work anywhere: F6 goes around the regions, Alt and arrows through the channels, Ctrl+K to one by its name,
// Escape closes the thread. And the way past all of it to where one writes.

import { $ } from "./dom.js";
import { dialogIsOpen } from "./dialog.js";
import { openPicker } from "./picker.js";
import { closeThread, openChannel, openHome } from "./router.js";
import { botName, placeName, store, visibleChannels } from "./store.js";

const REGIONS = [
  "#bar button",
  "#side .is-current",
  "#main .msg[tabindex='0']",
  "#composer textarea",
  "#thread:not([hidden]) .msg[tabindex='0']",
  "#thread:not([hidden]) textarea",
];

const HOME = "home";

export function listenToKeys() {
  $("#skip").addEventListener("click", () => writing()?.focus());
  addEventListener("keydown", (event) => {
    if (dialogIsOpen() || event.defaultPrevented) return;
    if (event.key === "F6") around(event);
    else if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) jump(event);
    else if (event.altKey && ["ArrowDown", "ArrowUp"].includes(event.key)) through(event);
    else if (event.key === "Escape" && store.thread && $("#thread").contains(event.target)) closeThread();
  });
}

function around(event) {
  event.preventDefault();
  const stops = REGIONS.map((selector) => $(selector)).filter((node) => node?.getClientRects().length);
  const here = stops.findLastIndex(
    (node) => node === document.activeElement || regionOf(node)?.contains(document.activeElement),
  );
  const step = event.shiftKey ? -1 : 1;
  stops[(here + step + stops.length) % stops.length]?.focus();
}

const shown = (node) => node?.getClientRects().length > 0;
const writing = () => ["#thread textarea", "#composer textarea"].map((selector) => $(selector)).find(shown);

// On a phone the list of places may be hidden: then the bar carries the list of names.
function jump(event) {
  event.preventDefault();
  const places = visibleChannels().map((channel) => ({ id: channel.id, label: placeName(channel) }));
  const home = store.app.home_enabled === false ? [] : [{ id: HOME, label: `${botName()} Home` }];
  openPicker({
    anchor: [$("#side .is-current"), $("#bar .bar-brand")].find(shown),
    options: [...places, ...home],
    chosen: [store.place.kind === "home" ? HOME : store.place.channel],
    label: "Go to",
    searchable: true,
    onPick: ([id]) => (id === HOME ? openHome() : openChannel(id)),
  });
}

const regionOf = (node) => node.closest(".composer, .timeline, nav, header");

function through(event) {
  event.preventDefault();
  const all = visibleChannels();
  const here = all.findIndex((channel) => channel.id === store.place.channel);
  const next = all[(here + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length];
  if (next) openChannel(next.id);
}
