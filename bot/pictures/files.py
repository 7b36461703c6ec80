"""The files that delivery puts into a thread, by kind of reply: a picture, its title, and alt text that says the same.

The composition root hands `picture_files()` to the screens.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from bot.delivery.content import File, MakeFile
from bot.pictures.drawing import Drawer
from bot.pictures.plans import Plan
from bot.pictures.words import alt_text, demands_plan, history_plan
from bot.replies import VerdictPicture
from bot.replies.review import HistoryPicture
from bot.views.text import month_name


def picture_files(drawer: Drawer | None = None) -> Mapping[str, MakeFile]:
    """How the file of each kind of reply is made."""
    drawing = drawer or Drawer()

    async def drawn(stem: str, title: str, plan: Plan, reply: Mapping[str, Any]) -> File:
        name = f"{_unique(stem, reply)}.png"
        return File(name=name, title=title, content=await drawing.draw(plan), alt_text=alt_text(plan))

    async def verdict_picture(reply: Mapping[str, Any]) -> File:
        shown = VerdictPicture.model_validate(dict(reply))
        plan = demands_plan(shown.demands, shown.architecture, passes=shown.passes)
        return await drawn("ftrag-verdict", "How far each architecture delivers what you asked for", plan, reply)

    async def history_picture(reply: Mapping[str, Any]) -> File:
        shown = HistoryPicture.model_validate(dict(reply))
        title = f"Golden tasks and failures until {month_name(shown.month)}"
        return await drawn("ftrag-review", title, history_plan(shown.results, shown.bar), reply)

    return {"verdict_picture": verdict_picture, "history_picture": history_picture}


def _unique(stem: str, reply: Mapping[str, Any]) -> str:
    """A name that tells this picture from every other one in the thread: an upload in doubt is looked up by it."""
    return f"{stem}-{sha256(json.dumps(reply, sort_keys=True, default=str).encode()).hexdigest()[:10]}"
