// Block Kit's typed inputs (text, number, email, URL, time) and the date picker's button.

import { h } from "./dom.js";
import { openCalendar } from "./calendar.js";
import { icon } from "./icons.js";
import { plain } from "./mrkdwn.js";
import { changed, isBusy } from "./surface.js";
import { read } from "./values.js";

const TYPING_MS = 400;

function shared(context, spec, extra) {
  return {
    ...extra,
    placeholder: plain(spec.placeholder?.text ?? ""),
    "aria-labelledby": context.labelId,
    "aria-label": context.labelId ? null : plain(spec.placeholder?.text ?? "Value"),
    "aria-describedby": context.describedBy,
    "aria-required": context.block.type === "input" && !context.block.optional ? "true" : null,
    data: { actionId: spec.action_id, autofocus: spec.focus_on_load ? "1" : undefined },
  };
}

// Typed text is remembered at each key; it is told on Enter, or while typing, as the element asks.
function typed(context, spec, node) {
  const when = spec.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  let timer = 0;
  node.value = read(context.surface.key, context.block.block_id, spec) ?? "";
  node.addEventListener("input", () => {
    changed(context, spec, node.value, { tell: false });
    clearTimeout(timer);
    if (context.tells && when.includes("on_character_entered"))
      timer = setTimeout(() => changed(context, spec, node.value), TYPING_MS);
  });
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !context.tells || !when.includes("on_enter_pressed")) return;
    if (spec.multiline && !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    changed(context, spec, node.value);
  });
  return node;
}

export function textInput(context, spec) {
  const tag = spec.multiline ? "textarea" : "input";
  const limits = { rows: spec.multiline ? 4 : null, type: spec.multiline ? null : "text", autocomplete: "off" };
  const node = typed(context, spec, h(tag, shared(context, spec, { class: "field", ...limits })));
  return spec.max_length ? counted(node, spec.max_length) : node;
}

// How much room is left is said only when it becomes little; too much is typed freely and refused at the submit.
function counted(node, most) {
  const left = h("span", { class: "field-count", "aria-hidden": "true" });
  const count = () => {
    const rest = most - node.value.length;
    left.textContent = rest <= Math.max(20, most / 10) ? String(rest) : "";
    left.classList.toggle("is-over", rest < 0);
  };
  node.addEventListener("input", count);
  count();
  return h("div", { class: "field-wrap" }, node, left);
}

const oneLine = (extra) => (context, spec) =>
  typed(context, spec, h("input", shared(context, spec, { class: "field", autocomplete: "off", ...extra })));

export const emailInput = oneLine({ type: "text", inputmode: "email" });
export const urlInput = oneLine({ type: "text", inputmode: "url" });
export const numberInput = oneLine({ type: "text", inputmode: "decimal" });

export function timeInput(context, spec) {
  const node = h("input", shared(context, spec, { class: "field field-time", type: "time" }));
  let told = read(context.surface.key, context.block.block_id, spec) ?? "";
  node.value = told;
  node.addEventListener("input", () => changed(context, spec, node.value || null, { tell: false }));
  // While hours and minutes are being typed each key makes another time: only the one that stays is told.
  const settle = () => {
    if (node.value === told) return;
    told = node.value;
    changed(context, spec, node.value || null);
  };
  node.addEventListener("blur", settle);
  node.addEventListener("keydown", (event) => event.key === "Enter" && settle());
  return node;
}

const spoken = (iso) =>
  new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${iso}T00:00:00Z`),
  );

export function dateInput(context, spec) {
  const stored = () => read(context.surface.key, context.block.block_id, spec);
  const shown = h("span", { class: "select-value" });
  const placeholder = plain(spec.placeholder?.text ?? "Choose a date");
  const draw = () => {
    shown.textContent = stored() ? spoken(stored()) : placeholder;
    shown.classList.toggle("is-empty", !stored());
    node.dataset.date = stored() ?? "";
    node.setAttribute("aria-label", `${context.labelText ?? placeholder}: ${stored() ? spoken(stored()) : "no date"}`);
  };
  const pick = (iso) => {
    changed(context, spec, iso);
    draw();
  };
  const node = h(
    "button",
    {
      type: "button",
      class: "select select-date",
      "aria-haspopup": "dialog",
      "aria-expanded": "false",
      data: { actionId: spec.action_id, testid: "datepicker" },
      "aria-describedby": context.describedBy,
      "aria-busy": isBusy(context.surface, context.block, spec) ? "true" : null,
      on: {
        click: () => openCalendar(node, { value: stored(), canClear: Boolean(context.block.optional), onPick: pick }),
      },
    },
    icon("calendar"),
    shown,
    icon("caret"),
  );
  draw();
  return node;
}
