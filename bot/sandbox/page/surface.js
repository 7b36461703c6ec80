// A surface is where blocks live: a message, a modal, the Home tab. This module tells the server what was pressed there
// and shows at once that it was heard: the control is busy until the server says that the app has answered.

import { post } from "./api.js";
import { h } from "./dom.js";
import { confirm } from "./dialog.js";
import { textObject } from "./mrkdwn.js";
import { intend, store } from "./store.js";
import { refused } from "./toast.js";
import { collect, fieldOf, seed, write } from "./values.js";

const busy = new Map(); // "surface|block|action" -> when it was pressed

export const messageSurface = (message) => ({
  key: `${message.channel}/${message.ts}`,
  kind: "message",
  target: { message: { channel: message.channel, ts: message.ts } },
  channel: message.channel,
  thread: message.thread_ts ?? message.ts,
  blocks: message.blocks ?? [],
});

export function viewSurface(view, kind) {
  seed(view.id, view.state?.values);
  return {
    key: view.id,
    kind,
    target: { view: { id: view.id } },
    channel: store.place.channel,
    thread: store.thread?.ts ?? null,
    blocks: view.blocks ?? [],
  };
}

const busyKey = (surface, block, element) => `${surface.key}|${block.block_id}|${element.action_id}`;
export const isBusy = (surface, block, element) => busy.has(busyKey(surface, block, element));

function paintBusy(surface, block, element) {
  const on = isBusy(surface, block, element);
  const find = `[data-surface="${CSS.escape(surface.key)}"] [data-action-id="${CSS.escape(element.action_id ?? "")}"]`;
  for (const node of document.querySelectorAll(find)) {
    if (node.closest("[data-block-id]")?.dataset.blockId !== block.block_id) continue;
    if (on) node.setAttribute("aria-busy", "true");
    else node.removeAttribute("aria-busy");
  }
}

async function agreed(element) {
  const ask = element.confirm;
  if (!ask) return true;
  return confirm({
    title: ask.title?.text ?? "Are you sure?",
    body: h("div", {}, textObject(ask.text)),
    yes: ask.confirm?.text ?? "Yes",
    no: ask.deny?.text ?? "Cancel",
    danger: ask.style === "danger",
  });
}

// A press, a choice, a ticked box: Slack's block action. `fields` is what this kind of element says of itself.
export async function dispatch(surface, block, element, fields) {
  const key = busyKey(surface, block, element);
  if (busy.has(key) && element.type === "button") return; // the same press is still under way
  if (!(await agreed(element))) return;
  busy.set(key, performance.now());
  paintBusy(surface, block, element);
  intend("press", surface.channel, surface.thread);
  const action = { type: element.type, action_id: element.action_id, ...fields };
  const body = {
    as: store.me,
    ...surface.target,
    block_id: block.block_id,
    action,
    state: collect(surface.key, surface.blocks),
  };
  try {
    await post("act", body);
  } catch (error) {
    refused(error);
  }
  busy.delete(key);
  paintBusy(surface, block, element);
}

// Somebody changed a stateful control. It is remembered at once; it is told only where Slack tells it.
export function changed(context, element, value, { tell = context.tells } = {}) {
  const { surface, block } = context;
  write(surface.key, block.block_id, element, value);
  if (tell) dispatch(surface, block, element, { [fieldOf(element)]: value === "" ? null : value });
}
