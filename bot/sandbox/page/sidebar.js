// The places one can go: channels, direct conversations, the app's Home; with what is unread and what is half written.

import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { avatar } from "./people.js";
import { openChannel, openHome } from "./router.js";
import { botName, draft, on, placeName, store, userById, visibleChannels } from "./store.js";

export function mountSidebar(nav) {
  on("place channels users app drafts ready me home", () => draw(nav));
}

function draw(nav) {
  const focused = nav.contains(document.activeElement) ? document.activeElement.dataset.goto : null;
  const all = visibleChannels();
  const direct = all.filter((channel) => channel.is_im);
  direct.sort((a, b) => Number(b.im_with === store.app.bot_user_id) - Number(a.im_with === store.app.bot_user_id));
  const app = userById(store.app.bot_user_id) ?? {};
  fill(
    nav,
    group("Channels", all.filter((channel) => !channel.is_im).map(channelLink)),
    group("Direct messages", direct.map(channelLink)),
    store.app.home_enabled !== false &&
      group("Apps", [
        link({
          id: "home",
          label: `${botName()} Home`,
          sign: avatar(app, "tiny"),
          current: store.place.kind === "home",
          go: openHome,
          testid: "home-link",
        }),
      ]),
  );
  if (focused) nav.querySelector(`[data-goto="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function group(title, links) {
  const id = `group-${title.toLowerCase().replace(/\s/g, "-")}`;
  return h(
    "section",
    { class: "side-group", "aria-labelledby": id },
    h("h2", { class: "side-title", id }, title),
    h(
      "ul",
      { class: "side-list" },
      links.map((node) => h("li", {}, node)),
    ),
  );
}

function channelLink(channel) {
  const sign = channel.is_im
    ? avatar(userById(channel.im_with) ?? {}, "tiny")
    : icon(channel.is_private ? "lock" : "hash");
  const current = store.place.kind === "channel" && store.place.channel === channel.id;
  const unread = current ? 0 : (channel.unread ?? 0);
  return link({
    id: channel.id,
    label: placeName(channel),
    sign,
    current,
    unread,
    halfWritten: !current && draft(channel.id),
    go: () => openChannel(channel.id),
    archived: channel.is_archived,
  });
}

function link({ id, label, sign, current, unread = 0, halfWritten, go, archived, testid }) {
  const spoken = [label, unread && `${unread} unread`, halfWritten && "draft", archived && "archived"]
    .filter(Boolean)
    .join(", ");
  return h(
    "button",
    {
      type: "button",
      class: `side-link${current ? " is-current" : ""}${unread ? " is-unread" : ""}`,
      "aria-current": current ? "page" : null,
      "aria-label": spoken,
      data: { goto: id, channel: id === "home" ? undefined : id, testid: testid ?? `channel-${label}` },
      on: { click: go },
    },
    h("span", { class: "side-sign" }, sign),
    h("span", { class: "side-label" }, label),
    archived && icon("box"),
    halfWritten && icon("pencil", "side-draft"),
    unread > 0 && h("span", { class: "badge", "aria-hidden": "true" }, unread > 99 ? "99+" : String(unread)),
  );
}
