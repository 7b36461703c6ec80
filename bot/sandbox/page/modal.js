// The app's modals: the topmost of a stack of up to three. A view that the app rewrites keeps what was entered, the
// scroll and the focus; errors stand under their inputs; submitting shows that it is under way.

import { post } from "./api.js";
import { drawBlocks, showErrors } from "./blocks.js";
import { openDialog } from "./dialog.js";
import { $, fill, focusables, h, uid } from "./dom.js";
import { icon } from "./icons.js";
import { plain } from "./mrkdwn.js";
import { intend, on, set, store } from "./store.js";
import { viewSurface } from "./surface.js";
import { toast } from "./toast.js";
import { collect, faults, forget } from "./values.js";

let frame = null; // {dialog, titleId, head, body, foot, views, shown}
let pending = false;
let errors = {};
let problem = "";

export const mountModals = () => on("modals me", draw);

function draw() {
  const top = store.modals.at(-1);
  if (!top) return void (frame && frame.dialog.close());
  frame ??= openFrame();
  const another = frame.shown !== top.id;
  if (another) enter(top);
  fill(frame.head, heading(top));
  drawBlocks(frame.body, frame.views, viewSurface(top, "modal"), frame.dialog.el);
  showErrors(frame.body, errors);
  drawFoot(top);
  if (another || !frame.focused) focusFirst(top);
}

function openFrame() {
  const titleId = uid("modal");
  const parts = {
    head: h("header", { class: "modal-head" }),
    body: h("div", { class: "modal-body" }),
    foot: h("footer", { class: "modal-foot" }),
  };
  const form = h("div", { class: "modal-form" }, parts.head, parts.body, parts.foot);
  const dialog = openDialog(form, {
    labelledby: titleId,
    className: "modal",
    onEscape: closeTop,
    onClose: () => (frame = null),
  });
  dialog.el.addEventListener("keydown", onKey);
  return { dialog, titleId, ...parts, views: new Map(), shown: null };
}

function enter(view) {
  frame.body.replaceChildren();
  Object.assign(frame, { views: new Map(), shown: view.id, focused: false });
  frame.dialog.el.dataset.viewId = view.id;
  frame.dialog.el.dataset.callbackId = view.callback_id ?? "";
  frame.body.scrollTop = 0;
  errors = {};
  problem = "";
  pending = false;
}

function heading(view) {
  const nested = store.modals.length > 1;
  const title = h("h2", { class: "modal-title", id: frame.titleId }, plain(view.title?.text ?? ""));
  const back =
    nested &&
    h(
      "button",
      { type: "button", class: "icon-btn", "aria-label": "Back", data: { part: "back" }, on: { click: closeTop } },
      icon("left"),
    );
  const close = h(
    "button",
    {
      type: "button",
      class: "icon-btn",
      "aria-label": "Close",
      data: { part: "x", testid: "modal-x" },
      on: { click: closeTop },
    },
    icon("close"),
  );
  return [back, title, close];
}

function drawFoot(view) {
  const label = view.close
    ? plain(view.close.text)
    : store.modals.length > 1
      ? "Back"
      : view.submit
        ? "Cancel"
        : "Close";
  const close = h(
    "button",
    { type: "button", class: "btn", data: { testid: "modal-close", part: "close" }, on: { click: closeTop } },
    label,
  );
  const submit =
    view.submit &&
    h(
      "button",
      {
        type: "button",
        class: "btn btn-primary",
        "aria-busy": pending ? "true" : null,
        title: "Ctrl+Enter",
        data: { testid: "modal-submit", part: "submit" },
        on: { click: submitTop },
      },
      h("span", { class: "btn-text" }, plain(view.submit.text)),
    );
  const part = frame.foot.contains(document.activeElement) ? document.activeElement.dataset.part : null;
  const said = problem && h("span", { class: "modal-problem", role: "alert" }, problem);
  fill(frame.foot, said, close, submit);
  if (part) $(`[data-part="${part}"]`, frame.foot)?.focus();
}

// The first input takes the focus, or the one that asks for it; a view without inputs is read from its title.
function focusFirst(view) {
  const inputs = focusables(frame.body).filter((node) => node.matches("input, textarea, .select"));
  const asked = $("[data-autofocus]", frame.body);
  frame.focused = Boolean(asked ?? inputs[0]) || !view.blocks?.some((block) => block.type === "input");
  (asked ?? inputs[0] ?? frame.dialog.el).focus({ preventScroll: true });
}

function onKey(event) {
  if (event.key !== "Enter" || event.isComposing || event.defaultPrevented) return;
  const oneLine = event.target.matches("input.field");
  if (oneLine || event.ctrlKey || event.metaKey) {
    event.preventDefault();
    submitTop();
  }
}

async function submitTop() {
  const view = store.modals.at(-1);
  if (!view?.submit || pending) return;
  errors = faults(view.id, view.blocks);
  if (Object.keys(errors).length) return void tellErrors();
  pending = true;
  problem = "";
  drawFoot(view);
  intend("submit", store.place.channel, store.thread?.ts ?? null);
  let answer = {};
  try {
    answer = await post("submit", { as: store.me, view_id: view.id, state: collect(view.id, view.blocks) });
  } catch (error) {
    answer = error.body?.errors ? error.body : { ok: false };
    problem = answer.errors ? "" : error.message;
  }
  pending = false;
  settle(view, answer);
}

function settle(view, answer) {
  errors = answer.errors ?? {};
  if (store.modals.at(-1)?.id !== view.id) return draw();
  if (Object.keys(errors).length) return tellErrors();
  draw();
}

function tellErrors() {
  showErrors(frame.body, errors);
  drawFoot(store.modals.at(-1));
  const first = $(".has-error", frame.body);
  first?.scrollIntoView({ block: "nearest" });
  (first && focusables(first)[0])?.focus({ preventScroll: true });
}

async function closeTop() {
  const view = store.modals.at(-1);
  if (!view) return;
  forget(view.id);
  set({ modals: store.modals.slice(0, -1) });
  try {
    await post("close", { as: store.me, view_id: view.id });
  } catch (error) {
    if (error.status !== 200) toast(error.message, "error"); // refused: it was closed already
  }
}
