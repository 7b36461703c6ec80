// What can be done with a message: the app's message shortcuts, its link, its words.

import { post } from "./api.js";
import { openMenu } from "./menu.js";
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
  ].filter(Boolean);
  openMenu(anchor, items, { label: "Message actions", align: "end" });
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
