// The middle of the page: a channel's head, its messages and its composer; or the app's Home.

import { post } from "./api.js";
import { Composer } from "./composer.js";
import { fill, h } from "./dom.js";
import { homePane } from "./home.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { avatar } from "./people.js";
import { openSidebar } from "./router.js";
import {
  botName,
  channelById,
  channelMessages,
  intent,
  isApp,
  isLoaded,
  on,
  placeName,
  store,
  userById,
} from "./store.js";
import { Timeline } from "./timeline.js";
import { toast } from "./toast.js";

export const composer = new Composer({ id: "composer", place: here, hint: firstSteps });

const current = () => (store.place.kind === "channel" ? channelById(store.place.channel) : null);
const timeline = new Timeline({ label: "Messages", intro });
const head = h("header", { class: "pane-head", id: "channel-head" });
// Hidden until it is known where one writes: what is typed earlier would go nowhere.
const body = h("section", { class: "pane-body", "aria-label": "Channel", hidden: true }, timeline.el, composer.el);
const home = homePane();

export function mountChannel(main) {
  main.append(head, body, home.el);
  on("place channels users ready me", drawHead);
  on("place channels users ready app drafts messages me", () => composer.update());
  on("place channels users messages clock ready", drawMessages);
}

function here() {
  const channel = current();
  if (!channel) return null;
  const name = channel.is_im ? placeName(channel) : `#${channel.name}`;
  return { channel: channel.id, key: channel.id, placeholder: `Message ${name}` };
}

function drawMessages() {
  const channel = current();
  const isHome = store.place.kind === "home";
  body.hidden = isHome || !channel;
  home.el.hidden = !isHome;
  if (isHome) return home.update();
  if (!channel) return;
  const wanted = intent();
  const mine = wanted?.channel === channel.id && !wanted.thread ? wanted : null;
  timeline.list.setAttribute("aria-label", `Messages in ${placeName(channel)}`);
  timeline.show(`${store.me}/${channel.id}`, channelMessages(channel.id), {
    intent: mine,
    loaded: isLoaded(channel.id),
  });
}

function drawHead() {
  const back = h(
    "button",
    {
      type: "button",
      class: "icon-btn only-phone",
      "aria-label": "All channels",
      data: { testid: "back-to-places" },
      on: { click: openSidebar },
    },
    icon("left"),
  );
  if (store.place.kind === "home")
    return void fill(
      head,
      back,
      avatar(userById(store.app.bot_user_id) ?? {}, "small"),
      h("h1", { class: "pane-title" }, `${botName()} Home`),
      h("span", { class: "pane-sub" }, "Only you see this tab"),
    );
  const channel = current();
  if (!channel) return void fill(head);
  const sign = channel.is_im
    ? avatar(userById(channel.im_with) ?? {}, "small")
    : icon(channel.is_private ? "lock" : "hash", "pane-sign");
  const sub = channel.is_im ? "" : (channel.topic ?? "");
  fill(
    head,
    back,
    h("h1", { class: "pane-title" }, sign, placeName(channel)),
    h("span", { class: "pane-sub", title: sub }, sub),
    members(channel),
    !channel.is_im && more(channel),
  );
}

function members(channel) {
  if (channel.is_im) return null;
  const people = (channel.members ?? []).map(userById).filter(Boolean);
  const names = people.map((user) => user.real_name).join(", ");
  return h(
    "span",
    { class: "pane-members", role: "img", "aria-label": `Members: ${names}`, title: names },
    people.slice(0, 5).map((user) => avatar(user, "tiny")),
    h("span", {}, String(people.length)),
  );
}

function more(channel) {
  const tell = (path, extra) => async () => {
    try {
      await post(path, { as: store.me, channel: channel.id, ...extra });
    } catch (error) {
      toast(error.message, "error");
    }
  };
  const name = botName();
  const items = [
    channel.bot_is_member
      ? { label: `Remove ${name} from this channel`, icon: "close", testid: "kick", onPick: tell("kick") }
      : { label: `Invite ${name} to this channel`, icon: "person", testid: "invite", onPick: tell("invite") },
    channel.is_archived
      ? {
          label: "Bring this channel back",
          icon: "replay",
          testid: "unarchive",
          onPick: tell("archive", { undo: true }),
        }
      : { label: "Archive this channel", icon: "box", danger: true, testid: "archive", onPick: tell("archive") },
  ];
  const node = h(
    "button",
    {
      type: "button",
      class: "icon-btn",
      "aria-label": "Channel actions",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      data: { testid: "channel-menu" },
      on: { click: () => openMenu(node, items, { align: "end", label: "Channel actions" }) },
    },
    icon("more"),
  );
  return node;
}

// The beginning of a channel says what one can do there.
function intro(messages) {
  const channel = current();
  if (!channel || !isLoaded(channel.id) || messages.length > 6) return null;
  const sign = channel.is_im
    ? avatar(userById(channel.im_with) ?? {}, "big")
    : h("span", { class: "intro-sign" }, icon(channel.is_private ? "lock" : "hash"));
  const title = channel.is_im ? placeName(channel) : `#${channel.name}`;
  const about = channel.is_im
    ? `This is the beginning of your conversation with ${placeName(channel)}.`
    : `This is the beginning of #${channel.name}. ${channel.topic ? `${channel.topic}.` : ""}`;
  return [
    sign,
    h("h2", { class: "intro-title" }, title),
    h("p", { class: "intro-text" }, mrkdwn(about.replace(/[&<>]/g, escapeSign), { auto: false })),
  ];
}

const escapeSign = (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign];

// Until the app has spoken here, one press puts the first command into the composer.
function firstSteps() {
  const channel = current();
  const command = store.app.commands?.[0]?.command;
  if (!channel || !command || !isLoaded(channel.id) || composer.input.value) return null;
  if (
    channelMessages(channel.id).some((message) => isApp(message)) ||
    (channel.is_im && channel.im_with !== store.app.bot_user_id)
  )
    return null;
  const text = `${command} assess Support copilot`;
  return h(
    "div",
    { class: "first-steps" },
    h("span", {}, "New here? Try"),
    h(
      "button",
      { type: "button", class: "chip", data: { testid: "first-command" }, on: { click: () => composer.put(text) } },
      text,
    ),
    h("span", { class: "first-hint" }, "and press Enter."),
  );
}
