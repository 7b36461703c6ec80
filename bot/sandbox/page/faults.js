// The form that scripts trouble: which call fails next, how, and how often.

import { post } from "./api.js";
import { fill, h } from "./dom.js";
import { plural } from "./format.js";
import { icon } from "./icons.js";
import { on, set, store } from "./store.js";
import { toast } from "./toast.js";

const METHODS = [
  "chat.postMessage",
  "chat.update",
  "chat.postEphemeral",
  "chat.delete",
  "chat.getPermalink",
  "views.open",
  "views.push",
  "views.update",
  "views.publish",
  "*",
  "conversations.info",
  "conversations.history",
  "conversations.replies",
  "conversations.open",
  "users.info",
  "files.getUploadURLExternal",
  "files.completeUploadExternal",
  "auth.test",
];
const FAULTS = [
  ["429", "429, rate limited"],
  ["500", "500, server error"],
  ["503", "503, unavailable"],
  ["timeout", "no answer in time"],
  ["cut", "connection cut before it works"],
  ["cut_after", "connection cut after it worked"],
  ["500_after", "500 after it worked"],
  ["timeout_after", "no answer, but it worked"],
  ["html", "a page of HTML"],
  ["not_in_channel", "not_in_channel"],
  ["channel_not_found", "channel_not_found"],
  ["is_archived", "is_archived"],
  ["invalid_auth", "invalid_auth"],
  ["missing_scope", "missing_scope"],
  ["invalid_blocks", "invalid_blocks"],
  ["expired_trigger_id", "expired_trigger_id"],
];

export function faultForm() {
  const method = h(
    "select",
    { class: "field field-small", data: { testid: "fault-method" } },
    METHODS.map((name) => h("option", { value: name }, name)),
  );
  const fault = h(
    "select",
    { class: "field field-small", data: { testid: "fault-kind" } },
    FAULTS.map(([value, label]) => h("option", { value }, label)),
  );
  const times = h("input", {
    class: "field field-small",
    type: "number",
    min: 1,
    max: 100,
    value: "1",
    data: { testid: "fault-times" },
  });
  const wait = h("input", {
    class: "field field-small",
    type: "number",
    min: 1,
    max: 600,
    value: "2",
    data: { testid: "fault-retry" },
  });
  const waitRow = row("Retry-After, seconds", wait);
  const now = h("div", { class: "fault-now", role: "status" });
  const script = async (event) => {
    event.preventDefault();
    const body = { method: method.value, fault: fault.value, times: Number(times.value) || 1 };
    if (fault.value === "429") body.retry_after = Number(wait.value) || 1;
    try {
      const answer = await post("faults", body);
      set({ fault: answer.fault ?? `${method.value}: ${fault.value}, ${times.value} times` });
      toast(`${method.value} will fail with ${fault.value}, ${plural(body.times, "time")}.`, "done");
    } catch (error) {
      toast(error.message, "error");
    }
  };
  const showWait = () => (waitRow.hidden = fault.value !== "429");
  fault.addEventListener("change", showWait);
  on("fault ready", () =>
    fill(now, store.fault ? [icon("warning"), h("span", {}, store.fault)] : "No fault is scripted."),
  );
  return h(
    "form",
    { class: "fault-form", "aria-label": "Script a fault", on: { submit: script } },
    h("h3", {}, "Script a fault"),
    row("Call", method),
    row("Fails with", fault),
    row("How often", times),
    waitRow,
    h(
      "div",
      { class: "fault-foot" },
      h(
        "button",
        { type: "button", class: "link-btn", data: { testid: "fault-clear" }, on: { click: clear } },
        "Clear all",
      ),
      h("button", { type: "submit", class: "btn btn-small", data: { testid: "fault-script" } }, "Script it"),
    ),
    now,
  );
}

async function clear() {
  try {
    await post("faults", { clear: true });
    set({ fault: null });
  } catch (error) {
    toast(error.message, "error");
  }
}

const row = (label, control) => h("label", { class: "fault-row" }, h("span", {}, label), control);
