// One floating layer for menus, pickers and calendars: placed at its anchor, above modals, closed by Escape, by a press
// elsewhere, or when its anchor is redrawn. The focus goes back to the anchor.

import { $, h } from "./dom.js";

let open = null;

// `content` is a node. Returns {close}. `onClose(returned)` runs once.
export function openPopup(anchor, content, { onClose, align = "start", label, match = false } = {}) {
  closePopup();
  const el = h("div", { class: "popup", "aria-label": label }, content);
  open = { el, anchor, align, match, onClose };
  $("#popups").append(el);
  anchor.setAttribute("aria-expanded", "true");
  place();
  el.addEventListener("keydown", onKey);
  return { close: closePopup, place };
}

export const popupIsOpen = () => Boolean(open);
export const popupAnchor = () => open?.anchor ?? null;

export function closePopup({ refocus = false } = {}) {
  if (!open) return;
  const { el, anchor, onClose } = open;
  open = null;
  const hadFocus = el.contains(document.activeElement);
  el.remove();
  // While it is marked as expanded an anchor that shows on hover alone is still visible, and can take the focus.
  if ((refocus || hadFocus) && anchor.isConnected) anchor.focus({ preventScroll: true });
  anchor.setAttribute("aria-expanded", "false");
  onClose?.();
}

function onKey(event) {
  if (event.key === "Escape") {
    event.stopPropagation();
    event.preventDefault();
    closePopup({ refocus: true });
  } else if (event.key === "Tab") {
    closePopup({ refocus: true }); // the browser then moves on from the anchor
  }
}

const GAP = 4;
const EDGE = 8;

function place() {
  if (!open) return;
  const { el, anchor, align, match } = open;
  if (!anchor.isConnected) return void closePopup();
  const at = anchor.getBoundingClientRect();
  if (match) el.style.minWidth = `${Math.max(at.width, 200)}px`;
  const size = el.getBoundingClientRect();
  const below = innerHeight - at.bottom - EDGE;
  const up = size.height > below && at.top > below;
  const left = align === "end" ? at.right - size.width : at.left;
  el.style.maxHeight = `${Math.max(160, (up ? at.top : below) - GAP)}px`;
  el.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - size.width - EDGE))}px`;
  el.style.top = up ? "auto" : `${at.bottom + GAP}px`;
  el.style.bottom = up ? `${innerHeight - at.top + GAP}px` : "auto";
}

addEventListener("resize", place);
addEventListener("scroll", (event) => open && !open.el.contains(event.target) && place(), true);
addEventListener(
  "pointerdown",
  (event) => {
    if (open && !open.el.contains(event.target) && !open.anchor.contains(event.target)) closePopup();
  },
  true,
);

// A redraw that removes the anchor leaves no orphan behind.
new MutationObserver(() => open && !open.anchor.isConnected && closePopup()).observe(document.documentElement, {
  childList: true,
  subtree: true,
});
