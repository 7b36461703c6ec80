// The frame of everything modal: the rest of the page is inert, Tab stays inside, Escape closes the topmost, and the
// focus returns to where it came from. Views, confirmations and the picture viewer stand in it.

import { $, focusables, h } from "./dom.js";
import { closePopup, popupIsOpen } from "./popup.js";

const stack = [];

// Returns {el, close}. `onEscape` decides what Escape does; by default it closes.
export function openDialog(content, { label, labelledby, className = "", onEscape, role = "dialog", onClose } = {}) {
  closePopup();
  const el = h(
    "div",
    {
      class: `dialog ${className}`,
      role,
      "aria-modal": "true",
      "aria-label": label,
      "aria-labelledby": labelledby,
      tabIndex: -1,
    },
    content,
  );
  const overlay = h("div", { class: "overlay", data: { depth: stack.length } }, el);
  const entry = { overlay, el, opener: document.activeElement, onClose };
  entry.close = () => closeEntry(entry);
  entry.escape = onEscape ?? entry.close;
  overlay.addEventListener("keydown", (event) => onKey(event, entry));
  stack.push(entry);
  $("#dialogs").append(overlay);
  settle();
  return entry;
}

export const dialogIsOpen = () => stack.length > 0;

function closeEntry(entry) {
  const at = stack.indexOf(entry);
  if (at < 0) return;
  stack.splice(at, 1);
  entry.overlay.remove();
  settle();
  entry.onClose?.();
  if (entry.opener?.isConnected) entry.opener.focus({ preventScroll: true });
  else if (stack.length) stack.at(-1).el.focus({ preventScroll: true });
}

// Only the topmost dialog takes part; the page behind it is neither read nor reached.
function settle() {
  $("#app").inert = stack.length > 0;
  stack.forEach((entry, index) => {
    entry.overlay.inert = index < stack.length - 1;
  });
}

function onKey(event, entry) {
  if (event.key === "Escape" && !popupIsOpen()) {
    event.preventDefault();
    event.stopPropagation();
    entry.escape();
  }
  if (event.key === "Tab") cycle(event, entry.el);
}

function cycle(event, root) {
  const nodes = focusables(root);
  if (!nodes.length) return void event.preventDefault();
  const here = document.activeElement;
  const edge = event.shiftKey ? nodes[0] : nodes.at(-1);
  if (here !== edge && here !== root && root.contains(here)) return;
  if (here === root && !event.shiftKey) return;
  (event.shiftKey ? nodes.at(-1) : nodes[0]).focus();
  event.preventDefault();
}

// Asks before something happens; resolves to whether the person agreed.
export function confirm({ title, body, yes, no, danger = false }) {
  return new Promise((resolve) => {
    let agreed = false;
    const done = (answer) => {
      agreed = answer;
      dialog.close();
    };
    const buttons = [
      h(
        "button",
        { type: "button", class: "btn", data: { testid: "confirm-no" }, on: { click: () => done(false) } },
        no,
      ),
      h(
        "button",
        {
          type: "button",
          class: `btn ${danger ? "btn-danger" : "btn-primary"}`,
          data: { testid: "confirm-yes" },
          on: { click: () => done(true) },
        },
        yes,
      ),
    ];
    const content = [
      h("h2", { class: "dialog-title" }, title),
      h("div", { class: "dialog-body" }, body),
      h("div", { class: "dialog-foot" }, buttons),
    ];
    const dialog = openDialog(content, {
      label: title,
      className: "confirm",
      role: "alertdialog",
      onClose: () => resolve(agreed),
    });
    buttons[1].focus();
  });
}

export function enlarge(src, alt, title) {
  const picture = h("img", { src, alt, class: "lightbox-image" });
  const close = h(
    "button",
    {
      type: "button",
      class: "icon-btn lightbox-close",
      "aria-label": "Close the picture",
      on: { click: () => dialog.close() },
    },
    "✕",
  );
  const caption = h("figcaption", { class: "lightbox-caption" }, title || alt);
  const dialog = openDialog(h("figure", { class: "lightbox-figure" }, close, picture, caption), {
    label: title || alt || "Picture",
    className: "lightbox",
  });
  dialog.overlay.addEventListener("click", (event) => event.target === dialog.overlay && dialog.close());
  close.focus();
}
