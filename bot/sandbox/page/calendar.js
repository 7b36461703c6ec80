// The month grid of a date picker. Arrows move by day and week, Page Up and Down by month; Enter takes the day.

import { fill, h } from "./dom.js";
import { dayKey } from "./format.js";
import { icon } from "./icons.js";
import { closePopup, openPopup, popupAnchor } from "./popup.js";
import { now, tz } from "./store.js";

const DAY = 86_400_000;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const iso = (time) => new Date(time).toISOString().slice(0, 10);
const parse = (text) => Date.parse(`${text}T00:00:00Z`);
const words = (time, options) =>
  new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options }).format(new Date(time));

function today() {
  const [month, day, year] = dayKey(now(), tz()).split("/");
  return parse(`${year}-${month}-${day}`);
}

export function openCalendar(anchor, { value, canClear, onPick }) {
  if (popupAnchor() === anchor) return void closePopup({ refocus: true });
  const state = { at: value ? parse(value) : today(), value: value && parse(value), today: today() };
  const box = h("div", { class: "calendar", role: "dialog", "aria-label": "Choose a date" });
  const pick = (time) => {
    closePopup({ refocus: true });
    onPick(time === null ? null : iso(time));
  };
  const draw = (focus) => {
    fill(box, head(state, draw), grid(state, pick), foot(state, canClear && value, pick));
    if (focus) box.querySelector(`[data-date="${iso(state.at)}"]`)?.focus({ preventScroll: true });
  };
  box.addEventListener("keydown", (event) => onKey(event, state, draw));
  draw(false);
  openPopup(anchor, box, { label: "Choose a date" });
  draw(true);
}

function head(state, draw) {
  const step = (months, label, sign) =>
    h(
      "button",
      {
        type: "button",
        class: "icon-btn",
        "aria-label": label,
        on: { click: () => (shift(state, months), draw(false)) },
      },
      icon(sign),
    );
  const title = h(
    "div",
    { class: "calendar-title", "aria-live": "polite" },
    words(state.at, { month: "long", year: "numeric" }),
  );
  return h(
    "div",
    { class: "calendar-head" },
    step(-1, "Previous month", "left"),
    title,
    step(1, "Next month", "right"),
  );
}

// Months differ in length: the 31st goes to the last day of a shorter one.
function shift(state, months) {
  const from = new Date(state.at);
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const next = new Date(first);
  const length = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
  state.at = first + (Math.min(from.getUTCDate(), length) - 1) * DAY;
}

function grid(state, pick) {
  const at = new Date(state.at);
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
  const start = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY;
  const names = WEEKDAYS.map((name) => h("span", { class: "calendar-name", "aria-hidden": "true" }, name.slice(0, 2)));
  const days = Array.from({ length: 42 }, (_, index) => day(state, start + index * DAY, pick));
  return h("div", { class: "calendar-grid" }, names, days);
}

function day(state, time, pick) {
  const outside = new Date(time).getUTCMonth() !== new Date(state.at).getUTCMonth();
  const marks = [outside && "is-outside", time === state.today && "is-today", time === state.value && "is-chosen"]
    .filter(Boolean)
    .join(" ");
  return h(
    "button",
    {
      type: "button",
      class: `calendar-day ${marks}`,
      tabIndex: time === state.at ? 0 : -1,
      data: { date: iso(time) },
      "aria-label": words(time, { weekday: "long", month: "long", day: "numeric", year: "numeric" }),
      "aria-pressed": time === state.value ? "true" : null,
      "aria-current": time === state.today ? "date" : null,
      on: { click: () => pick(time) },
    },
    String(new Date(time).getUTCDate()),
  );
}

function foot(state, canClear, pick) {
  const small = (label, time) =>
    h("button", { type: "button", class: "link-btn", on: { click: () => pick(time) } }, label);
  return h("div", { class: "calendar-foot" }, small("Today", state.today), canClear && small("No date", null));
}

function onKey(event, state, draw) {
  const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
  const months = { PageUp: -1, PageDown: 1 }[event.key];
  if (!event.target.classList.contains("calendar-day") || (!days && !months)) return;
  event.preventDefault();
  if (days) state.at += days * DAY;
  else shift(state, months);
  draw(true);
}
