// The markdown block: the common core of Markdown (headings, lists, quotes, code, rules, inline marks), as nodes.
// Slack reads its own <...> tokens there too, so they are active here as well.

import { fragment, h } from "./dom.js";
import { linkNode } from "./entities.js";
import { decode, entityNode } from "./mrkdwn.js";

const INLINE = [
  [/^`([^`\n]+)`/, (m) => h("code", { class: "code" }, decode(m[1]))],
  [/^\*\*(\S(?:[^\n]*?\S)?)\*\*/, (m) => h("strong", {}, inline(m[1]))],
  [/^~~(\S(?:[^\n]*?\S)?)~~/, (m) => h("s", {}, inline(m[1]))],
  [/^[*_](\S(?:[^*_\n]*?\S)?)[*_](?![\p{L}\p{N}])/u, (m) => h("em", {}, inline(m[1]))],
  [/^\[([^\]\n]+)\]\(([^)\s]+)\)/, (m) => linkNode(decode(m[2]), decode(m[1]))],
  [/^<([^<>\n]+)>/, (m) => entityNode(m[1])],
];

function inline(text) {
  const out = fragment();
  let run = "";
  for (let at = 0; at < text.length;) {
    const found = match(text.slice(at));
    if (!found) {
      run += text[at++];
      continue;
    }
    out.append(decode(run), found.node);
    run = "";
    at += found.length;
  }
  out.append(decode(run));
  return out;
}

function match(text) {
  if (!"`*~_[<".includes(text[0])) return null;
  for (const [pattern, make] of INLINE) {
    const found = pattern.exec(text);
    const node = found && make(found);
    if (node) return { node, length: found[0].length };
  }
  return null;
}

// Each kind of block takes as many lines as are its own from the front of `rest`.
const BLOCKS = [
  [/^```/, fence],
  [/^#{1,6} /, (rest) => heading(rest.shift())],
  [/^(?:---+|\*\*\*+)\s*$/, (rest) => (rest.shift(), h("hr", { class: "divider" }))],
  [/^(?:>|&gt;)/, quote],
  [/^\s*(?:[-*+]|\d+[.)]) /, list],
];

function blocks(rest) {
  const out = fragment();
  while (rest.length) {
    if (!rest[0].trim()) {
      rest.shift();
      continue;
    }
    const kind = BLOCKS.find(([pattern]) => pattern.test(rest[0]));
    out.append(kind ? kind[1](rest) : paragraph(rest));
  }
  return out;
}

function taken(rest, test) {
  const lines = [];
  while (rest.length && test(rest[0])) lines.push(rest.shift());
  return lines;
}

function fence(rest) {
  rest.shift();
  const code = taken(rest, (line) => !line.startsWith("```"));
  rest.shift();
  return h("pre", { class: "code-block" }, h("code", {}, decode(code.join("\n"))));
}

function heading(line) {
  const level = /^#+/.exec(line)[0].length;
  return h(
    "div",
    { class: `md-h md-h${Math.min(level, 3)}`, role: "heading", "aria-level": String(level + 2) },
    inline(line.replace(/^#+ /, "")),
  );
}

function quote(rest) {
  const lines = taken(rest, (line) => /^(?:>|&gt;)/.test(line));
  return h("blockquote", { class: "quote" }, blocks(lines.map((line) => line.replace(/^(?:>|&gt;) ?/, ""))));
}

function list(rest) {
  const ordered = /^\s*\d/.test(rest[0]);
  const items = taken(rest, (line) => /^\s*(?:[-*+]|\d+[.)]) /.test(line));
  const entry = (line) =>
    h(
      "li",
      { data: { indent: Math.min(8, Math.floor(/^\s*/.exec(line)[0].length / 2)) } },
      inline(line.replace(/^\s*(?:[-*+]|\d+[.)]) /, "")),
    );
  return h(ordered ? "ol" : "ul", { class: "rich-list" }, items.map(entry));
}

function paragraph(rest) {
  const more = (line) => line.trim() && !BLOCKS.some(([pattern]) => pattern.test(line));
  const lines = [rest.shift(), ...taken(rest, more)];
  return h("p", { class: "md-p" }, inline(lines.join("\n")));
}

export const markdown = (text) => h("div", { class: "rich" }, blocks((text ?? "").split("\n")));
