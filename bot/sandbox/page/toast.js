// Short notices at the window's edge: they say what happened, are read aloud, and leave by themselves.

import { $, h } from "./dom.js";
import { icon } from "./icons.js";

const STAY_MS = 7000;
const MOST = 4;

export function toast(text, kind = "info") {
  const holder = $("#toasts");
  if ([...holder.children].some((node) => node.dataset.text === text)) return;
  const close = h(
    "button",
    { type: "button", class: "icon-btn toast-close", "aria-label": "Dismiss", on: { click: () => el.remove() } },
    icon("close"),
  );
  const sign = icon(kind === "error" ? "warning" : kind === "done" ? "check" : "info");
  const el = h(
    "div",
    { class: `toast toast-${kind}`, data: { testid: "toast", text } },
    sign,
    h("span", { class: "toast-text" }, text),
    close,
  );
  holder.append(el);
  while (holder.children.length > MOST) holder.firstChild.remove();
  let timer = setTimeout(() => el.remove(), STAY_MS);
  el.addEventListener("pointerenter", () => clearTimeout(timer));
  el.addEventListener("pointerleave", () => (timer = setTimeout(() => el.remove(), STAY_MS / 2)));
}

// What the server refused. Slack's short codes are told by the stream as whole sentences: they are not said twice.
export function refused(error) {
  if (/\s/.test(error.message)) toast(error.message, "error");
}

// Says something to screen readers alone.
export function announce(text) {
  if (!text) return;
  const line = h("div", {}, text);
  $("#announcer").append(line);
  setTimeout(() => line.remove(), 20_000);
}
