// What goes on beyond the edge of a pane says so: a phone cuts a table between two columns, and shows no bar to scroll.

import { h } from "./dom.js";

// The scroller of a table and, while it is wider than the pane, a line that says what stands to the right.
export function sideways(about, grid) {
  const more = h("div", { class: "table-more", hidden: true }, "Scroll sideways for the rest");
  const scroller = h("div", { class: "table-scroll", tabIndex: 0, role: "region", ...about }, grid);
  const seen = new ResizeObserver(() => {
    more.hidden = scroller.scrollWidth <= scroller.clientWidth + 1;
  });
  seen.observe(scroller);
  seen.observe(grid);
  return [more, scroller];
}
