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

// The one pane that a phone shows is the page's main part, whichever it is: a part of it is no aside, and the heading
// of the channel, which is not shown, is no heading of it.
const phone = matchMedia("(width <= 760px)");
const heading = document.createElement("h1");
heading.className = "unseen";
function markMain() {
  const elsewhere = phone.matches && store.pane !== "main";
  $(".panes").role = elsewhere ? "main" : null;
  $("#thread").role = elsewhere ? "region" : null;
  heading.textContent = document.title;
  if (elsewhere) $(".panes").prepend(heading);
  else heading.remove();
}
on("place ready", markMain);
phone.addEventListener("change", markMain);

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
