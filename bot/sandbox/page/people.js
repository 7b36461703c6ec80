// Pictures of people: nobody uploads one here, so it is the initials on the person's color; the app has its sign.

import { h } from "./dom.js";
import { store } from "./store.js";

export function avatar(user, size = "") {
  const app = user.id === store.app.bot_user_id;
  const initials = app ? "ft" : (user.initials ?? "?");
  const node = h(
    "span",
    { class: `avatar ${size} ${app ? "avatar-app" : ""}`.trim(), "aria-hidden": "true" },
    initials,
  );
  if (!app && /^#[0-9a-f]{3,8}$/i.test(user.color ?? "")) node.style.setProperty("--person", user.color);
  return node;
}

export const appTag = () => h("span", { class: "app-tag" }, "App");
