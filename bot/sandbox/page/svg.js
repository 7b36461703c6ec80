// SVG nodes, built like all others: text enters as text nodes only.

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  for (const child of children.flat(Infinity)) if (child !== null && child !== undefined) node.append(child);
  return node;
}

// The sign of a series in a legend.
export const swatch = (at) =>
  svg("svg", { viewBox: "0 0 12 12", class: "chart-swatch", "aria-hidden": "true" }, [
    svg("rect", { width: 12, height: 12, rx: 3, class: `chart-ink-${at}` }),
  ]);
