// Where one writes: Enter sends, Shift+Enter makes a line, drafts are kept for each place. The text is sent as typed;
// the server makes ids of @names and escapes the rest, as Slack does.

import { post } from "./api.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { draft, emit, intend, keepDraft, store } from "./store.js";
import { suggestions } from "./suggest.js";
import { announce } from "./toast.js";

const TALLEST = 220;

export class Composer {
  // `place()` gives {channel, thread, name, key}; `id` is the element's id; `hint()` the chips shown above.
  constructor({ id, place, slash = true, hint }) {
    Object.assign(this, { place, slash, hint, key: null, whose: null, sending: 0, files: [] });
    this.input = h("textarea", { rows: 1, "aria-label": "Message", spellcheck: "true", autocomplete: "off" });
    this.suggest = suggestions(this.input, { slash, channel: () => place()?.channel, onTaken: () => this.typed() });
    this.problem = h("div", { class: "composer-problem", role: "alert", data: { testid: "composer-error" } });
    this.chips = h("div", { class: "composer-chips" });
    this.send = h(
      "button",
      {
        type: "button",
        class: "send",
        "aria-label": "Send",
        title: "Send (Enter)",
        on: { click: () => this.submit() },
      },
      icon("send"),
    );
    const insert = (sign, label, text) =>
      h(
        "button",
        {
          type: "button",
          class: "icon-btn",
          "aria-label": label,
          title: label,
          on: { click: () => this.insert(text) },
        },
        icon(sign),
      );
    this.picker = h("input", {
      type: "file",
      multiple: true,
      hidden: true,
      data: { testid: "attach" },
      on: { change: () => this.attach() },
    });
    this.attached = h("div", { class: "composer-files", data: { testid: "attached" } });
    const clip = h(
      "button",
      {
        type: "button",
        class: "icon-btn",
        "aria-label": "Attach a file",
        title: "Attach a file",
        on: { click: () => this.picker.click() },
      },
      icon("clip"),
    );
    const tools = [
      slash && insert("slash", "Use a command", "/"),
      insert("at", "Mention somebody", "@"),
      clip,
      this.picker,
    ];
    const keys = h(
      "span",
      { class: "composer-keys" },
      h("kbd", {}, "Enter"),
      " sends, ",
      h("kbd", {}, "Shift Enter"),
      " makes a line",
    );
    const box = h(
      "div",
      { class: "composer-box" },
      this.input,
      this.attached,
      h("div", { class: "composer-foot" }, tools, keys, this.send),
    );
    this.el = h(
      "div",
      { class: "composer", id, data: { testid: id } },
      this.chips,
      this.suggest.list,
      this.problem,
      box,
    );
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("click", () => this.suggest.refresh());
    this.input.addEventListener("blur", () => this.suggest.close());
  }

  // Called when the place may have changed: another place brings its own draft.
  update() {
    const place = this.place();
    if (!place) return;
    this.input.placeholder = place.placeholder;
    this.input.setAttribute("aria-label", place.placeholder);
    fill(this.chips, this.hint?.());
    const whose = `${store.me} ${place.key}`;
    if (whose === this.whose) return;
    Object.assign(this, { key: place.key, whose });
    this.input.value = draft(place.key);
    this.problem.textContent = "";
    this.files = [];
    this.showFiles();
    this.suggest.close();
    this.resize();
  }

  typed() {
    keepDraft(this.key, this.input.value);
    this.problem.textContent = "";
    this.resize();
    this.suggest.refresh();
  }

  resize() {
    this.input.style.height = "";
    const wanted = this.input.scrollHeight; // 0 while the pane is hidden: then its one row will do
    if (wanted) this.input.style.height = `${Math.min(wanted, TALLEST)}px`;
    this.el.classList.toggle("has-text", Boolean(this.input.value.trim()));
  }

  insert(text) {
    const input = this.input;
    const at = input.selectionStart;
    const before = text === "/" ? "" : input.value.slice(0, at);
    const space = before && !/\s$/.test(before) ? " " : "";
    input.value = before + space + text + input.value.slice(text === "/" ? 0 : at);
    const end = before.length + space.length + text.length;
    input.focus();
    input.setSelectionRange(end, end);
    this.typed();
  }

  put(text) {
    this.input.value = text;
    this.input.focus();
    this.input.setSelectionRange(text.length, text.length);
    this.typed();
  }

  // Files are read as they are chosen, so that sending them is one request.
  async attach() {
    const chosen = [...this.picker.files];
    this.picker.value = "";
    for (const file of chosen) this.files.push({ name: file.name, content: await base64(file) });
    this.showFiles();
    this.focus();
  }

  showFiles() {
    const names = this.files.map((file) => file.name).join(", ");
    this.attached.textContent = names ? `Attached: ${names}` : "";
    this.el.classList.toggle("has-text", Boolean(this.input.value.trim() || this.files.length));
  }

  onKey(event) {
    if (event.isComposing || this.suggest.onKey(event)) return;
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.submit();
  }

  async submit() {
    const text = this.input.value.trim();
    const place = this.place();
    const files = this.files;
    if (!(text || files.length) || !place) return;
    const { channel, thread, key } = place;
    const command = this.slash && text.startsWith("/") && !files.length;
    intend(command ? "command" : "say", channel, thread ?? null);
    this.files = [];
    this.put("");
    this.showFiles();
    this.busy(1);
    try {
      const more = { ...(thread ? { thread } : {}), ...(files.length ? { files } : {}) };
      await post("say", { as: store.me, channel, text, ...more });
    } catch (error) {
      this.files = files;
      this.showFiles();
      this.giveBack(key, text, error.message);
    }
    this.busy(-1);
  }

  // What could not be sent returns to where it was written, unless something new stands there.
  giveBack(key, text, problem) {
    if (!draft(key)) keepDraft(key, text);
    if (this.key === key) {
      if (!this.input.value) this.put(text);
      this.suggest.close();
      this.problem.textContent = problem;
    }
    announce(problem);
    emit("drafts");
  }

  busy(change) {
    this.sending += change;
    this.el.classList.toggle("is-sending", this.sending > 0);
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
