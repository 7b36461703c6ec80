// The data_table block: a table that sorts by a press on a column's head and shows so many rows at a time. Where it is
// sorted and which page is open stay with the block until the app changes it.

import { fill, h, uid } from "./dom.js";
import { icon } from "./icons.js";
import { richText } from "./richtext.js";
import { sideways } from "./sideways.js";

const PAGE = 5; // Slack's own, where the block names none

export function dataTable(block) {
  const [head = [], ...rows] = block.rows ?? [];
  const size = block.page_size ?? PAGE;
  const view = { rows, by: null, down: false, page: 0 };
  // Beside the table and not in it: a table that is wider than the pane is scrolled, and its name stays.
  const caption = h("div", { class: "table-caption", id: uid("caption") }, block.caption ?? "");
  const body = h("tbody", {});
  const heads = head.map((cell, column) => columnHead(cell, column, rows[0]?.[column], () => sort(column)));
  const grid = h("table", { class: "table data-table", "aria-labelledby": caption.id }, h("thead", {}, h("tr", {}, heads)), body);
  const range = h("span", { class: "table-range", role: "status" });
  const back = step("Previous rows", "left", () => turn(-1));
  const on = step("Next rows", "right", () => turn(1));
  const scrolled = sideways({ "aria-labelledby": caption.id }, grid);

  function sort(column) {
    view.down = view.by === column && !view.down;
    view.by = column;
    view.rows = rows.toSorted((a, b) => compare(a[column], b[column]) * (view.down ? -1 : 1));
    view.page = 0;
    for (const [at, th] of heads.entries()) {
      const is = at === column ? (view.down ? "descending" : "ascending") : "none";
      th.setAttribute("aria-sort", is);
    }
    draw();
  }

  function turn(by) {
    view.page += by;
    draw();
    const pressed = by > 0 ? on : back;
    if (pressed.disabled) (by > 0 ? back : on).focus({ preventScroll: true });
  }

  function draw() {
    const first = view.page * size;
    const last = Math.min(rows.length, first + size);
    const headAt = block.row_header_column_index ?? 0;
    fill(
      body,
      view.rows.slice(first, last).map((row) =>
        h(
          "tr",
          {},
          row.map((cell, at) => bodyCell(cell, at === headAt)),
        ),
      ),
    );
    range.textContent = `${first + 1}–${last} of ${rows.length}`;
    back.disabled = first === 0;
    on.disabled = last === rows.length;
  }

  draw();
  const pages = rows.length > size && h("div", { class: "table-pages" }, range, back, on);
  return h("div", { class: "data-table-box" }, caption, scrolled, pages);
}

function columnHead(cell, column, below, sort) {
  const button = h(
    "button",
    { type: "button", class: "sort", data: { part: `sort-${column}` }, on: { click: sort } },
    wordsOf(cell),
    icon("caret", "sort-sign"),
  );
  return h("th", { scope: "col", class: `cell-${side(below ?? cell)}`, "aria-sort": "none" }, button);
}

function bodyCell(cell, isHead) {
  const shown = cell.type === "rich_text" ? richText(cell) : wordsOf(cell);
  return h(isHead ? "th" : "td", { scope: isHead ? "row" : null, class: `cell-${side(cell)} cell-words` }, shown);
}

function step(label, sign, click) {
  const about = { type: "button", class: "btn", "aria-label": label, data: { part: label }, on: { click } };
  return h("button", about, icon(sign));
}

const side = (cell) => (cell.type === "raw_number" ? "right" : "left");
const wordsOf = (cell) => cell.text ?? String(cell.value ?? "");

// Numbers by their value, words as people sort them ("2" before "10").
function compare(a, b) {
  if (a?.type === "raw_number" && b?.type === "raw_number") return a.value - b.value;
  return plainOf(a).localeCompare(plainOf(b), "en", { numeric: true });
}

const plainOf = (cell) => (cell?.type === "rich_text" ? richText(cell).textContent : wordsOf(cell ?? {}));
