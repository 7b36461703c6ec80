// A pie chart's slices, from the top and clockwise.

import { svg } from "./svg.js";

const MIDDLE = 125;
const RADIUS = 112;

export function drawPie(segments) {
  const total = segments.reduce((sum, one) => sum + one.value, 0);
  if (segments.length === 1)
    return [svg("circle", { cx: MIDDLE, cy: MIDDLE, r: RADIUS, class: "chart-slice chart-ink-0" })];
  let from = 0;
  return segments.map((segment, at) => {
    const to = from + segment.value / total;
    const slice = svg("path", { d: path(from, to), class: `chart-slice chart-ink-${at}` }, [
      svg("title", {}, `${segment.label}: ${segment.value.toLocaleString("en-US")}`),
    ]);
    from = to;
    return slice;
  });
}

function path(from, to) {
  const point = (part) => {
    const angle = (part - 0.25) * 2 * Math.PI;
    return `${MIDDLE + RADIUS * Math.cos(angle)} ${MIDDLE + RADIUS * Math.sin(angle)}`;
  };
  return `M${MIDDLE} ${MIDDLE} L${point(from)} A${RADIUS} ${RADIUS} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)} Z`;
}
