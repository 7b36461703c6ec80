// The data_visualization block: a line, bar, area or pie chart as SVG, in the page's own colors, with every value in
// words for those who listen. Shapes and hatches tell series apart as well as colors do.

import { h, uid } from "./dom.js";
import { drawPie } from "./pie.js";
import { svg, swatch } from "./svg.js";

const WIDEST = 536;
const NARROWEST = 220;
const HEIGHT = 250;
const BOX = { left: 64, right: 12, top: 12, bottom: 46 };
const HIGH = HEIGHT - BOX.top - BOX.bottom;

export function chart(block) {
  const spec = block.chart ?? {};
  const title = h("figcaption", { class: "chart-title", id: uid("chart") }, block.title ?? "");
  const isPie = spec.type === "pie";
  const said = h("div", { class: "unseen", id: uid("chart-words") }, isPie ? pieWords(spec) : plottedWords(spec));
  const picture = svg("svg", { class: isPie ? "chart-pie" : "chart-plot", role: "img" });
  picture.setAttribute("aria-labelledby", title.id);
  picture.setAttribute("aria-describedby", said.id);
  if (isPie) draw(picture, 250, drawPie(spec.segments ?? []));
  else fitted(picture, spec);
  const names = isPie ? (spec.segments ?? []).map(share(spec)) : (spec.series ?? []).map((one) => one.name);
  return h("figure", { class: "chart", data: { chart: spec.type } }, title, picture, legend(names), said);
}

function draw(picture, width, parts) {
  picture.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
  picture.replaceChildren(...parts);
}

// Drawn for the room that it has: letters stay as large on a phone as on a desk.
function fitted(picture, spec) {
  const plot = (room) => draw(picture, room, plotted(spec, room));
  plot(WIDEST);
  new ResizeObserver(([seen]) => {
    const room = Math.round(seen.contentRect.width);
    if (room) plot(Math.max(NARROWEST, Math.min(WIDEST, room)));
  }).observe(picture);
}

const share = (spec) => (segment) => {
  const total = spec.segments.reduce((sum, one) => sum + one.value, 0);
  return `${segment.label}, ${Math.round((segment.value / total) * 100)}%`;
};

function legend(names) {
  return h(
    "ul",
    { class: "chart-legend" },
    names.map((name, at) => h("li", {}, swatch(at), h("span", {}, name))),
  );
}

const pieWords = (spec) => (spec.segments ?? []).map((one) => `${one.label}: ${number(one.value)}. `);

function plottedWords(spec) {
  const categories = spec.axis_config?.categories ?? [];
  const at = (series, category) => series.data.find((point) => point.label === category)?.value;
  return categories.map((category) => {
    const values = (spec.series ?? []).map((one) => `${one.name} ${number(at(one, category))}`);
    return `${category}: ${values.join(", ")}. `;
  });
}

const number = (value) => (typeof value === "number" ? value.toLocaleString("en-US") : "none");

function plotted(spec, width) {
  const series = spec.series ?? [];
  const categories = spec.axis_config?.categories ?? [];
  const values = series.map((one) => categories.map((c) => one.data.find((point) => point.label === c)?.value ?? 0));
  const scale = scaleOf(values.flat());
  const slot = (width - BOX.left - BOX.right) / Math.max(1, categories.length);
  const space = { scale, slot, width, x: (at) => BOX.left + slot * (at + 0.5), y: (value) => yOf(scale, value) };
  const draw = { bar: bars, line: lines, area: areas }[spec.type] ?? bars;
  return [...grid(space, spec.axis_config), ...labels(categories, space), ...draw(values, space, series, categories)];
}

const yOf = (scale, value) => BOX.top + HIGH * (1 - (value - scale.low) / (scale.high - scale.low));

// From nothing (or below) to a round number above the highest, in about four steps.
function scaleOf(values) {
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const rough = (high - low || 1) / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * unit).find((one) => one >= rough);
  const whole = values.every(Number.isInteger) ? Math.max(1, step) : step;
  return { low: Math.floor(low / whole) * whole, high: Math.ceil((high || 1) / whole) * whole, step: whole };
}

function grid({ scale, width }, axis) {
  const out = [];
  for (let value = scale.low; value <= scale.high + scale.step / 1e6; value += scale.step) {
    const y = yOf(scale, value);
    const zero = Math.abs(value) < scale.step / 1e6;
    out.push(
      svg("line", { x1: BOX.left, x2: width - BOX.right, y1: y, y2: y, class: zero ? "chart-zero" : "chart-grid" }),
    );
    out.push(svg("text", { x: BOX.left - 6, y: y + 4, class: "chart-tick chart-tick-y" }, short(value)));
  }
  if (axis?.x_label)
    out.push(svg("text", { x: (BOX.left + width - BOX.right) / 2, y: HEIGHT - 4, class: "chart-axis" }, axis.x_label));
  if (axis?.y_label) {
    const middle = BOX.top + HIGH / 2;
    out.push(
      svg("text", { x: 10, y: middle, class: "chart-axis", transform: `rotate(-90 10 ${middle})` }, axis.y_label),
    );
  }
  return out;
}

const short = (value) =>
  value.toLocaleString("en-US", {
    notation: Math.abs(value) >= 10000 ? "compact" : "standard",
    maximumFractionDigits: 2,
  });

function labels(categories, { x, slot }) {
  const turned = slot < 46;
  return categories.map((name, at) => {
    const y = HEIGHT - BOX.bottom + 15;
    const place = turned
      ? { transform: `rotate(-35 ${x(at)} ${y})`, class: "chart-tick chart-tick-turned" }
      : { class: "chart-tick" };
    return svg(
      "text",
      { x: x(at), y, ...place },
      name.length * 6 > slot && !turned ? `${name.slice(0, slot / 6)}…` : name,
    );
  });
}

const hover = (series, categories, s, c, value) =>
  svg("title", {}, `${series[s].name}, ${categories[c]}: ${number(value)}`);

function bars(values, { slot, y }, series, categories) {
  const wide = (slot * 0.72) / Math.max(1, values.length);
  return values.flatMap((row, s) =>
    row.map((value, c) => {
      const top = Math.min(y(value), y(0));
      const x = BOX.left + slot * c + slot * 0.14 + wide * s;
      const box = { x, y: top, width: Math.max(1, wide - 1.5), height: Math.abs(y(value) - y(0)), rx: 1.5 };
      return svg("rect", { ...box, class: `chart-bar chart-ink-${s}` }, hover(series, categories, s, c, value));
    }),
  );
}

function lines(values, { x, y }, series, categories) {
  return values.flatMap((row, s) => [
    svg("polyline", {
      points: row.map((value, c) => `${x(c)},${y(value)}`).join(" "),
      class: `chart-line chart-ink-${s}`,
    }),
    ...row.map((value, c) =>
      svg(
        "circle",
        { cx: x(c), cy: y(value), r: 3.5, class: `chart-dot chart-ink-${s}` },
        hover(series, categories, s, c, value),
      ),
    ),
  ]);
}

function areas(values, space, series, categories) {
  const { x, y } = space;
  const last = values[0]?.length - 1;
  const filled = values.map((row, s) =>
    svg("polygon", {
      points: [`${x(0)},${y(0)}`, ...row.map((value, c) => `${x(c)},${y(value)}`), `${x(last)},${y(0)}`].join(" "),
      class: `chart-area chart-ink-${s}`,
    }),
  );
  return [...filled, ...lines(values, space, series, categories)];
}
