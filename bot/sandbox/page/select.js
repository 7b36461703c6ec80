// Select menus of Block Kit, single and multiple: fixed options, people, channels and conversations.

import { h, uid } from "./dom.js";
import { icon } from "./icons.js";
import { avatar } from "./people.js";
import { plain } from "./mrkdwn.js";
import { openPicker } from "./picker.js";
import { placeName, store, userById, visibleChannels } from "./store.js";
import { changed, isBusy } from "./surface.js";
import { read } from "./values.js";

const label = (object) => plain(object?.text ?? "");

// Each kind: the options to show, the id of a stored value, and the stored value of an id.
const fixed = {
  options: (element) =>
    groups(element).flatMap(({ name, options }) =>
      options.map((o) => ({
        id: o.value,
        label: label(o.text),
        description: o.description && label(o.description),
        group: name,
        raw: o,
      })),
    ),
  id: (value) => value?.value,
  value: (id, element) => {
    const raw = fixed.options(element).find((option) => option.id === id)?.raw;
    return (
      raw &&
      (raw.description
        ? { text: raw.text, value: raw.value, description: raw.description }
        : { text: raw.text, value: raw.value })
    );
  },
};
const people = {
  options: () =>
    store.users.map((user) => ({
      id: user.id,
      label: user.real_name,
      description: user.is_bot ? "app" : null,
      node: avatar(user, "tiny"),
    })),
  id: (value) => value,
  value: (id) => id,
};
const places = {
  options: (element) =>
    visibleChannels()
      .filter((c) => allows(element, c))
      .map((c) => ({ id: c.id, label: placeName(c), node: placeSign(c) })),
  id: (value) => value,
  value: (id) => id,
};
const KINDS = { static: fixed, external: fixed, users: people, channels: places, conversations: places };

const groups = (element) =>
  element.option_groups?.map((g) => ({ name: label(g.label), options: g.options ?? [] })) ?? [
    { name: undefined, options: element.options ?? [] },
  ];

function allows(element, channel) {
  if (element.type.includes("channels")) return !channel.is_im && !channel.is_private;
  const kinds = element.filter?.include ?? ["im", "public", "private"];
  return kinds.includes(channel.is_im ? "im" : channel.is_private ? "private" : "public");
}

const placeSign = (channel) =>
  channel.is_im ? avatar(userById(channel.im_with) ?? {}, "tiny") : icon(channel.is_private ? "lock" : "hash");

export function select(context, element) {
  const many = element.type.startsWith("multi_");
  const kind = KINDS[element.type.replace("multi_", "").replace("_select", "")] ?? fixed;
  const shown = h("span", { class: "select-value", id: uid("value") });
  const node = h(
    "button",
    {
      type: "button",
      class: `select${many ? " select-many" : ""}`,
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      data: { actionId: element.action_id, testid: "select" },
      "aria-labelledby": context.labelId && `${context.labelId} ${shown.id}`,
      "aria-describedby": context.describedBy,
      "aria-busy": isBusy(context.surface, context.block, element) ? "true" : null,
      on: { click: () => open(context, element, kind, many, node) },
    },
    shown,
    icon("caret"),
  );
  draw(context, element, kind, many, node);
  return node;
}

function stored(context, element, many) {
  const value = read(context.surface.key, context.block.block_id, element);
  return many ? (value ?? []) : value === null || value === undefined ? [] : [value];
}

function draw(context, element, kind, many, node) {
  const all = kind.options(element);
  const ids = stored(context, element, many).map(kind.id);
  const names = ids.map((id) => all.find((option) => option.id === id)?.label ?? id);
  const placeholder = label(element.placeholder) || (many ? "Choose some" : "Choose one");
  const shown = node.querySelector(".select-value");
  shown.classList.toggle("is-empty", !names.length);
  shown.replaceChildren(
    ...(many && names.length ? names.map((name) => h("span", { class: "token" }, name)) : [names[0] ?? placeholder]),
  );
  if (!context.labelId)
    node.setAttribute("aria-label", names.length ? `${placeholder}: ${names.join(", ")}` : placeholder);
}

function open(context, element, kind, many, node) {
  const before = stored(context, element, many).map(kind.id);
  const canClear = !many && context.block.optional && before.length;
  const options = [...(canClear ? [{ id: "", label: "No choice" }] : []), ...kind.options(element)];
  const keep = (ids) => {
    const values = ids.filter(Boolean).map((id) => kind.value(id, element));
    changed(context, element, many ? values : (values[0] ?? null), { tell: context.tells && !many });
    draw(context, element, kind, many, node);
  };
  // Slack tells of a multiple choice when its menu closes, not at each tick.
  const tellOnce = () => {
    const after = stored(context, element, many);
    if (many && context.tells && after.map(kind.id).join() !== before.join()) changed(context, element, after);
  };
  openPicker({
    anchor: node,
    options,
    chosen: new Set(before),
    many,
    onPick: keep,
    onClose: tellOnce,
    label: label(element.placeholder) || "Options",
    searchable: kind === fixed ? undefined : true,
  });
}
