// The rich_text block: structured text in which nothing is parsed, the safe way to quote what people wrote.

import { fragment, h } from "./dom.js";
import { broadcastNode, channelNode, dateNode, emojiNode, linkNode, userNode } from "./entities.js";

const WRAPS = [
  ["code", "code"],
  ["bold", "strong"],
  ["italic", "em"],
  ["strike", "s"],
  ["underline", "u"],
];

export const richText = (block) => h("div", { class: "rich" }, (block.elements ?? []).map(part));

function part(element) {
  const border = element.border ? " rich-border" : "";
  if (element.type === "rich_text_section") return h("div", { class: "rich-section" }, inlines(element.elements));
  if (element.type === "rich_text_quote")
    return h("blockquote", { class: `quote${border}` }, inlines(element.elements));
  if (element.type === "rich_text_preformatted") {
    return h("pre", { class: `code-block${border}` }, h("code", {}, inlines(element.elements)));
  }
  return element.type === "rich_text_list" ? list(element, border) : null;
}

function list(element, border) {
  const ordered = element.style === "ordered";
  const indent = Math.min(element.indent ?? 0, 8);
  const items = (element.elements ?? []).map((item) => h("li", {}, inlines(item.elements)));
  const start = ordered && element.offset ? element.offset + 1 : null;
  return h(ordered ? "ol" : "ul", { class: `rich-list${border}`, data: { indent }, start }, items);
}

function inlines(elements) {
  const out = fragment();
  for (const element of elements ?? []) out.append(styled(inline(element), element.style));
  return out;
}

const KINDS = {
  text: (e) => document.createTextNode(e.text ?? ""),
  link: (e) => linkNode(e.url ?? "", e.text || e.url || ""),
  user: (e) => userNode(e.user_id),
  usergroup: (e) => broadcastNode(e.usergroup_id),
  channel: (e) => channelNode(e.channel_id),
  broadcast: (e) => broadcastNode(e.range),
  emoji: (e) => (e.unicode ? document.createTextNode(fromHex(e.unicode)) : emojiNode(e.name)),
  date: (e) => dateNode(e.timestamp, e.format ?? "{date_pretty}", e.url, e.fallback ?? ""),
  color: (e) => h("code", { class: "code" }, e.value ?? ""),
};

const fromHex = (hex) => String.fromCodePoint(...hex.split("-").map((code) => Number.parseInt(code, 16)));
const inline = (element) => KINDS[element.type]?.(element) ?? document.createTextNode(element.text ?? "");

function styled(node, style) {
  let out = node;
  for (const [name, tag] of WRAPS) {
    if (style?.[name]) out = h(tag, name === "code" ? { class: "code" } : {}, out);
  }
  return out;
}
