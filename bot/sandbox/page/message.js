// One message in a list: who, when, the blocks or the text, files, the thread's link, and its menu. The node lives as
// long as the message does; each part is redrawn only when what it shows has changed.

import { arrowWalk, fill, h } from "./dom.js";
import { drawBlocks } from "./blocks.js";
import { enlarge } from "./dialog.js";
import { localUrl } from "./entities.js";
import { byteSize, dayKey, fullTime, moment, plural, seconds, timeOf } from "./format.js";
import { icon } from "./icons.js";
import { openMessageMenu } from "./messagemenu.js";
import { mrkdwn, spoken } from "./mrkdwn.js";
import { appTag, avatar } from "./people.js";
import { openThread } from "./router.js";
import { isApp, now, store, tz, userById } from "./store.js";
import { messageSurface } from "./surface.js";

// The parts of a message, each with what it depends on and how it is drawn into its own element.
const PARTS = {
  gutter: { of: (m, o) => [o.compact, m.user, m.ts], draw: gutter },
  top: { of: (m, o) => [o.compact, m.user, m.username, m.ephemeral, m.edited, m.ts], draw: top },
  text: { of: (m) => [shownText(m), m.edited, store.users.length], draw: text },
  files: { of: (m) => m.files, draw: files },
  thread: {
    of: (m, o) => [o.inThread, m.reply_count, m.latest_reply, m.reply_users, dayKey(now(), tz())],
    draw: threadLink,
  },
};

const shownText = (m) => (m.blocks?.length ? null : m.text);

export function messageView({ inThread = false } = {}) {
  const part = (name) => h("div", { class: `msg-${name}` });
  const nodes = {
    gutter: part("gutter"),
    top: part("top"),
    text: part("text"),
    files: part("files"),
    thread: part("thread"),
  };
  const blocks = part("blocks");
  const tools = h("div", { class: "tools", role: "toolbar", "aria-label": "Message actions" });
  const main = h("div", { class: "msg-main" }, nodes.top, nodes.text, blocks, nodes.files, nodes.thread);
  const el = h("article", { class: "msg", tabIndex: -1, "aria-keyshortcuts": "m" }, nodes.gutter, main, tools);
  const views = new Map();
  const drawn = {};
  let shown = null;

  el.addEventListener(
    "keydown",
    (event) =>
      event.target === el &&
      ["m", "ContextMenu"].includes(event.key) &&
      (event.preventDefault(), openMessageMenu(el, shown)),
  );
  el.addEventListener(
    "contextmenu",
    (event) => event.pointerType === "touch" && (event.preventDefault(), openMessageMenu(el, shown)),
  );
  fillTools(tools, () => shown, inThread);
  return {
    el,
    get message() {
      return shown;
    },
    update({ message, compact }) {
      const key = [compact, store.users.length, dayKey(now(), tz())].join();
      if (message === shown && drawn.key === key) return;
      shown = message;
      drawn.key = key;
      const options = { compact, inThread };
      for (const [name, { of, draw }] of Object.entries(PARTS)) {
        const key = JSON.stringify(of(message, options) ?? null);
        if (drawn[name] === key) continue;
        drawn[name] = key;
        fill(nodes[name], draw(message, options));
      }
      const blocksKey = JSON.stringify(message.blocks ?? null);
      if (drawn.blocks !== blocksKey) drawBlocks(blocks, views, messageSurface(message), el);
      drawn.blocks = blocksKey;
      decorate(el, message, options);
    },
  };
}

function decorate(el, message, { compact }) {
  el.dataset.ts = message.ts;
  el.dataset.channel = message.channel;
  el.dataset.user = message.user;
  el.classList.toggle("is-compact", Boolean(compact));
  el.classList.toggle("is-ephemeral", Boolean(message.ephemeral));
  el.classList.toggle("is-system", isSystem(message));
  el.classList.toggle("is-app", isApp(message));
  const only = message.ephemeral ? ", only visible to you" : "";
  el.setAttribute(
    "aria-label",
    `${author(message)}${only}, ${timeOf(seconds(message.ts), tz())}: ${spoken(message.text).slice(0, 300)}`,
  );
}

export const isSystem = (m) =>
  ["channel_join", "channel_leave", "channel_archive", "channel_unarchive", "tombstone"].includes(m.subtype);
const author = (m) => m.username ?? userById(m.user)?.real_name ?? "Somebody";
const person = (m) => userById(m.user) ?? { id: m.user, initials: author(m).slice(0, 2).toUpperCase(), is_bot: m.bot };

const stamp = (m, className) =>
  h(
    "time",
    { class: className, datetime: new Date(seconds(m.ts) * 1000).toISOString(), title: fullTime(seconds(m.ts), tz()) },
    timeOf(seconds(m.ts), tz()),
  );

function gutter(message, { compact }) {
  return compact ? stamp(message, "msg-time-gutter") : avatar(person(message));
}

function top(message, { compact }) {
  const only =
    message.ephemeral &&
    h("div", { class: "only-you", data: { testid: "ephemeral" } }, icon("eye"), "Only visible to you");
  if (compact) return only;
  return [
    only,
    h(
      "div",
      { class: "msg-head" },
      h("span", { class: "msg-author" }, author(message)),
      isApp(message) && appTag(),
      stamp(message, "msg-time"),
    ),
  ];
}

function text(message) {
  if (message.subtype === "tombstone") return h("em", {}, message.text || "This message was deleted.");
  const shown = shownText(message);
  if (!shown) return null;
  return h(
    "div",
    { class: "text" },
    mrkdwn(shown, { auto: "urls" }),
    message.edited && h("span", { class: "edited" }, " (edited)"),
  );
}

function files(message) {
  return (message.files ?? []).map((file) =>
    file.mimetype?.startsWith("image/") && localUrl(file.url) ? imageFile(file) : plainFile(file),
  );
}

function imageFile(file) {
  const url = localUrl(file.url);
  const alt = file.alt || file.title || file.name;
  const open = h(
    "button",
    {
      type: "button",
      class: "image-button",
      "aria-label": `Enlarge: ${alt}`,
      on: { click: () => enlarge(url, alt, file.title) },
    },
    h("img", { src: url, alt, class: "file-image" }),
  );
  return h(
    "figure",
    { class: "figure", data: { testid: "file", name: file.name } },
    h("figcaption", { class: "figure-title" }, file.title || file.name),
    open,
  );
}

function plainFile(file) {
  const url = localUrl(file.url);
  const kind = file.name?.split(".").at(-1)?.toUpperCase() ?? "FILE";
  const words = h(
    "span",
    { class: "file-words" },
    h("span", { class: "file-name" }, file.title || file.name),
    h("span", { class: "file-kind" }, `${kind} · ${byteSize(file.size)}`),
  );
  const shared = { class: "file-card", data: { testid: "file", name: file.name } };
  if (!url) return h("div", shared, icon("file", "file-icon"), words);
  return h(
    "a",
    { ...shared, href: url, target: "_blank", rel: "noopener", download: file.name },
    icon("file", "file-icon"),
    words,
    icon("down"),
  );
}

function threadLink(message, { inThread }) {
  if (inThread || !message.reply_count) return null;
  const faces = (message.reply_users ?? []).slice(0, 4).map((id) => avatar(userById(id) ?? {}, "tiny"));
  const last = message.latest_reply && `Last reply ${moment(seconds(message.latest_reply), now(), tz())}`;
  const open = () => openThread(message.channel, message.ts);
  return h(
    "button",
    { type: "button", class: "thread-link", data: { testid: "replies", part: "replies" }, on: { click: open } },
    h("span", { class: "faces" }, faces),
    h("span", { class: "thread-count" }, plural(message.reply_count, "reply", "replies")),
    h("span", { class: "thread-last" }, last),
    h("span", { class: "thread-view" }, "View thread", icon("right")),
  );
}

function fillTools(tools, current, inThread) {
  const tool = (sign, label, testid, run) =>
    h(
      "button",
      {
        type: "button",
        class: "tool",
        "aria-label": label,
        title: label,
        data: { testid, part: testid },
        on: { click: run },
      },
      icon(sign),
    );
  const more = tool("more", "More actions", "message-menu", () => openMessageMenu(more, current()));
  more.setAttribute("aria-haspopup", "menu");
  fill(
    tools,
    !inThread &&
      tool("reply", "Reply in thread", "reply", () =>
        openThread(current().channel, current().thread_ts ?? current().ts, true),
      ),
    more,
  );
  const buttons = [...tools.children];
  buttons.forEach((node, index) => (node.tabIndex = index ? -1 : 0));
  tools.addEventListener("keydown", (event) => arrowWalk(event, buttons, { vertical: false, horizontal: true }));
}
