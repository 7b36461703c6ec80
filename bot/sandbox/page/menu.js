// A menu of commands at a button: arrows walk, Enter picks, a letter jumps, Escape returns.

import { arrowWalk, h } from "./dom.js";
import { icon } from "./icons.js";
import { closePopup, openPopup, popupAnchor } from "./popup.js";

// items: [{label, hint, icon, node, href, checked, danger, onPick} | "-"]
export function openMenu(anchor, items, { label = "Menu", align = "start" } = {}) {
  if (popupAnchor() === anchor) return void closePopup({ refocus: true });
  const menu = h("div", { class: "menu", role: "menu", "aria-label": label }, items.map(entry));
  const entries = [...menu.querySelectorAll("[role^=menuitem]")];
  menu.addEventListener("keydown", (event) => arrowWalk(event, entries) || jump(event, entries));
  openPopup(anchor, menu, { align });
  (entries.find((node) => node.getAttribute("aria-checked") === "true") ?? entries[0])?.focus({ preventScroll: true });
}

function entry(item) {
  if (item === "-") return h("div", { class: "menu-line", role: "separator" });
  const role = item.checked === undefined ? "menuitem" : "menuitemradio";
  const pick = () => {
    closePopup({ refocus: true });
    item.onPick?.();
  };
  const body = [
    item.node ?? (item.icon && icon(item.icon)),
    h(
      "span",
      { class: "menu-text" },
      h("span", { class: "menu-label" }, item.label),
      item.hint && h("span", { class: "menu-hint" }, item.hint),
    ),
    item.checked && icon("check", "menu-check"),
  ];
  const shared = {
    role,
    class: `menu-item${item.danger ? " is-danger" : ""}`,
    tabIndex: -1,
    "aria-checked": item.checked === undefined ? null : String(item.checked),
    data: { option: item.value, testid: item.testid },
    on: { click: pick, pointermove: (event) => event.currentTarget.focus({ preventScroll: true }) },
  };
  if (item.href) return h("a", { ...shared, href: item.href, target: "_blank", rel: "noopener noreferrer" }, body);
  return h("button", { ...shared, type: "button" }, body);
}

function jump(event, entries) {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.key === " ") return;
  const from = entries.indexOf(document.activeElement) + 1;
  const ring = [...entries.slice(from), ...entries.slice(0, from)];
  ring.find((node) => node.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
}
