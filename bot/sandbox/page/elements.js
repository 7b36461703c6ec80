// Block Kit's pressed and ticked elements: buttons, overflow menus, checkboxes, radio buttons, small images. Typed and
// picked ones stand in inputs.js and select.js; `element` finds the right one for any of them.

import { h, uid } from "./dom.js";
import { insidePlace, localUrl, safeUrl } from "./entities.js";
import { icon } from "./icons.js";
import { dateInput, emailInput, numberInput, textInput, timeInput, urlInput } from "./inputs.js";
import { openMenu } from "./menu.js";
import { plain, textObject } from "./mrkdwn.js";
import { select } from "./select.js";
import { changed, dispatch, isBusy } from "./surface.js";
import { read } from "./values.js";

// context: {surface, block, tells, labelId, describedBy}. `tells`: whether a change is sent as an action.
export function element(context, spec) {
  const make = KINDS[spec.type];
  return make ? make(context, spec) : h("span", { class: "unknown" }, `[${spec.type} is not shown by the sandbox]`);
}

const style = (spec) => ({ primary: " btn-primary", danger: " btn-danger" })[spec.style] ?? "";

function button(context, spec) {
  const { surface, block } = context;
  const fields = { value: spec.value, text: spec.text };
  const shared = {
    class: `btn${style(spec)}`,
    "aria-label": spec.accessibility_label,
    "aria-busy": isBusy(surface, block, spec) ? "true" : null,
    data: { actionId: spec.action_id, value: spec.value },
    on: { click: () => dispatch(surface, block, spec, fields) },
  };
  const text = h("span", { class: "btn-text" }, plain(spec.text?.text ?? "", spec.text?.emoji !== false));
  if (!spec.url) return h("button", { type: "button", ...shared }, text);
  const inside = insidePlace(spec.url);
  if (inside) return h("a", { ...shared, href: `#${inside}`, role: "button" }, text);
  const href = safeUrl(spec.url)?.href;
  return h(
    "a",
    { ...shared, href, role: "button", target: "_blank", rel: "noopener noreferrer" },
    text,
    icon("right", "btn-out"),
  );
}

function overflow(context, spec) {
  const pick = (option) => () =>
    dispatch(context.surface, context.block, spec, { selected_option: { text: option.text, value: option.value } });
  const items = (spec.options ?? []).map((option) => ({
    label: plain(option.text?.text ?? ""),
    hint: option.description && plain(option.description.text),
    href: option.url && safeUrl(option.url)?.href,
    value: option.value,
    onPick: pick(option),
  }));
  const node = h(
    "button",
    {
      type: "button",
      class: "btn btn-dots",
      "aria-label": "More actions",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-busy": isBusy(context.surface, context.block, spec) ? "true" : null,
      data: { actionId: spec.action_id },
      on: { click: () => openMenu(node, items, { label: "More actions" }) },
    },
    icon("dots"),
  );
  return node;
}

// Checkboxes and radio buttons are one drawing with another rule of choice.
function choices(context, spec, type) {
  const name = uid("choice");
  const stored = read(context.surface.key, context.block.block_id, spec);
  const chosen = new Set((Array.isArray(stored) ? stored : [stored]).filter(Boolean).map((option) => option.value));
  const update = (option) => (event) => {
    if (type === "radio") return changed(context, spec, option);
    if (event.target.checked) chosen.add(option.value);
    else chosen.delete(option.value);
    changed(
      context,
      spec,
      (spec.options ?? []).filter((o) => chosen.has(o.value)),
    );
  };
  const rows = (spec.options ?? []).map((option) =>
    choice(option, { name, type, checked: chosen.has(option.value), update: update(option) }),
  );
  return h(
    "div",
    {
      class: "choices",
      role: type === "radio" ? "radiogroup" : "group",
      data: { actionId: spec.action_id },
      "aria-labelledby": context.labelId,
      "aria-describedby": context.describedBy,
      "aria-busy": isBusy(context.surface, context.block, spec) ? "true" : null,
    },
    rows,
  );
}

function choice(option, { name, type, checked, update }) {
  const hint = option.description && h("span", { class: "choice-hint" }, textObject(option.description));
  return h(
    "label",
    { class: "choice" },
    h("input", { type, name, checked, data: { option: option.value }, value: option.value, on: { change: update } }),
    h("span", { class: "choice-text" }, h("span", {}, textObject(option.text)), hint),
  );
}

function image(context, spec) {
  return picture(spec, "element-image");
}

// Pictures come from this machine only: the page makes no request to anywhere else.
export function picture(spec, className) {
  const source = localUrl(
    spec.image_url ?? spec.slack_file?.url ?? (spec.slack_file?.id ? `/files/${spec.slack_file.id}` : ""),
  );
  const alt = spec.alt_text ?? "";
  if (source) return h("img", { src: source, alt, class: className, loading: "eager" });
  return h(
    "span",
    { class: "image-elsewhere" },
    icon("warning"),
    h("span", {}, `Picture from elsewhere, not fetched: ${alt}`),
  );
}

const KINDS = {
  button,
  overflow,
  image,
  checkboxes: (context, spec) => choices(context, spec, "checkbox"),
  radio_buttons: (context, spec) => choices(context, spec, "radio"),
  plain_text_input: textInput,
  email_text_input: emailInput,
  url_text_input: urlInput,
  number_input: numberInput,
  datepicker: dateInput,
  timepicker: timeInput,
  static_select: select,
  external_select: select,
  multi_static_select: select,
  users_select: select,
  multi_users_select: select,
  channels_select: select,
  multi_channels_select: select,
  conversations_select: select,
  multi_conversations_select: select,
};
