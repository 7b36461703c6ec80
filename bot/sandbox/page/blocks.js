// Block Kit as nodes. A list of blocks is brought in line block by block: what did not change stays the same node, so
// typing, focus and open menus survive when the app rewrites the message around them.

import { chart } from "./chart.js";
import { dataTable } from "./datatable.js";
import { h, keepFocus, keyed, uid } from "./dom.js";
import { enlarge } from "./dialog.js";
import { element, picture } from "./elements.js";
import { icon } from "./icons.js";
import { markdown } from "./markdown.js";
import { plain, textObject } from "./mrkdwn.js";
import { richText } from "./richtext.js";
import { sideways } from "./sideways.js";
import { fieldOf } from "./values.js";

// `root` holds the blocks of `surface`; the same Map of views is given at each call.
export function drawBlocks(root, views, surface, fallback) {
  root.dataset.surface = surface.key;
  const items = surface.blocks.map((block, index) => ({ key: block.block_id ?? `at-${index}`, block, surface }));
  keepFocus(root, () => keyed(root, items, views, () => blockView()), fallback);
}

function blockView() {
  const el = h("div", {});
  let drawn = "";
  return {
    el,
    update({ block, surface }) {
      const now = JSON.stringify(block);
      this.surface ??= surface;
      Object.assign(this.surface, surface); // controls keep this object: they tell of the newest blocks
      if (now === drawn) return;
      drawn = now;
      el.className = `block block-${block.type}`;
      el.dataset.blockId = block.block_id ?? "";
      el.replaceChildren(draw({ ...block, block_id: block.block_id ?? "" }, this.surface));
    },
  };
}

function draw(block, surface) {
  const make = KINDS[block.type];
  if (!make) return h("div", { class: "unknown" }, `[${block.type} is not shown by the sandbox]`);
  return make(block, { surface, block, tells: true });
}

function section(block, context) {
  const text = block.text && h("div", { class: "text", id: uid("text") }, textObject(block.text));
  const fields =
    block.fields?.length &&
    h(
      "div",
      { class: "fields" },
      block.fields.map((f) => h("div", { class: "text" }, textObject(f))),
    );
  const inner = { ...context };
  if (block.accessory && fieldOf(block.accessory) && text) inner.labelId = text.id;
  const accessory =
    block.accessory &&
    h("div", { class: `accessory accessory-${block.accessory.type}` }, element(inner, block.accessory));
  return h("div", { class: "section" }, h("div", { class: "section-main" }, text, fields), accessory);
}

const header = (block) =>
  h("div", { class: "head", role: "heading", "aria-level": "3" }, plain(block.text?.text ?? ""));
const actions = (block, context) =>
  h(
    "div",
    { class: "actions" },
    (block.elements ?? []).map((e) => element(context, e)),
  );
const contextRow = (block) =>
  h(
    "div",
    { class: "context" },
    (block.elements ?? []).map((e) =>
      e.type === "image" ? picture(e, "context-image") : h("span", {}, textObject(e)),
    ),
  );

function image(block) {
  const title = block.title && plain(block.title.text);
  const drawn = picture(block, "block-image-picture");
  if (drawn.tagName !== "IMG") return drawn;
  const open = h(
    "button",
    {
      type: "button",
      class: "image-button",
      "aria-label": `Enlarge: ${block.alt_text ?? "picture"}`,
      on: { click: () => enlarge(drawn.src, block.alt_text, title) },
    },
    drawn,
  );
  return h("figure", { class: "figure" }, title && h("figcaption", { class: "figure-title" }, title), open);
}

function input(block, context) {
  const ids = { label: uid("label"), hint: uid("hint"), error: uid("error") };
  const inner = {
    ...context,
    tells: Boolean(block.dispatch_action),
    labelId: ids.label,
    labelText: block.label?.text,
    describedBy: `${ids.hint} ${ids.error}`,
  };
  const control = element(inner, block.element ?? {});
  const label = h(
    "label",
    { class: "label", id: ids.label },
    plain(block.label?.text ?? ""),
    block.optional && h("span", { class: "optional" }, " (optional)"),
  );
  if (control.matches("input, textarea")) {
    control.id = `${ids.label}-control`;
    label.htmlFor = control.id;
  }
  return h(
    "div",
    { class: "input" },
    label,
    control,
    h("div", { class: "error", id: ids.error, role: "alert", data: { testid: "input-error" } }),
    h("div", { class: "hint", id: ids.hint }, block.hint ? plain(block.hint.text) : null),
  );
}

// Errors come and go beside the control, which is not redrawn: what was typed and the caret stay.
export function showErrors(root, errors) {
  for (const block of root.querySelectorAll(".block-input")) {
    const text = errors[block.dataset.blockId] ?? "";
    const line = block.querySelector(".error");
    if (line.textContent !== text) line.textContent = text;
    block.classList.toggle("has-error", Boolean(text));
    for (const control of block.querySelectorAll("[data-action-id]")) {
      if (text) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  }
}

function alert(block) {
  const level = ["info", "warning", "error", "success"].includes(block.level) ? block.level : "default";
  const sign = { warning: "warning", error: "warning", success: "check" }[level] ?? "info";
  return h(
    "div",
    { class: `alert alert-${level}`, role: level === "error" ? "alert" : "note" },
    icon(sign),
    h("div", { class: "text" }, textObject(block.text)),
  );
}

function table(block) {
  const [first = [], ...rest] = block.rows ?? [];
  const settings = block.column_settings ?? [];
  const cell = (tag, scope) => (spec, column) =>
    h(
      tag,
      { scope, class: `cell-${settings[column]?.align ?? "left"}${settings[column]?.is_wrapped ? " cell-wrap" : ""}` },
      cellBody(spec),
    );
  const rows = rest.map((row) =>
    h(
      "tr",
      {},
      row.map((spec, i) => cell(i ? "td" : "th", i ? null : "row")(spec, i)),
    ),
  );
  const grid = h(
    "table",
    { class: "table" },
    h("thead", {}, h("tr", {}, first.map(cell("th", "col")))),
    h("tbody", {}, rows),
  );
  return h("div", {}, sideways({ "aria-label": "Table" }, grid));
}

const cellBody = (spec) => (spec.type === "rich_text" ? richText(spec) : (spec.text ?? ""));

const KINDS = {
  section,
  header,
  actions,
  image,
  input,
  alert,
  table,
  data_table: dataTable,
  data_visualization: chart,
  context: contextRow,
  divider: () => h("hr", { class: "divider" }),
  rich_text: richText,
  markdown: (block) => markdown(block.text),
};
