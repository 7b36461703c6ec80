// The bar above everything: what this is (and is not), who one acts as, the clock that can be moved, the log's counter.

import { post } from "./api.js";
import { confirm } from "./dialog.js";
import { toggleDrawer } from "./drawer.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { avatar } from "./people.js";
import { closeThread } from "./router.js";
import { forgetDrafts, forgetMessages, me, on, store } from "./store.js";
import { announce, toast } from "./toast.js";

export function mountTopbar(bar, { actAs }) {
  const name = h("strong", { class: "bar-name" });
  const note = h("span", { class: "bar-note" }, "a Slack-like workspace on this machine, not Slack");
  const who = h("button", {
    type: "button",
    class: "bar-btn bar-who",
    id: "acting-as",
    "aria-haspopup": "menu",
    "aria-expanded": "false",
    data: { testid: "acting-as" },
    on: { click: () => people(who, actAs) },
  });
  const label = h("span", { class: "bar-clock-label", data: { testid: "clock" } });
  const clock = h(
    "div",
    { class: "bar-clock", role: "group", "aria-label": "Clock" },
    icon("clock"),
    label,
    move("+1 day", "day"),
    move("+1 month", "month"),
  );
  const count = h("span", { data: { testid: "calls-count" } });
  const fault = h("span", { class: "bar-fault", hidden: true });
  const calls = h(
    "button",
    {
      type: "button",
      class: "bar-btn",
      id: "calls",
      "aria-controls": "drawer",
      "aria-expanded": "false",
      data: { testid: "calls" },
      on: { click: () => toggleDrawer() },
    },
    icon("pulse"),
    "Calls ",
    count,
    fault,
  );
  const anew = h(
    "button",
    {
      type: "button",
      class: "bar-btn bar-anew",
      hidden: true,
      "aria-label": "Start the sandbox over",
      title: "Start over: forget every message and decision in this sandbox",
      data: { testid: "start-over" },
      on: { click: startOver },
    },
    icon("undo"),
  );
  bar.append(
    h("div", { class: "bar-brand" }, h("span", { class: "bar-sign", "aria-hidden": "true" }, "ft"), name, note),
    who,
    clock,
    calls,
    anew,
  );
  on("app ready", () => (anew.hidden = !store.app.can_start_over));
  on("users me ready", () => drawWho(who));
  on("workspace ready", () => (name.textContent = store.workspace.name));
  on("clock ready", () => (label.textContent = store.clock.label));
  on("calls ready fault", () => {
    count.textContent = String(store.calls);
    fault.hidden = !store.fault;
    fill(fault, icon("warning"));
    calls.title = store.fault ? `A fault is scripted: ${store.fault}` : "What the app asked of the Web API";
    calls.setAttribute("aria-label", `Calls: ${store.calls}${store.fault ? ", a fault is scripted" : ""}`);
  });
}

function drawWho(who) {
  const user = me();
  if (!user) return;
  fill(
    who,
    avatar(user, "tiny"),
    h(
      "span",
      { class: "bar-who-words" },
      h("span", { class: "bar-who-lead" }, "Acting as "),
      user.real_name.split(" ")[0],
    ),
    icon("caret"),
  );
  who.setAttribute("aria-label", `Acting as ${user.real_name}. Change`);
}

function people(anchor, actAs) {
  const items = store.users
    .filter((user) => !user.is_bot)
    .map((user) => ({
      label: user.real_name,
      hint: user.tz,
      node: avatar(user, "small"),
      checked: user.id === store.me,
      value: user.id,
      testid: `as-${user.id}`,
      onPick: () => actAs(user.id),
    }));
  openMenu(anchor, items, { label: "Act as", align: "end" });
}

async function startOver() {
  const agreed = await confirm({
    title: "Start the sandbox over",
    body: "Every message, answer and decision in this sandbox is deleted, and the clock shows today again.",
    yes: "Start over",
    no: "Keep everything",
    danger: true,
  });
  if (!agreed) return;
  try {
    await post("start-over");
    if (store.thread) closeThread();
    forgetDrafts();
    forgetMessages();
    announce("The sandbox begins anew.");
  } catch (error) {
    toast(error.message, "error");
  }
}

function move(label, advance) {
  const button = h(
    "button",
    {
      type: "button",
      class: "bar-step",
      "aria-label": `Move the clock on by ${label.slice(1)}`,
      data: { testid: `clock-${advance}` },
      on: { click: go },
    },
    h("span", { class: "btn-text" }, label),
  );
  async function go() {
    if (button.getAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    try {
      await post("clock", { advance });
      announce(`The clock is moved on by ${label.slice(1)}.`);
    } catch (error) {
      toast(error.message, "error");
    }
    button.removeAttribute("aria-busy");
  }
  return button;
}
