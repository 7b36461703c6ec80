// What may stand inside text beside letters: links, mentions of people and channels, broadcasts, dates, emoji.
// Both text parsers (mrkdwn, rich text) draw them here, so that an active mention looks the same wherever it came from.

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { fullTime, slackDate } from "./format.js";
import { channelById, now, store, tz, userById } from "./store.js";

// Only protocols that cannot run anything. What is not a URL gives null and is shown as text.
export function safeUrl(raw) {
  let url;
  try {
    url = new URL(raw, location.href);
  } catch {
    return null;
  }
  return ["http:", "https:", "mailto:", "tel:", "slack:"].includes(url.protocol) ? url : null;
}

// The sandbox is reached as 127.0.0.1 or as localhost: what it serves itself is fetched from the name the page has.
export function localUrl(raw) {
  const url = safeUrl(raw);
  if (!url || !["http:", "https:"].includes(url.protocol)) return null;
  const loopback = ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  const ours = url.origin === location.origin || (loopback && url.port === location.port);
  return ours ? url.pathname + url.search : null;
}

// Where a Slack link leads inside this page, or null: permalinks, slack:// links, and the page's own hashes.
export function insidePlace(raw) {
  const url = safeUrl(raw);
  if (!url) return null;
  if (url.protocol === "slack:") return slackScheme(url);
  const home =
    url.origin === location.origin ||
    localUrl(raw) ||
    url.hostname.endsWith(".slack.com") ||
    url.hostname.endsWith("slack.sandbox");
  if (!home) return null;
  const permalink = /\/archives\/([A-Z0-9]+)(?:\/p(\d+)(\d{6}))?/.exec(url.pathname);
  if (permalink) return permalinkPlace(permalink, url.searchParams.get("thread_ts"));
  return url.origin === location.origin && url.pathname === location.pathname && url.hash ? url.hash.slice(1) : null;
}

function permalinkPlace([, channel, whole, micro], thread) {
  if (!channelById(channel)) return null;
  if (!whole) return channel;
  const ts = `${whole}.${micro}`;
  return thread && thread !== ts ? `${channel}/${thread}/${ts}` : `${channel}/${ts}`;
}

function slackScheme(url) {
  const place = url.hostname || url.pathname.replace(/\//g, "");
  if (place === "app") return "home";
  return place === "channel" ? url.searchParams.get("id") : null;
}

export function linkNode(raw, label) {
  const inside = insidePlace(raw);
  if (inside) return h("a", { href: `#${inside}`, class: "link" }, label);
  const url = safeUrl(raw);
  if (!url || url.protocol === "slack:") return document.createTextNode(label);
  return h("a", { href: url.href, class: "link", target: "_blank", rel: "noopener noreferrer" }, label);
}

export function userNode(id) {
  const user = userById(id);
  const mine = id === store.me ? " mention-me" : "";
  return h("span", { class: `mention${mine}`, data: { mention: "user", user: id } }, `@${user?.real_name ?? id}`);
}

export function channelNode(id, name) {
  const channel = channelById(id);
  if (!channel) return h("span", { class: "mention", data: { mention: "channel" } }, `#${name || id}`);
  return h("a", { class: "mention", href: `#${id}`, data: { mention: "channel", channel: id } }, `#${channel.name}`);
}

// It would notify people: it is drawn loudly, so that text which should have been inert is seen at once.
export const broadcastNode = (range) =>
  h("span", { class: "mention mention-all", data: { mention: "broadcast", range } }, `@${range}`);

export function dateNode(at, pattern, link, fallback) {
  if (!Number.isFinite(at)) return document.createTextNode(fallback);
  const text = slackDate(at, pattern, now(), tz());
  const time = h(
    "time",
    { class: "date", datetime: new Date(at * 1000).toISOString(), title: fullTime(at, tz()) },
    text,
  );
  return link ? append(linkNode(link, ""), time) : time;
}

const append = (node, child) => {
  node.append(child);
  return node;
};

export function emojiNode(name) {
  const sign = emoji(name);
  if (!sign) return document.createTextNode(`:${name}:`);
  return h("span", { class: "emoji", role: "img", "aria-label": name.replace(/_/g, " "), title: `:${name}:` }, sign);
}
