// The drawer of the workshop: every Web API call that the app made, and faults to script, while the page stays usable.

import { get, post } from "./api.js";
import { $, fill, h } from "./dom.js";
import { faultForm } from "./faults.js";
import { slackDate } from "./format.js";
import { icon } from "./icons.js";
import { on, store, tz } from "./store.js";
import { toast } from "./toast.js";

const MOST = 400;
const state = { open: false, calls: [], last: 0, onlyErrors: false, filter: "", fetching: false, again: false };
let parts = null;

export function mountDrawer(drawer) {
  const rows = h("tbody", {});
  const columns = ["#", "Time", "Method", "Result", "ms"].map((name) => h("th", { scope: "col" }, name));
  const table = h("table", { class: "calls" }, h("thead", {}, h("tr", {}, columns)), rows);
  const scroll = h("div", { class: "calls-scroll", tabIndex: 0, role: "region", "aria-label": "Log of calls" }, table);
  const filter = h("input", {
    type: "search",
    class: "field field-small",
    placeholder: "Filter by method",
    "aria-label": "Filter by method",
    on: { input: () => ((state.filter = filter.value), draw()) },
  });
  const errors = h("input", { type: "checkbox", on: { change: () => ((state.onlyErrors = errors.checked), draw()) } });
  const again = h(
    "button",
    {
      type: "button",
      class: "btn btn-small",
      title: "Sends the last Events API delivery once more",
      data: { testid: "redeliver" },
      on: { click: redeliver },
    },
    icon("replay"),
    "Redeliver the last event",
  );
  const close = h(
    "button",
    { type: "button", class: "icon-btn", "aria-label": "Close the log", on: { click: () => toggleDrawer(false) } },
    icon("close"),
  );
  const head = h(
    "header",
    { class: "drawer-head" },
    h("h2", { class: "drawer-title" }, "Calls"),
    filter,
    h("label", { class: "drawer-check" }, errors, "Errors only"),
    h("span", { class: "grow" }),
    again,
    close,
  );
  drawer.append(head, h("div", { class: "drawer-body" }, scroll, faultForm()));
  drawer.addEventListener("keydown", (event) => event.key === "Escape" && toggleDrawer(false));
  parts = { drawer, rows, scroll };
  on("calls ready me", () => state.open && load());
}

export function toggleDrawer(open = !state.open) {
  state.open = open;
  parts.drawer.hidden = !open;
  $("#calls").setAttribute("aria-expanded", String(open));
  if (!open) return void $("#calls").focus();
  load();
  parts.scroll.focus({ preventScroll: true });
}

async function load() {
  if (state.fetching) return void (state.again = true);
  state.fetching = true;
  try {
    const { calls } = await get("calls", { since: state.last });
    state.calls = [...state.calls, ...calls.filter((call) => call.n > state.last)].slice(-MOST);
    state.last = state.calls.at(-1)?.n ?? state.last;
    draw();
  } catch (error) {
    toast(error.message, "error");
  }
  state.fetching = false;
  if (state.again) {
    state.again = false;
    load();
  }
}

function draw() {
  const wanted = state.filter.trim().toLowerCase();
  const shown = state.calls.filter(
    (call) => (!state.onlyErrors || !call.ok) && call.method.toLowerCase().includes(wanted),
  );
  const open = new Set([...parts.rows.querySelectorAll("tr.is-open")].map((row) => row.dataset.n));
  fill(
    parts.rows,
    shown.length
      ? shown.reverse().flatMap((call) => row(call, open.has(String(call.n))))
      : h("tr", {}, h("td", { colspan: 5, class: "calls-none" }, "No calls yet.")),
  );
}

function row(call, isOpen) {
  const details = h(
    "tr",
    { class: "call-args", hidden: !isOpen },
    h("td", { colspan: 5 }, h("pre", {}, JSON.stringify(call.args ?? {}, null, 2))),
  );
  const button = h(
    "button",
    { type: "button", class: "call-name", "aria-expanded": String(isOpen), on: { click: flip } },
    icon("right"),
    call.method,
  );
  const result = call.ok
    ? h("span", { class: "call-ok" }, "ok")
    : h("span", { class: "call-error" }, call.error || "failed");
  const line = h(
    "tr",
    { class: isOpen ? "is-open" : "", data: { n: call.n, method: call.method, ok: call.ok } },
    h("td", {}, String(call.n)),
    h("td", {}, clockTime(call.at)),
    h("td", {}, button),
    h("td", {}, result),
    h("td", {}, call.ms === undefined ? "" : String(Math.round(call.ms))),
  );
  function flip() {
    details.hidden = !details.hidden;
    line.classList.toggle("is-open", !details.hidden);
    button.setAttribute("aria-expanded", String(!details.hidden));
  }
  return [line, details];
}

const clockTime = (at) => (typeof at === "number" ? slackDate(at, "{time_secs}", at, tz()) : (at ?? ""));

async function redeliver() {
  try {
    await post("redeliver");
    toast("The last event was delivered again.", "done");
  } catch (error) {
    toast(error.message, "error");
  }
}
