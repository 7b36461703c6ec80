// What can be done with a message: the app's message shortcuts, its link, its words.

import { post } from "./api.js";
import { openMenu } from "./menu.js";
import { confirm, openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { spoken } from "./mrkdwn.js";
import { openThread, placeHash } from "./router.js";
import { botName, intend, store } from "./store.js";
import { announce, refused, toast } from "./toast.js";

export function openMessageMenu(anchor, message) {
  const shortcuts = message.ephemeral
    ? []
    : (store.app.shortcuts ?? []).filter((shortcut) => shortcut.type === "message");
  const items = [
    ...shortcuts.map((shortcut) => ({
      label: shortcut.name,
      hint: botName(),
      icon: "pulse",
      testid: `shortcut-${shortcut.callback_id}`,
      onPick: () => run(shortcut, message),
    })),
    ...(shortcuts.length ? ["-"] : []),
    !message.ephemeral && {
      label: "Reply in thread",
      icon: "reply",
      onPick: () => openThread(message.channel, message.thread_ts ?? message.ts, true),
    },
    { label: "Copy link", icon: "link", testid: "copy-link", onPick: () => copy(link(message), "Link copied") },
    { label: "Copy text", icon: "copy", onPick: () => copy(spoken(message.text), "Text copied") },
    ...(isMine(message)
      ? [
          "-",
          { label: "Edit message", icon: "pencil", testid: "edit-message", onPick: () => edit(message) },
          {
            label: "Delete message",
            icon: "trash",
            danger: true,
            testid: "delete-message",
            onPick: () => remove(message),
          },
        ]
      : []),
  ].filter(Boolean);
  openMenu(anchor, items, { label: "Message actions", align: "end" });
}

const isMine = (message) => message.user === store.me && !message.ephemeral && !message.subtype;
const named = (message) => ({ as: store.me, message: { channel: message.channel, ts: message.ts } });

function edit(message) {
  const words = h("textarea", { class: "input", rows: 3, "aria-label": "Message" });
  words.value = spoken(message.text);
  const problem = h("div", { class: "composer-problem", role: "alert" });
  const send = async () => {
    try {
      await post("rewrite", { ...named(message), text: words.value });
      dialog.close();
    } catch (error) {
      problem.textContent = error.message;
    }
  };
  const button = (label, style, act) =>
    h("button", { type: "button", class: `btn ${style}`, on: { click: act } }, label);
  const dialog = openDialog(
    [
      h("h2", { class: "dialog-title" }, "Edit message"),
      h("div", { class: "dialog-body" }, words, problem),
      h(
        "div",
        { class: "dialog-foot" },
        button("Cancel", "", () => dialog.close()),
        button("Save", "btn-primary", send),
      ),
    ],
    { label: "Edit message", className: "confirm" },
  );
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  words.focus();
}

async function remove(message) {
  const agreed = await confirm({
    title: "Delete message",
    body: "Delete this message for everybody? This cannot be undone.",
    yes: "Delete",
    no: "Keep it",
    danger: true,
  });
  if (agreed) await post("take-back", named(message)).catch(refused);
}

async function run(shortcut, message) {
  if (message) intend("shortcut", message.channel, message.thread_ts ?? message.ts);
  const body = { as: store.me, callback_id: shortcut.callback_id };
  if (message) body.message = { channel: message.channel, ts: message.ts };
  try {
    await post("shortcut", body);
  } catch (error) {
    refused(error);
  }
}

const link = (message) =>
  location.origin +
  location.pathname +
  placeHash(message.channel, message.thread_ts ?? message.ts, message.thread_ts && message.ts);

async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
    toast(said, "done");
  } catch {
    toast("The browser does not let the page copy. The address bar holds the link of an open thread.", "error");
  }
  announce(said);
}
