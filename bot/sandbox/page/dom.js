// The floor of the page: every node is built here, and text enters as text nodes only.
// So nothing that a person or the bot writes can become markup, whatever it contains.

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "tabIndex", "selected", "inert", "htmlFor"]);
let ids = 0;

export const uid = (prefix = "x") => `${prefix}-${++ids}`;
export const $ = (selector, root = document) => root.querySelector(selector);

// h("button", {class: "btn", on: {click}, data: {actionId: "x"}}, "Label", child, [more])
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  append(node, children);
  return node;
}

function setProp(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === "class") node.className = value;
  else if (name === "on") for (const [type, run] of Object.entries(value)) node.addEventListener(type, run);
  else if (name === "data") setData(node, value);
  else if (PROPERTIES.has(name)) node[name] = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}

function setData(node, data) {
  for (const [key, value] of Object.entries(data)) {
    if (value !== undefined && value !== null) node.dataset[key] = String(value);
  }
}

function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    node.append(child); // a string becomes a text node, never markup
  }
  return node;
}

export const fill = (node, ...children) => {
  node.replaceChildren();
  return append(node, children);
};

export function fragment(...children) {
  return append(document.createDocumentFragment(), children);
}

// Brings `parent` in line with `items` ([{key, ...}]) while untouched nodes stay where they are: what leaves goes
// first, so that what stays is never moved (moving a node takes its focus and its scroll).
export function keyed(parent, items, views, make) {
  const wanted = new Set(items.map((item) => item.key));
  for (const [key, view] of views) {
    if (wanted.has(key)) continue;
    view.leave?.();
    view.el.remove();
    views.delete(key);
  }
  let cursor = parent.firstChild;
  for (const item of items) {
    const view = views.get(item.key) ?? make(item);
    views.set(item.key, view);
    view.update(item);
    if (view.el === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(view.el, cursor);
  }
}

// Runs `work`, which may rebuild parts of `root`. A control that had the focus and comes back under the same ids
// has it again, caret included; where it is gone, `fallback` takes it, so that the keyboard never falls to the top.
export function keepFocus(root, work, fallback = root) {
  const active = document.activeElement;
  const mark = active && active !== root && root.contains(active) ? markOf(active) : null;
  work();
  if (!mark || document.activeElement === active) return;
  const again = findMark(root, mark);
  if (!again) return void fallback?.focus({ preventScroll: true });
  again.focus({ preventScroll: true });
  if (mark.caret && "setSelectionRange" in again) again.setSelectionRange(...mark.caret);
}

function markOf(node) {
  const caret = typeof node.selectionStart === "number" ? [node.selectionStart, node.selectionEnd] : null;
  return {
    caret,
    block: node.closest("[data-block-id]")?.dataset.blockId,
    action: node.closest("[data-action-id]")?.dataset.actionId,
    option: node.dataset.option,
    part: node.dataset.part,
  };
}

function findMark(root, mark) {
  if (!mark.action && !mark.part) return null;
  const controls = [...root.querySelectorAll(mark.action ? "[data-action-id]" : "[data-part]")];
  const fits = (node, block) =>
    (!mark.action || node.dataset.actionId === mark.action) &&
    (!block || node.closest("[data-block-id]")?.dataset.blockId === mark.block) &&
    (mark.action || node.dataset.part === mark.part);
  const home = controls.find((node) => fits(node, true)) ?? controls.find((node) => fits(node, false));
  if (!home) return null;
  const inner = [...home.querySelectorAll("[data-option]")].find((node) => node.dataset.option === mark.option);
  return inner ?? (isFocusable(home) ? home : home.querySelector(FOCUSABLE));
}

const FOCUSABLE = [
  "a[href]",
  ":is(button, input, textarea, select):not([disabled])",
  '[tabindex]:not([tabindex="-1"])',
].join(", ");
const isFocusable = (node) => node.matches(FOCUSABLE);
export const focusables = (root) =>
  [...root.querySelectorAll(FOCUSABLE)].filter((node) => node.getClientRects().length && node.tabIndex >= 0);

// One tab stop for a row of controls; arrows walk inside it, as the toolbar and menu patterns ask.
export function arrowWalk(event, nodes, { vertical = true, horizontal = false } = {}) {
  const forward = (vertical && event.key === "ArrowDown") || (horizontal && event.key === "ArrowRight");
  const back = (vertical && event.key === "ArrowUp") || (horizontal && event.key === "ArrowLeft");
  const jump = { Home: 0, End: nodes.length - 1 }[event.key];
  if (!nodes.length || (!forward && !back && jump === undefined)) return false;
  const here = nodes.indexOf(document.activeElement);
  const next = jump ?? (forward ? (here + 1) % nodes.length : (here - 1 + nodes.length) % nodes.length);
  nodes[next].focus();
  event.preventDefault();
  return true;
}
