// The app's Home tab: a view like a modal's, for one person, rewritten by the app whenever it likes.

import { post } from "./api.js";
import { drawBlocks } from "./blocks.js";
import { fill, h } from "./dom.js";
import { channelById, on, store } from "./store.js";
import { viewSurface } from "./surface.js";
import { toast } from "./toast.js";

export function homePane() {
  const blocks = h("div", { class: "home-blocks" });
  const note = h("p", { class: "home-note" });
  const scroller = h(
    "div",
    { class: "scroller home-scroll", tabIndex: -1 },
    h("div", { class: "home-inner" }, note, blocks),
  );
  const el = h(
    "section",
    { class: "home", id: "home", "aria-label": "App Home", hidden: true, data: { testid: "home" } },
    scroller,
  );
  let views = new Map();
  let shownId = null;

  function update() {
    const view = store.home;
    fill(note, view?.blocks?.length ? null : "The app has not published its Home yet.");
    if (shownId !== view?.id) {
      views = new Map();
      blocks.replaceChildren();
      shownId = view?.id;
    }
    if (view) drawBlocks(blocks, views, viewSurface(view, "home"), blocks);
  }

  on("home ready", () => store.place.kind === "home" && update());
  on("moved", tellOpened);
  return { el, update };
}

// Slack tells the app each time somebody opens its Home, or their direct messages with it.
async function tellOpened() {
  const direct = channelById(store.place.channel)?.im_with === store.app.bot_user_id;
  if (!store.ready || (store.place.kind !== "home" && !direct)) return;
  try {
    await post("home", { as: store.me, tab: direct ? "messages" : "home" });
  } catch (error) {
    toast(error.message, "error");
  }
}
