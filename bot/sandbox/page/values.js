// What people entered into Block Kit controls, in Slack's own shape (`state.values`): kept per message or view, so
// that it survives a redraw, and checked before a modal is submitted as Slack's client checks it.

import { store } from "./store.js";

const FIELDS = {
  plain_text_input: ["value", "initial_value"],
  email_text_input: ["value", "initial_value"],
  url_text_input: ["value", "initial_value"],
  number_input: ["value", "initial_value"],
  static_select: ["selected_option", "initial_option"],
  external_select: ["selected_option", "initial_option"],
  multi_static_select: ["selected_options", "initial_options"],
  users_select: ["selected_user", "initial_user"],
  multi_users_select: ["selected_users", "initial_users"],
  conversations_select: ["selected_conversation", "initial_conversation"],
  multi_conversations_select: ["selected_conversations", "initial_conversations"],
  channels_select: ["selected_channel", "initial_channel"],
  multi_channels_select: ["selected_channels", "initial_channels"],
  datepicker: ["selected_date", "initial_date"],
  timepicker: ["selected_time", "initial_time"],
  radio_buttons: ["selected_option", "initial_option"],
  checkboxes: ["selected_options", "initial_options"],
};

const surfaces = new Map(); // surface key -> block_id -> action_id -> value as entered
export const fieldOf = (element) => FIELDS[element.type]?.[0];
const isMany = (field) => field.endsWith("s");

const slot = (key, blockId) => {
  if (!surfaces.has(key)) surfaces.set(key, {});
  const surface = surfaces.get(key);
  surface[blockId] ??= {};
  return surface[blockId];
};

export function read(key, blockId, element) {
  const [field, initial] = FIELDS[element.type];
  const entered = surfaces.get(key)?.[blockId]?.[element.action_id];
  if (entered && entered.type === element.type) return entered.value ?? (isMany(field) ? [] : null);
  const current = element.default_to_current_conversation && store.place.channel;
  return element[initial] ?? (isMany(field) ? [] : current || null);
}

export function write(key, blockId, element, value) {
  slot(key, blockId)[element.action_id] = { type: element.type, value };
}

// What the server already knows of a view (after a reload), unless it was touched here.
export function seed(key, values) {
  if (surfaces.has(key) || !values) return;
  for (const [blockId, actions] of Object.entries(values)) {
    for (const [actionId, { type, ...rest }] of Object.entries(actions)) {
      slot(key, blockId)[actionId] = { type, value: rest[FIELDS[type]?.[0]] ?? null };
    }
  }
}

export const forget = (key) => surfaces.delete(key);

const elementsOf = (block) =>
  [block.accessory, block.element, ...(block.type === "actions" ? block.elements : [])].filter(Boolean);

function stateValue(key, block, element) {
  const field = fieldOf(element);
  const value = read(key, block.block_id, element);
  return { type: element.type, [field]: value === "" ? null : value };
}

export function collect(key, blocks) {
  const state = {};
  for (const block of blocks ?? []) {
    for (const element of elementsOf(block)) {
      if (!fieldOf(element)) continue;
      state[block.block_id] ??= {};
      state[block.block_id][element.action_id] = stateValue(key, block, element);
    }
  }
  return state;
}

// --- checks before a submit -------------------------------------------------------------------------------------

const isEmpty = (value) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length);

export function faults(key, blocks) {
  const found = {};
  for (const block of blocks ?? []) {
    if (block.type !== "input") continue;
    const value = read(key, block.block_id, block.element);
    const fault = isEmpty(value)
      ? !block.optional && "Please complete this required field."
      : shapeFault(block.element, value);
    if (fault) found[block.block_id] = fault;
  }
  return found;
}

const CHECKS = {
  plain_text_input: (e, v) =>
    (e.min_length && v.length < e.min_length && `Please use at least ${e.min_length} characters.`) ||
    (e.max_length && v.length > e.max_length && `Please use at most ${e.max_length} characters.`),
  number_input: numberFault,
  email_text_input: (e, v) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v) && "Please enter a valid email address.",
  url_text_input: (e, v) => !/^https?:\/\/\S+\.\S+$/i.test(v) && "Please enter a valid URL.",
  timepicker: (e, v) => !/^\d\d:\d\d$/.test(v) && "Please enter a time.",
  multi_static_select: tooMany,
  multi_users_select: tooMany,
};

const shapeFault = (element, value) => CHECKS[element.type]?.(element, value) || null;

function tooMany(element, value) {
  const most = element.max_selected_items;
  return most && value.length > most && `Please choose at most ${most}.`;
}

function numberFault(element, text) {
  const number = Number(text);
  if (!/^[+-]?\d+(\.\d+)?$/.test(text.trim())) return "Please enter a number.";
  if (!element.is_decimal_allowed && !Number.isInteger(number)) return "Please enter a whole number.";
  if (element.min_value !== undefined && number < Number(element.min_value))
    return `Please enter ${element.min_value} or more.`;
  if (element.max_value !== undefined && number > Number(element.max_value))
    return `Please enter ${element.max_value} or less.`;
  return null;
}
