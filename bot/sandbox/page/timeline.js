// A scrolling list of messages, for a channel and for a thread. It follows the newest message while the reader is at
// the end or has just acted, but never scrolls past the first message that the reader has not seen yet.

import { fill, h, keyed } from "./dom.js";
import { dayKey, dayLabel, plural, seconds } from "./format.js";
import { icon } from "./icons.js";
import { isSystem, messageView } from "./message.js";
import { now, store, tz } from "./store.js";

const NEAR_END = 48;
const GROUP_SECONDS = 300;
const BURST_MS = 3000;

export class Timeline {
  constructor({ label, inThread = false, intro }) {
    this.inThread = inThread;
    this.views = new Map();
    this.following = true;
    this.anchor = null; // {ts, at}: the first message of the latest burst
    this.known = new Set();
    this.intro = h("div", { class: "intro" });
    this.drawIntro = intro;
    this.list = h("div", { class: "list", role: "group", "aria-label": label });
    this.inner = h("div", { class: "scroll-inner" }, this.intro, this.list);
    this.scroller = h("div", { class: "scroller", tabIndex: -1 }, this.inner);
    this.pill = h(
      "button",
      { type: "button", class: "new-pill", hidden: true, on: { click: () => this.toNewest() } },
      icon("down"),
      "New messages",
    );
    this.el = h("div", { class: "timeline" }, this.scroller, this.pill);
    this.scroller.addEventListener("scroll", () => this.onScroll(), { passive: true });
    this.list.addEventListener("keydown", (event) => this.onKey(event));
    new ResizeObserver(() => this.settle()).observe(this.inner);
    new ResizeObserver(() => this.settle()).observe(this.scroller);
  }

  // `place` names what is shown: another one starts at its end, or at the highlighted message. `root` is a thread's
  // parent.
  // Until the list is `loaded`, what comes in is not news.
  show(place, messages, { intent, root = null, loaded = true } = {}) {
    const moved = place !== this.place;
    this.root = root;
    if (moved) this.reset(place);
    const fresh = messages.filter((message) => !this.known.has(message.ts));
    keyed(this.list, this.rows(messages), this.views, (item) => this.make(item));
    messages.forEach((message) => this.known.add(message.ts));
    fill(this.intro, this.drawIntro?.(messages));
    this.rove();
    if (moved || !this.arrived) this.arrive(loaded);
    else if (fresh.length) this.grow(fresh, intent);
  }

  reset(place) {
    Object.assign(this, { place, following: true, anchor: null, arrived: false });
    this.views.clear();
    this.known.clear();
    this.list.replaceChildren();
    this.pill.hidden = true;
  }

  arrive(loaded) {
    this.arrived = loaded;
    const target = store.highlight && this.views.get(store.highlight)?.el;
    if (!target) return void this.settle();
    this.following = false;
    target.scrollIntoView({ block: "center" });
    target.classList.add("is-target");
    target.focus({ preventScroll: true });
    setTimeout(() => target.classList.remove("is-target"), 2500);
  }

  grow(fresh, intent) {
    const mine = fresh.some((message) => message.user === store.me && !message.ephemeral);
    const at = performance.now();
    const sameBurst = this.anchor && (intent ? intent === this.anchor.intent : at - this.anchor.at < BURST_MS);
    if (!mine && !intent && !sameBurst && !(this.following && this.atEnd)) {
      this.pill.hidden = false;
      return;
    }
    if (!sameBurst) this.anchor = { ts: fresh[0].ts, at, intent };
    this.following = true;
    this.settle();
  }

  rows(messages) {
    let day = null;
    let before = null;
    return messages.flatMap((message) => {
      const at = seconds(message.ts);
      const rows = [];
      if (dayKey(at, tz()) !== day) {
        day = dayKey(at, tz());
        before = null;
        rows.push({ key: `day-${day}`, label: dayLabel(at, now(), tz()) });
      }
      rows.push({ key: message.ts, message, compact: goesWith(before, message) });
      before = message;
      if (this.inThread && message.ts === this.root) rows.push({ key: "replies", count: message.reply_count ?? 0 });
      return rows;
    });
  }

  make(item) {
    if (item.message) return messageView({ inThread: this.inThread });
    return item.label ? dayLine() : repliesLine();
  }

  // One message of the list is a tab stop; the arrows walk between them.
  rove() {
    const nodes = this.articles();
    const current = nodes.find((node) => node.tabIndex === 0 && node.contains(document.activeElement)) ?? nodes.at(-1);
    for (const node of nodes) node.tabIndex = node === current ? 0 : -1;
  }

  articles() {
    return [...this.list.querySelectorAll(".msg")];
  }

  onKey(event) {
    if (!event.target.matches(".msg")) return;
    const nodes = this.articles();
    const at = nodes.indexOf(event.target);
    const next = { ArrowDown: nodes[at + 1], ArrowUp: nodes[at - 1], Home: nodes[0], End: nodes.at(-1) }[event.key];
    if (!next) return;
    event.preventDefault();
    for (const node of nodes) node.tabIndex = node === next ? 0 : -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  onScroll() {
    if (this.scroller.scrollTop === this.placed) return; // our own doing
    const rest = this.scroller.scrollHeight - this.scroller.clientHeight - this.scroller.scrollTop;
    this.following = rest < NEAR_END;
    this.atEnd = this.following;
    this.anchor = null;
    if (this.following) this.pill.hidden = true;
  }

  // Goes to the end, or as far as the first unseen message of this burst stays in view.
  settle() {
    if (!this.following) return;
    const end = this.scroller.scrollHeight - this.scroller.clientHeight;
    const first = this.anchor && this.views.get(this.anchor.ts)?.el;
    const limit = first ? first.offsetTop - 12 : end;
    this.scroller.scrollTop = Math.max(0, Math.min(end, limit));
    this.placed = this.scroller.scrollTop;
    this.atEnd = end - this.placed < NEAR_END;
    this.pill.hidden = true;
  }

  toNewest() {
    this.anchor = null;
    this.following = true;
    this.settle();
  }
}

function goesWith(before, message) {
  if (!before || before.user !== message.user || before.username !== message.username) return false;
  if (before.ephemeral || message.ephemeral || isSystem(before) || before.reply_count) return false;
  if ((before.blocks?.length ?? 0) > 1 || (message.blocks?.length ?? 0) > 1) return false; // a card stands on its own
  return seconds(message.ts) - seconds(before.ts) < GROUP_SECONDS;
}

function dayLine() {
  const text = h("span", { class: "day-text" });
  const el = h("div", { class: "day", role: "separator" }, text);
  return {
    el,
    update({ label }) {
      if (text.textContent === label) return;
      text.textContent = label;
      el.setAttribute("aria-label", label);
    },
  };
}

function repliesLine() {
  const el = h("div", { class: "replies-line", role: "separator" });
  return {
    el,
    update({ count }) {
      const words = count ? plural(count, "reply", "replies") : "No replies yet";
      if (el.textContent !== words) el.replaceChildren(h("span", {}, words));
    },
  };
}
