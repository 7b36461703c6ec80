// Slack's mrkdwn as nodes. The text arrives escaped (&amp; &lt; &gt;); it is decoded only when it becomes a text node,
// so what was escaped can never turn active, and what was not escaped is shown active: an injection is visible.

import { fragment, h } from "./dom.js";
import { broadcastNode, channelNode, dateNode, emojiNode, linkNode, userNode } from "./entities.js";
import { withEmoji } from "./emoji.js";
import { channelByName } from "./store.js";

const STYLES = { "*": "strong", _: "em", "~": "s" };
const FENCE = /```\n?([\s\S]+?)\n?```/g;
const QUOTED = /^(?:&gt;|>) ?/;
const WORD = /[\p{L}\p{N}]/u;

export const decode = (text) => text.replace(/&(amp|lt|gt);/g, (whole, name) => ({ amp: "&", lt: "<", gt: ">" })[name]);

// `auto`: true = bare URLs, #channels and @channel become active, as in Slack without `verbatim`; "urls" = URLs only.
export function mrkdwn(text, { auto = true } = {}) {
  const out = fragment();
  let end = 0;
  for (const match of text.matchAll(FENCE)) {
    out.append(lines(text.slice(end, match.index).replace(/\n$/, ""), auto));
    out.append(h("pre", { class: "code-block" }, h("code", {}, decode(match[1]))));
    end = match.index + match[0].length;
  }
  out.append(lines(text.slice(end).replace(end ? /^\n/ : /^$/, ""), auto));
  return out;
}

export const plain = (text, withShortcodes = true) => (withShortcodes ? withEmoji(text) : text);

// A text object of Block Kit, whichever kind it is.
export function textObject(object) {
  if (!object) return fragment();
  if (object.type === "mrkdwn") return mrkdwn(object.text ?? "", { auto: !object.verbatim });
  return document.createTextNode(plain(object.text ?? "", object.emoji !== false));
}

// What a screen reader should hear of a message's `text`: the same words without the marks.
export function spoken(text) {
  const box = h("div", {}, mrkdwn(text ?? "", { auto: false }));
  return box.textContent.trim();
}

function lines(text, auto) {
  const out = fragment();
  if (!text) return out;
  for (const group of grouped(text.split("\n"))) {
    const body = group.lines.join("\n");
    if (group.quoted) out.append(h("blockquote", { class: "quote" }, paragraphs(body, auto)));
    else out.append(paragraphs(body, auto));
  }
  return out;
}

// Neighboring lines of one kind together; ">>>" quotes everything after it.
function grouped(all) {
  const groups = [];
  let rest = false;
  for (const line of all) {
    const opensRest = /^(?:&gt;){3}|^>>>/.test(line);
    rest ||= opensRest;
    const quoted = rest || QUOTED.test(line);
    const clean = opensRest ? line.replace(/^(?:(?:&gt;){3}|>>>) ?/, "") : rest ? line : line.replace(QUOTED, "");
    const last = groups.at(-1);
    if (last?.quoted === quoted) last.lines.push(clean);
    else groups.push({ quoted, lines: [clean] });
  }
  return groups;
}

// A blank line is a smaller gap than a whole line, as in Slack.
function paragraphs(text, auto) {
  const parts = text.replace(/^\n+|\n+$/g, "").split(/\n(?:[ \t]*\n)+/);
  return fragment(parts.map((part, index) => [index > 0 && h("span", { class: "gap" }), inline(part, auto)]));
}

function inline(text, auto) {
  const out = fragment();
  let run = "";
  const flush = () => {
    if (run) out.append(decode(run));
    run = "";
  };
  for (let at = 0; at < text.length;) {
    const found = token(text, at, auto);
    if (!found) {
      run += text[at++];
      continue;
    }
    flush();
    out.append(found.node);
    at = found.end;
  }
  flush();
  return out;
}

function token(text, at, auto) {
  const sign = text[at];
  if (sign === "<") return entity(text, at);
  if (sign === "`") return codeSpan(text, at);
  if (sign in STYLES) return styled(text, at, auto);
  if (sign === ":") return shortcode(text, at);
  return auto ? automatic(text, at, auto === "urls") : null;
}

function entity(text, at) {
  const close = text.indexOf(">", at);
  const inner = close > at + 1 ? text.slice(at + 1, close) : "";
  if (!inner || inner.includes("<") || inner.includes("\n")) return null;
  const node = entityNode(inner);
  return node && { node, end: close + 1 };
}

export function entityNode(inner) {
  const cut = inner.indexOf("|");
  const [target, label] = cut < 0 ? [inner, ""] : [inner.slice(0, cut), decode(inner.slice(cut + 1))];
  if (/^@[A-Z0-9]+$/.test(target)) return userNode(target.slice(1));
  if (/^#[A-Z0-9]+$/.test(target)) return channelNode(target.slice(1), label);
  if (target.startsWith("!")) return special(target.slice(1), label);
  if (!/^(?:https?:\/\/|mailto:|tel:|slack:)/i.test(target)) return null;
  return linkNode(decode(target), label || decode(target).replace(/^mailto:/, ""));
}

function special(command, label) {
  const range = /^(channel|here|everyone|group)\b/.exec(command);
  if (range) return broadcastNode(range[1]);
  const date = /^date\^(\d+)\^([^^]*)(?:\^(.*))?$/.exec(command);
  if (date) return dateNode(Number(date[1]), decode(date[2]), date[3] && decode(date[3]), label);
  if (command.startsWith("subteam^")) return broadcastNode(label.replace(/^@/, "") || "group");
  return document.createTextNode(label || `<${command}>`);
}

function codeSpan(text, at) {
  const close = text.indexOf("`", at + 1);
  const inner = close > 0 ? text.slice(at + 1, close) : "";
  if (!inner || inner.includes("\n")) return null;
  return { node: h("code", { class: "code" }, decode(inner)), end: close + 1 };
}

function styled(text, at, auto) {
  const sign = text[at];
  const before = text[at - 1];
  const after = text[at + 1];
  if ((before && (WORD.test(before) || before === sign)) || !after || /\s/.test(after) || after === sign) return null;
  const close = closing(text, at, sign);
  if (close < 0) return null;
  return { node: h(STYLES[sign], {}, inline(text.slice(at + 1, close), auto)), end: close + 1 };
}

// The closing mark stands after a letter and before none, on the same line, outside of <...> and `...`.
function closing(text, at, sign) {
  for (let i = at + 1; i < text.length && text[i] !== "\n"; i++) {
    if (text[i] === "<" || text[i] === "`") {
      const skip = text.indexOf(text[i] === "<" ? ">" : "`", i + 1);
      if (skip > 0) i = skip;
      continue;
    }
    const next = text[i + 1];
    if (text[i] === sign && i > at + 1 && !/\s/.test(text[i - 1]) && (!next || !WORD.test(next))) return i;
  }
  return -1;
}

function shortcode(text, at) {
  const match = /^:([a-z0-9_+-]+):/.exec(text.slice(at, at + 64));
  return match && { node: emojiNode(match[1]), end: at + match[0].length };
}

function automatic(text, at, urlsOnly) {
  if (at > 0 && WORD.test(text[at - 1])) return null;
  const sign = text[at];
  if (sign === "h") return bareUrl(text, at);
  if (urlsOnly) return null;
  if (sign === "@") return bareBroadcast(text, at);
  return sign === "#" ? bareChannel(text, at) : null;
}

function bareUrl(text, at) {
  const match = /^https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'*_~]/.exec(text.slice(at, at + 3000));
  return match && { node: linkNode(decode(match[0]), decode(match[0])), end: at + match[0].length };
}

function bareBroadcast(text, at) {
  const match = /^@(channel|here|everyone)\b/.exec(text.slice(at, at + 12));
  return match && { node: broadcastNode(match[1]), end: at + match[0].length };
}

function bareChannel(text, at) {
  const match = /^#([a-z0-9_-]+)/.exec(text.slice(at, at + 81));
  const channel = match && channelByName(match[1]);
  return channel ? { node: channelNode(channel.id), end: at + match[0].length } : null;
}
