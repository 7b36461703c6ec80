// The pane beside the channel: one thread, its replies and its composer. It opens by itself when the app answers in a
// thread to what this person has just done, so nobody has to look for the first question.

import { Composer } from "./composer.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { closeThread, openThread } from "./router.js";
import {
  arrivedSince,
  channelById,
  intent,
  isApp,
  isLoaded,
  messageAt,
  on,
  placeName,
  store,
  threadMessages,
} from "./store.js";
import { Timeline } from "./timeline.js";

const composer = new Composer({ id: "thread-composer", place: here, slash: false });
const timeline = new Timeline({ label: "Thread", inThread: true });
const head = h("header", { class: "pane-head" });
const missing = h(
  "p",
  { class: "thread-missing", hidden: true },
  "This message is no longer here, or you are not in its channel.",
);

export function mountThread(aside) {
  aside.append(head, h("div", { class: "pane-body" }, missing, timeline.el, composer.el));
  on("place channels users ready me", () => draw(aside));
  on("messages clock", () => drawMessages());
  on("place drafts ready me", () => composer.update());
  on("moved", () => store.thread && store.writeInThread && composer.focus());
}

function here() {
  const { thread } = store;
  return (
    thread && {
      channel: thread.channel,
      thread: thread.ts,
      key: `${thread.channel}/${thread.ts}`,
      placeholder: "Reply…",
    }
  );
}

function draw(aside) {
  const { thread } = store;
  aside.hidden = !thread;
  if (!thread) return;
  const channel = channelById(thread.channel);
  const close = (label, sign, extra) =>
    h(
      "button",
      {
        type: "button",
        class: `icon-btn ${extra}`,
        "aria-label": label,
        data: { testid: "close-thread" },
        on: { click: closeThread },
      },
      icon(sign),
    );
  fill(
    head,
    close("Back to the channel", "left", "only-phone"),
    h("h2", { class: "pane-title" }, "Thread"),
    h("span", { class: "pane-sub" }, channel?.is_im ? placeName(channel) : `#${placeName(channel)}`),
    h("span", { class: "grow" }),
    close("Close the thread", "close", "not-phone"),
  );
  drawMessages();
}

function drawMessages() {
  const { thread } = store;
  if (!thread) return;
  const wanted = intent();
  const mine = wanted?.channel === thread.channel && (!wanted.thread || wanted.thread === thread.ts) ? wanted : null;
  missing.hidden = !isLoaded(thread.channel, thread.ts) || Boolean(messageAt(thread.channel, thread.ts));
  timeline.show(`${store.me}/${thread.channel}/${thread.ts}`, threadMessages(thread.channel, thread.ts), {
    intent: mine,
    root: thread.ts,
    loaded: isLoaded(thread.channel, thread.ts),
  });
}

// Called for every new message: opens the thread in which the app answers what this person did a moment ago.
export function followAnswer(message) {
  const done = intent();
  if (!done || !isApp(message) || !message.thread_ts || message.thread_ts === message.ts) return;
  if (done.channel !== message.channel || isOpen(message)) return;
  const pressedThere = done.thread === message.thread_ts;
  const parent = messageAt(message.channel, message.thread_ts);
  const startedNow = !store.thread && parent && isApp(parent) && arrivedSince(parent.channel, parent.ts, done.at);
  if (pressedThere || startedNow) openThread(message.channel, message.thread_ts);
}

const isOpen = (message) => store.thread?.channel === message.channel && store.thread?.ts === message.thread_ts;
