// The list behind every select menu: filtered by typing, walked by arrows, one or many choices.

import { fill, h, uid } from "./dom.js";
import { icon } from "./icons.js";
import { closePopup, openPopup, popupAnchor } from "./popup.js";

const SEARCH_FROM = 8;

// options: [{id, label, description, group, node}]; `chosen` is a Set of ids. `onPick(ids)` runs on each change.
export function openPicker({ anchor, options, chosen, many = false, label, searchable, onPick, onClose }) {
  if (popupAnchor() === anchor) return void closePopup({ refocus: true });
  const state = { options, shown: options, chosen: new Set(chosen), many, active: -1, onPick };
  const list = h("div", {
    class: "picker-list",
    role: "listbox",
    id: uid("list"),
    "aria-label": label,
    "aria-multiselectable": many ? "true" : null,
  });
  const search = (searchable ?? options.length >= SEARCH_FROM) ? searchBox(list, label) : null;
  const host = search ?? list;
  const draw = () => drawOptions(state, list, host);
  if (!search) list.tabIndex = 0;
  host.addEventListener("keydown", (event) => onKey(event, state, draw));
  search?.addEventListener("input", () => filter(state, search.value, draw));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // keys go on working after a press
  list.addEventListener("click", (event) => onClick(event, state, draw));
  state.active = Math.max(
    0,
    options.findIndex((option) => state.chosen.has(option.id)),
  );
  const content = h(
    "div",
    { class: "picker" },
    search && h("div", { class: "picker-search" }, icon("search"), search),
    list,
  );
  openPopup(anchor, content, { onClose, match: true });
  draw();
  host.focus({ preventScroll: true });
}

const searchBox = (list, label) =>
  h("input", {
    class: "picker-input",
    type: "text",
    role: "combobox",
    placeholder: "Search",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": `Search: ${label}`,
    "aria-expanded": "true",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
  });

function drawOptions(state, list, host) {
  let group;
  const nodes = state.shown.flatMap((option, index) => {
    const head = option.group !== group && option.group;
    group = option.group;
    return [
      head && h("div", { class: "picker-group", role: "presentation" }, head),
      optionNode(state, option, index, list.id),
    ];
  });
  fill(list, nodes.length ? nodes : h("div", { class: "picker-none" }, "Nothing fits."));
  const active = list.querySelector(".is-active");
  host.setAttribute("aria-activedescendant", active?.id ?? "");
  active?.scrollIntoView({ block: "nearest" });
}

function optionNode(state, option, index, listId) {
  const isChosen = state.chosen.has(option.id);
  return h(
    "div",
    {
      id: `${listId}-${index}`,
      role: "option",
      "aria-selected": String(isChosen),
      data: { option: option.id, index },
      class: `picker-option${index === state.active ? " is-active" : ""}`,
    },
    option.node,
    h(
      "span",
      { class: "picker-text" },
      h("span", {}, option.label),
      option.description && h("span", { class: "picker-hint" }, option.description),
    ),
    isChosen && icon("check", "picker-check"),
  );
}

function filter(state, words, draw) {
  const wanted = words.trim().toLowerCase();
  state.shown = state.options.filter((option) =>
    `${option.label} ${option.description ?? ""}`.toLowerCase().includes(wanted),
  );
  state.active = state.shown.length ? 0 : -1;
  draw();
}

function choose(state, index, draw) {
  const option = state.shown[index];
  if (!option) return;
  if (!state.many) {
    closePopup({ refocus: true });
    state.onPick([option.id]);
    return;
  }
  if (!state.chosen.delete(option.id)) state.chosen.add(option.id);
  state.active = index;
  state.onPick([...state.chosen]);
  draw();
}

function onClick(event, state, draw) {
  const node = event.target.closest("[role=option]");
  if (node) choose(state, Number(node.dataset.index), draw);
}

function onKey(event, state, draw) {
  const last = state.shown.length - 1;
  const moves = {
    ArrowDown: Math.min(last, state.active + 1),
    ArrowUp: Math.max(0, state.active - 1),
    Home: 0,
    End: last,
    PageDown: Math.min(last, state.active + 8),
    PageUp: Math.max(0, state.active - 8),
  };
  if (event.key in moves && !(event.target.matches("input") && ["Home", "End"].includes(event.key))) {
    state.active = moves[event.key];
  } else if (event.key === "Enter" || (event.key === " " && !event.target.matches("input"))) {
    event.preventDefault();
    event.stopPropagation();
    return void choose(state, state.active, draw);
  } else if (event.key.length === 1 && !event.target.matches("input") && !event.ctrlKey && !event.metaKey) {
    const found = state.shown.findIndex(
      (o, i) => i > state.active && o.label.toLowerCase().startsWith(event.key.toLowerCase()),
    );
    state.active = found >= 0 ? found : state.active;
  } else {
    return;
  }
  event.preventDefault();
  draw();
}
