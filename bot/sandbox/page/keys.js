// Keys that work anywhere: F6 goes around the regions, Alt and arrows through the channels, Escape closes the thread.

import { $ } from "./dom.js";
import { dialogIsOpen } from "./dialog.js";
import { closeThread, openChannel } from "./router.js";
import { store, visibleChannels } from "./store.js";

const REGIONS = [
  "#bar button",
  "#side .is-current",
  "#main .msg[tabindex='0']",
  "#composer textarea",
  "#thread:not([hidden]) .msg[tabindex='0']",
  "#thread:not([hidden]) textarea",
];

export function listenToKeys() {
  addEventListener("keydown", (event) => {
    if (dialogIsOpen() || event.defaultPrevented) return;
    if (event.key === "F6") around(event);
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

const regionOf = (node) => node.closest(".composer, .timeline, nav, header");

function through(event) {
  event.preventDefault();
  const all = visibleChannels();
  const here = all.findIndex((channel) => channel.id === store.place.channel);
  const next = all[(here + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length];
  if (next) openChannel(next.id);
}
