"""What the page is shown in its tests: a workspace with one assessment in it, as the bot would post it."""

from tests.e2e.page.kit import (
    ANA,
    BEN,
    BOT,
    CHEN,
    GENERAL,
    NOW,
    SEARCH,
    SUPPORT,
    Json,
    actions,
    button,
    context,
    entry,
    message,
    option,
    person,
    plain,
    room,
    section,
    ts,
)
from tests.e2e.page.kit import modal as view

PARENT = ts(240)
THREAD = f"#{SUPPORT}/{PARENT}"


def answered(number: int, ago: int, text: str, who: str) -> Json:
    """A question that was answered: one line and a Change control."""
    change = button(f"change:{number}", "Change", accessibility_label=f"Change: {text}")
    blocks = [section(f"answered:{number}", f"✓ *{text}* · {who}", accessory=change)]
    return message(ts(ago), BOT, f"✓ {text} · {who}", blocks, thread_ts=PARENT)


def parent() -> Json:
    """The message in the channel that an assessment starts with."""
    started = (
        "*Support copilot: which architecture does it need?*\n"
        "Ana started a decision interview. Anyone here can answer in the thread: about 8 questions, 5 minutes. "
        "Answers stay here; workspace admins see the verdict and can export all of it."
    )
    blocks = [
        section("parent", started),
        context("progress", "Question 4, about 4 to go · last answer by Ben, just now"),
        actions("parent-controls", button("continue", "Continue", style="primary"), button("stop", "Stop")),
    ]
    replies = {"reply_count": 5, "reply_users": [BOT, BEN], "latest_reply": ts(30)}
    return message(PARENT, BOT, "Support copilot: which architecture does it need?", blocks, **replies)


def question() -> Json:
    """An open question in the thread."""
    asked = (
        "*Must an answer show where it came from?*\n"
        "If someone may ask “how did you conclude this”, traceability is designed in from the start."
    )
    options = {"none": "No", "helpful": "Nice to have", "required": "Required", "regulated": "Regulated"}
    blocks = [
        section("ask", asked),
        actions("options", *(button(f"answer:{value}", label) for value, label in options.items())),
        actions("ways-out", button("unsure", "Not sure"), button("back", "Back"), button("pause", "Stop for now")),
        context("typed", f"Question 4, about 4 to go · or reply: <@{BOT}> auditors will ask"),
    ]
    return message(ts(60), BOT, "Must an answer show where it came from?", blocks, thread_ts=PARENT)


_VERDICT = {
    "verdict": "*Use retrieval (RAG) for Support copilot.*\n"
    "It is the smallest architecture that gives you fresh facts and answers people can check.",
    "why": "*Why*\n"
    "• Freshness: your policies change weekly, so facts have to be fetched when someone asks.\n"
    "• Receipts: you are regulated; every answer must show what it rests on.",
    "why-not": "*Why not something else*\n"
    "• Prompting: your documents do not fit one prompt.\n"
    "• Fine-tuning: it would memorize facts that change weekly, and there are no trusted examples yet.\n"
    "• Hybrid: nothing you asked for needs tuned behavior yet.",
    "first": "*First*: evaluation. Answers are checked ad hoc today; without a golden set nobody can tell "
    "retrieval failures from model failures.",
    "flip": "*What would change this*: if all documents fit one prompt, prompting would do.",
    "sure": "*How sure*: settled. None of the 4 answers still open can change it.",
}
_NEXT = {
    "precedents": "Who else did this",
    "compare": "Compare",
    "ask-why": "Ask a question",
    "record": "Decision record",
    "rest": "Answer the other 4",
}


def verdict() -> Json:
    """The outcome, with its picture and reasons."""
    alt = "How far each architecture delivers the five demands you raised"
    chart = {"type": "image", "block_id": "chart", "image_url": "/files/chart.svg", "alt_text": alt}
    first, *rest = (section(block_id, text) for block_id, text in _VERDICT.items())
    blocks = [first, chart, *rest, actions("next", *(button(name, label) for name, label in _NEXT.items()))]
    return message(ts(30), BOT, "Use retrieval (RAG) for Support copilot.", blocks, thread_ts=PARENT)


def thread() -> list[Json]:
    """The whole thread: answers, the open question, a person's reply, a private word, the verdict."""
    beaten = (
        "Ben answered this a moment before you: *weekly*. "
        "If you see it differently, press Change; the thread keeps both."
    )
    said = f"<@{BOT}> auditors will ask, see <https://example.com/policy|our policy>"
    return [
        parent(),
        answered(1, 200, "What users mostly need: facts", "Ana"),
        answered(2, 150, "Where the truth lives: our own documents", "Chen"),
        answered(3, 100, "How often it changes: weekly", "Ben, from “about once a week”"),
        question(),
        message(ts(50), BEN, said, thread_ts=PARENT),
        message(ts(40), BOT, beaten, [section("beaten", beaten)], thread_ts=PARENT, ephemeral=True),
        verdict(),
    ]


def _task(number: int, name: str) -> Json:
    results = [option("Pass"), option("Fail"), option("Not run")]
    picker = {"type": "static_select", "action_id": f"result:{number}", "placeholder": plain("Result")}
    picker |= {"options": results, "initial_option": results[0]}
    return section(f"task:{number}", f"*Golden task {number}*: {name}", accessory=picker)


def review() -> Json:
    """The monthly review, in the channel."""
    ask = {"title": plain("Skip this month?"), "text": plain("The next review comes on January 2.")}
    ask |= {"confirm": plain("Skip it"), "deny": plain("Keep it"), "style": "danger"}
    blocks = [
        {"type": "header", "block_id": "review", "text": plain("Support copilot: monthly review")},
        section("since", "A month ago you chose retrieval. Since then: 14 failures, 9 of them retrieval misses."),
        _task(1, "Refund window"),
        _task(2, "Contract lookup"),
        {"type": "divider", "block_id": "line"},
        section("changed", "*Has anything changed?* Truth changes weekly · regulated · no trusted examples"),
        actions(
            "review-controls",
            button("finish", "Finish review", style="primary"),
            button("snooze", "Snooze a week"),
            button("skip", "Skip this month", style="danger", confirm=ask),
        ),
        context("owner", f"Owner: <@{ANA}> · posted <!date^{NOW}^{{date_short_pretty}} at {{time}}|November 22>"),
    ]
    return message(ts(10), BOT, "Support copilot: monthly review", blocks)


def channel() -> list[Json]:
    """The channel around the assessment."""
    hint = "I am not in #general yet. Invite me with `/invite @ftrag` and press Start."
    controls = actions("hint-controls", button("start", "Start", style="primary"), button("hold", "Hold it in a DM"))
    return [
        message(ts(90_000), CHEN, "Shall we fine-tune, or index the handbook? *Both* cost us a sprint."),
        message(ts(89_900), CHEN, "I would like a decision that we can defend in March."),
        message(ts(300), ANA, "We need to settle this before the sprint. Starting the interview."),
        parent(),
        message(ts(20), BOT, hint, [section("hint", hint), controls], ephemeral=True),
        review(),
    ]


def state() -> Json:
    """The workspace, as Ana's page is told of it at first."""
    command = {"command": "/ftrag", "description": "Decide which AI architecture a feature needs"}
    command["usage_hint"] = "assess [name] | status | roadmap | log | help"
    shortcut = {"name": "Log an AI failure", "type": "message", "callback_id": "log_failure"}
    app = {"name": "ftrag", "bot_user_id": BOT, "home_enabled": True, "connected": True, "can_start_over": True}
    team = [ANA, BEN, CHEN]
    return {
        "workspace": {"name": "ftrag sandbox", "team_id": "T0SANDBOX"},
        "users": [
            person(ANA, "#7a5bd6", "Europe/Berlin"),
            person(BEN, "#1d7f5f", "America/New_York"),
            person(CHEN, "#b2562a", "Asia/Singapore"),
            person(BOT, "#5b3fd6", "UTC"),
        ],
        "channels": [
            room(SUPPORT, "support-ai", [*team, BOT], topic="Answers for customers, drafted by a model"),
            room(SEARCH, "search-team", [*team, BOT], topic="Search, ranking and retrieval", unread=1),
            room(GENERAL, "general", team, topic="Everybody"),
            room("D0ANA", "", [ANA, BOT], is_im=True, im_with=BOT),
            room("D0ANABEN", "", [ANA, BEN], is_im=True, im_with=BEN),
        ],
        "clock": {"now": NOW, "label": "Sun, Nov 22"},
        "app": {**app, "commands": [command], "shortcuts": [shortcut]},
        "calls": 42,
        "fault": None,
        "home": None,
        "modals": [],
    }


def modal() -> Json:
    """A modal with most inputs."""
    names = ("Retrieval miss", "Context overload", "Formatting", "Safety", "Tool error")
    buckets = [option(name, name.lower().replace(" ", "_"), description=plain("How to tell: …")) for name in names]
    tasks = {"label": plain("This assessment"), "options": [option("Refund window"), option("Contract lookup")]}
    what = {"multiline": True, "max_length": 300, "hint": "One or two sentences. Everyone here can read it."}
    return view(
        "V0MODAL",
        "Log an AI failure",
        section("about", "Support copilot · your entry is counted in this month's review."),
        entry("what", "What happened?", "plain_text_input", **what),
        entry("bucket", "Which kind of failure?", "radio_buttons", options=buckets),
        entry("task", "Golden task", "static_select", placeholder=plain("None"), option_groups=[tasks], optional=True),
        entry("owner", "Owner", "multi_users_select", placeholder=plain("Who looks at it"), optional=True),
        entry("due", "Due", "datepicker", initial_date="2026-12-05", optional=True),
        entry("count", "How many times?", "number_input", is_decimal_allowed=False, min_value="1", optional=True),
        submit=plain("Log it"),
    )
