// What a composer offers while one types: slash commands with their words, people after "@", channels after "#".

import { fill, h, uid } from "./dom.js";
import { icon } from "./icons.js";
import { avatar } from "./people.js";
import { channelById, store, userById, visibleChannels } from "./store.js";

const MOST = 8;

// Slack's own commands that make sense here.
const BUILT_IN = [
  { command: "/invite", description: "Bring somebody into this channel", usage_hint: "@ftrag" },
  { command: "/remove", description: "Take somebody out of this channel", usage_hint: "@ftrag" },
  { command: "/archive", description: "Archive this channel", usage_hint: "" },
];

// The words that a command takes, read from its usage hint: "assess [name] | status | help".
function commandWords(command) {
  const hint = (command.usage_hint ?? "").trim().replace(/^\[([^[\]]*\|[^[\]]*)\]$/, "$1");
  if (!hint.includes("|")) return [];
  return hint
    .split("|")
    .map((part) => part.trim())
    .filter((part) => /^[a-z]/i.test(part))
    .map((part) => {
      const [, word, rest] = /^([\w-]+)\s*(.*)$/.exec(part) ?? [null, part, ""];
      return { word, rest };
    });
}

function commandOffers(text) {
  const [, name, rest] = /^(\/\S*)(\s.*)?$/s.exec(text) ?? [];
  if (!name) return null;
  const commands = [...(store.app.commands ?? []), ...BUILT_IN];
  if (rest === undefined) {
    const fits = commands.filter((command) => command.command.startsWith(name.toLowerCase()));
    const offers = fits.map((command) => ({
      label: command.command,
      rest: command.usage_hint,
      hint: command.description,
      node: BUILT_IN.includes(command) ? icon("slash") : avatar(userById(store.app.bot_user_id) ?? {}, "small"),
      insert: `${command.command} `,
      from: 0,
    }));
    return { offers, eager: name !== fits[0]?.command, title: "Commands" };
  }
  const command = commands.find((one) => one.command === name);
  return command && wordOffers(command, rest.trimStart());
}

// `eager` offers take Enter; the others wait for an arrow or Tab, so that Enter still sends what was typed.
function wordOffers(command, typed) {
  const all = commandWords(command);
  const chosen = all.find(({ word }) => typed.split(/\s/)[0].toLowerCase() === word);
  const usage = chosen ? `${chosen.word} ${chosen.rest}`.trim() : command.usage_hint;
  if (chosen || !all.length) return { offers: [], eager: false, title: usage && `${command.command} ${usage}` };
  const words = all.filter(({ word }) => word.startsWith(typed.toLowerCase()));
  const offers = words.map(({ word, rest }) => ({
    label: `${command.command} ${word}`,
    rest,
    node: icon("slash"),
    insert: `${command.command} ${word}${rest ? " " : ""}`,
    from: 0,
  }));
  return { offers, eager: Boolean(typed) && offers.length === 1, title: command.description };
}

function personOffers(text, caret, channel) {
  const match = /(?:^|\s)@([\p{L}\d._-]*)$/u.exec(text.slice(0, caret));
  if (!match) return null;
  const wanted = match[1].toLowerCase();
  const fits = store.users.filter(
    (user) => user.id !== store.me && user.id !== "USLACKBOT" && namesOf(user).some((name) => name.startsWith(wanted)),
  );
  const inside = new Set(channelById(channel)?.members ?? []);
  fits.sort((a, b) => Number(b.id === store.app.bot_user_id) - Number(a.id === store.app.bot_user_id));
  const offers = fits.map((user) => ({
    label: user.real_name,
    hint: inside.has(user.id) ? "" : "not in this channel",
    node: avatar(user, "small"),
    insert: `@${user.real_name} `,
    from: caret - match[1].length - 1,
  }));
  return { offers, eager: true, title: "People" };
}

const namesOf = (user) => [user.name, ...user.real_name.split(" ")].map((name) => name.toLowerCase());

function channelOffers(text, caret) {
  const match = /(?:^|\s)#([\w-]*)$/.exec(text.slice(0, caret));
  if (!match) return null;
  const fits = visibleChannels().filter((c) => !c.is_im && c.name.startsWith(match[1]));
  return {
    offers: fits.map((c) => ({
      label: c.name,
      node: icon("hash"),
      insert: `#${c.name} `,
      from: caret - match[1].length - 1,
    })),
    eager: true,
    title: "Channels",
  };
}

// Attaches to a textarea; `slash` says whether commands are offered (not in threads). Returns {onKey, close, refresh}.
export function suggestions(input, { slash, channel, onTaken }) {
  const list = h("div", {
    class: "suggest",
    role: "listbox",
    id: uid("suggest"),
    "aria-label": "Suggestions",
    hidden: true,
  });
  const state = { offers: [], active: -1, from: 0, dismissed: "" };
  // A text area of several lines may not be a combobox; what is offered is told by the active option all the same.
  Object.entries({ "aria-autocomplete": "list", "aria-controls": list.id }).forEach(([k, v]) =>
    input.setAttribute(k, v),
  );

  function refresh() {
    const caret = input.selectionStart ?? input.value.length;
    const isCommand = slash && input.value.startsWith("/");
    const found = isCommand
      ? commandOffers(input.value)
      : (personOffers(input.value, caret, channel()) ?? channelOffers(input.value, caret));
    const show = found && input.value !== state.dismissed;
    state.offers = show ? found.offers.slice(0, MOST) : [];
    state.active = state.offers.length && found.eager ? 0 : -1;
    draw(show ? found.title : "");
  }

  function draw(title = state.title) {
    state.title = title;
    list.hidden = !state.offers.length && !(title && title.startsWith("/"));
    fill(list, title && h("div", { class: "suggest-title", role: "presentation" }, title), state.offers.map(offerNode));
    if (state.active >= 0) input.setAttribute("aria-activedescendant", `${list.id}-${state.active}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function offerNode(offer, index) {
    return h(
      "div",
      {
        class: `suggest-item${index === state.active ? " is-active" : ""}`,
        role: "option",
        id: `${list.id}-${index}`,
        "aria-selected": String(index === state.active),
        on: { pointerdown: (event) => (event.preventDefault(), take(offer)) },
      },
      offer.node,
      h("span", { class: "suggest-label" }, offer.label),
      offer.rest && h("span", { class: "suggest-rest" }, offer.rest),
      offer.hint && h("span", { class: "suggest-hint" }, offer.hint),
    );
  }

  function take(offer) {
    const caret = input.selectionStart;
    input.value = input.value.slice(0, offer.from) + offer.insert + (offer.from ? input.value.slice(caret) : "");
    const end = offer.from + offer.insert.length;
    input.setSelectionRange(end, end);
    input.focus();
    onTaken();
    refresh();
  }

  function onKey(event) {
    if (list.hidden || !state.offers.length) return event.key === "Escape" && !list.hidden && dismiss(event);
    const last = state.offers.length - 1;
    if (event.key === "ArrowDown") state.active = state.active >= last ? 0 : state.active + 1;
    else if (event.key === "ArrowUp") state.active = state.active <= 0 ? last : state.active - 1;
    else if (event.key === "Tab" && !event.shiftKey) take(state.offers[Math.max(0, state.active)]);
    else if (event.key === "Enter" && !event.shiftKey && state.active >= 0) take(state.offers[state.active]);
    else if (event.key === "Escape") return dismiss(event);
    else return false;
    event.preventDefault();
    if (event.key.startsWith("Arrow")) draw();
    return true;
  }

  function dismiss(event) {
    event.preventDefault();
    event.stopPropagation();
    state.dismissed = input.value;
    close();
    return true;
  }

  function close() {
    state.offers = [];
    draw("");
  }

  return { list, onKey, refresh, close };
}
