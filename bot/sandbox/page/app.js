// The page put together: each part draws itself from the store, `live` keeps the store true.

import { mountChannel, composer } from "./channel.js";
import { dialogIsOpen } from "./dialog.js";
import { $, fill } from "./dom.js";
import { mountDrawer } from "./drawer.js";
import { listenToKeys } from "./keys.js";
import { actAs, start } from "./live.js";
import { mountModals } from "./modal.js";
import { mountSidebar } from "./sidebar.js";
import { botName, channelById, on, placeName, store } from "./store.js";
import { mountThread } from "./thread.js";
import { mountTopbar } from "./topbar.js";

mountTopbar($("#bar"), { actAs });
mountSidebar($("#side"));
mountChannel($("#main"));
mountThread($("#thread"));
mountDrawer($("#drawer"));
mountModals();
listenToKeys();

// On a phone one pane is shown at a time; elsewhere this only says what is open.
on("place ready", () => {
  document.body.dataset.pane = store.pane ?? "main";
  document.body.dataset.ready = String(store.ready);
  const where = store.place.kind === "home" ? `${botName()} Home` : placeName(channelById(store.place.channel));
  document.title = [where, store.workspace.name].filter(Boolean).join(" · ");
});

on("online app ready", () => {
  const trouble = !store.online
    ? "The connection to the sandbox is lost. Trying again."
    : store.ready &&
      store.app.connected === false &&
      `${botName()} is not connected yet: commands and buttons will not be answered.`;
  fill($("#trouble"), trouble || null);
  $("#trouble").hidden = !trouble;
});

on("moved", () => matchMedia("(hover: hover)").matches && !store.thread && !dialogIsOpen() && composer.focus());

start();
