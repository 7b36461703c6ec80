// The page's icons as path data, drawn into SVG nodes: no files to fetch, and they take the text's color.

const SVG = "http://www.w3.org/2000/svg";

// On a 20 x 20 grid, stroked. A leading "=" means filled.
const PATHS = {
  hash: ["M4 7.5h13", "M3 12.5h13", "M8.2 3 6.2 17", "M13.8 3l-2 14"],
  lock: ["M5 9h10v8H5z", "M7 9V6.5a3 3 0 0 1 6 0V9"],
  caret: ["M5.5 8l4.5 4.5L14.5 8"],
  left: ["M12.5 4.5 7 10l5.5 5.5"],
  right: ["M7.5 4.5 13 10l-5.5 5.5"],
  close: ["M5 5l10 10", "M15 5 5 15"],
  more: [
    "=M10 5.6a1.4 1.4 0 1 1 0-2.8 1.4 1.4 0 0 1 0 2.8z",
    "=M10 11.4a1.4 1.4 0 1 1 0-2.8 1.4 1.4 0 0 1 0 2.8z",
    "=M10 17.2a1.4 1.4 0 1 1 0-2.8 1.4 1.4 0 0 1 0 2.8z",
  ],
  dots: [
    "=M4.4 8.6a1.5 1.5 0 1 1 0 2.9 1.5 1.5 0 0 1 0-2.9z",
    "=M10 8.6a1.5 1.5 0 1 1 0 2.9 1.5 1.5 0 0 1 0-2.9z",
    "=M15.6 8.6a1.5 1.5 0 1 1 0 2.9 1.5 1.5 0 0 1 0-2.9z",
  ],
  reply: ["M3.5 4.5h13v9h-7L6 16.6v-3.1H3.5z", "M7 8h6", "M7 10.5h4"],
  link: [
    "M8.2 11.8a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 1 0-4.3-4.3l-1.2 1.2",
    "M11.8 8.2a3 3 0 0 0-4.3 0l-2.7 2.7a3 3 0 1 0 4.3 4.3l1.2-1.2",
  ],
  copy: ["M7.5 7.5h9v9h-9z", "M12.5 4.5v-1h-9v9h1"],
  eye: ["M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z", "M10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z"],
  clip: ["M14.6 9.3 9.2 14.7a3.2 3.2 0 0 1-4.5-4.5l6-6a2.1 2.1 0 0 1 3 3l-6 6a1 1 0 0 1-1.5-1.5l5.2-5.2"],
  send: ["=M3.2 3.4c-.3-.9.5-1.6 1.3-1.2l13 6.7c.9.5.9 1.7 0 2.2l-13 6.7c-.8.4-1.6-.3-1.3-1.2L5 11l6.2-1L5 9z"],
  at: ["M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6z", "M13 7v4.2c0 2.4 3.8 2.2 3.8-1.4A6.8 6.8 0 1 0 13.5 16"],
  slash: ["M4 3h12v14H4z", "M11.6 6.2 8.4 13.8"],
  clock: ["M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z", "M10 6.2V10l2.6 1.8"],
  calendar: ["M3.5 5h13v11.5h-13z", "M3.5 8.5h13", "M7 3v3.4", "M13 3v3.4"],
  check: ["M4 10.6 8.2 15 16 5.6"],
  pencil: ["M4 16l.8-3.4L13.6 3.8l2.6 2.6-8.8 8.8z", "M11.8 5.6l2.6 2.6"],
  home: ["M3 9.4 10 3.6l7 5.8", "M5 8.2V16.5h10V8.2", "M8.4 16.5v-4.4h3.2v4.4"],
  pulse: ["M2.5 10.5h3.4l2.1-5.6 3.6 10.2 2.1-4.6h3.8"],
  file: ["M5 2.8h6.4L15.5 7v10.2H5z", "M11.2 2.8V7.2h4.2"],
  down: ["M10 3.8v11.6", "M5.2 10.8l4.8 4.8 4.8-4.8"],
  replay: ["M4 10a6 6 0 1 0 2-4.5", "M6.2 2.6v3.2h3.2"],
  person: ["M10 9.6a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z", "M4 17c.4-3.4 2.8-5 6-5s5.6 1.6 6 5"],
  undo: ["M4.5 4v4.5H9", "M4.8 8.2a6 6 0 1 1-.6 4.2"],
  trash: ["M4 5.5h12", "M8 5.5V3.6h4v1.9", "M5.4 5.5 6 16.5h8l.6-11", "M8.5 8.5v5", "M11.5 8.5v5"],
  search: ["M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z", "M13 13l4 4"],
  box: ["M3.5 4h13v3.4h-13z", "M4.6 7.4V16.5h10.8V7.4", "M8.2 10.2h3.6"],
  info: ["M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z", "M10 9.2v4.3", "M10 6.4v.2"],
  warning: ["M10 3.2 17.6 16.5H2.4z", "M10 8v4", "M10 14.2v.2"],
};

export function icon(name, extra = "") {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = { viewBox: "0 0 20 20", class: `icon ${extra}`.trim(), "aria-hidden": "true", focusable: "false" };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  for (const d of PATHS[name] ?? []) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d.replace(/^=/, ""));
    if (d.startsWith("=")) path.setAttribute("class", "icon-fill");
    svg.append(path);
  }
  return svg;
}
