"""The modals: two that ask for words, and four that are only read."""

from collections.abc import Sequence

from bot.ids import Act, Field, Modal, field_id
from bot.replies import (
    AskModal,
    CompareModal,
    DemandShown,
    MoreModal,
    NameModal,
    NoticeModal,
    PrecedentsModal,
    ReasonShown,
    RowsModal,
    Said,
    VerdictMessage,
)
from bot.views import side_by_side
from bot.views import verdict as told
from bot.views.architecture import MEANS, NAME, USE
from bot.views.blocks import Block, actions, bullets, button, context, divider, modal, plain_text, section
from bot.views.inputs import text_input
from bot.views.one_screen import answer_rest
from bot.views.problem import sentences
from bot.views.question import said
from bot.views.text import cited, listing, name, ours
from bot.views.verdict import changed, first, further_gates, gate, headline, how_sure, precedent, why_not
from rules.casing import lower_first, upper_first
from rules.catalog.architectures import agreeing
from rules.catalog.sources import CITED, in_brief
from rules.framework import Architecture, Degree, Strength

NAME_MOST = 300
CONTEXT_MOST = 500
QUESTION_MOST = 500


def naming(reply: NameModal) -> Block:
    """Asks what the feature is called."""
    return modal(
        "New decision",
        [
            section(*sentences(reply.trouble)) if reply.trouble else None,
            text_input(
                field_id(Field.NAME),
                "What is the feature called?",
                most=NAME_MOST,
                hint="Support copilot",
                initial=reply.name,
            ),
            text_input(
                field_id(Field.CONTEXT),
                "One sentence: what should it do for its users?",
                most=CONTEXT_MOST,
                hint="Answers customers' questions about their contracts",
                initial=reply.context,
                optional=True,
            ),
            None if reply.channel else _where(),
            context("A short interview in a thread. Anyone there can answer; workspace admins can export it."),
        ],
        kind=Modal.NAME,
        submit="Start",
        close="Not now",
        private=reply.private,
    )


def _where() -> Block:
    block = field_id(Field.CHANNEL)
    return {
        "type": "input",
        "block_id": block,
        "label": plain_text("Where should the interview take place?", 2_000),
        "element": {
            "type": "conversations_select",
            "action_id": block,
            "placeholder": plain_text("Choose a channel", 150),
            "default_to_current_conversation": True,
            "response_url_enabled": True,
            "filter": {"include": ["public", "private", "im"], "exclude_bot_users": False},
        },
    }


def notice(reply: NoticeModal) -> Block:
    """Says what cannot be done, and what to do instead."""
    return modal(reply.title, [section(*sentences(reply.trouble))], kind=Modal.READ)


def asking(reply: AskModal) -> Block:
    """Asks for one question about the verdict."""
    return modal(
        "Ask about the verdict",
        [
            section(f"*{name(reply.name)}*: {told.chosen(reply.architecture, passes=reply.passes, names=USE)}"),
            text_input(
                field_id(Field.QUESTION),
                "Your question",
                most=QUESTION_MOST,
                hint="Why not fine-tuning? What if it changed monthly?",
                lines=True,
            ),
            context("The answer comes in the thread, for everyone there. Asking changes nothing."),
            *_terms(reply),
        ],
        kind=Modal.ASK,
        submit="Ask",
        close="Not now",
        private=reply.private,
    )


def _terms(reply: AskModal) -> list[Block | None]:
    """The words of the verdict, each a press that explains it on top of this modal."""
    presses = [
        button(
            upper_first(one.term), Act.SHOW_TOLD, reply.assessment_id, one.asked,
            says=f"What does “{one.term}” mean?", tail=str(number),
        )
        for number, one in enumerate(reply.terms)
    ]  # fmt: skip
    heading = section("*What does it mean?* Words of this verdict, explained for you alone:")
    return [heading, actions(*presses)] if presses else []


def more(reply: MoreModal) -> Block:
    """The whole verdict."""
    verdict = reply.verdict
    blocks: list[Block | None] = [
        section(*headline(verdict), upper_first(f"{MEANS[verdict.architecture]}.")),
        section(changed(verdict)) if verdict.changed_from else None,
        *_reasons(verdict.reasons),
        bullets("*Why not something else*", [why_not(one) for one in verdict.why_not]),
        bullets("*What has to come first*", [gate(one) for one in verdict.gates], most=10),
        section(first(verdict)) if verdict.first else None,
        bullets(f"*{told.flips_title(passes=verdict.passes)}*", [told.flip(one) for one in verdict.flips], most=12)
        or section(f"*{told.flips_title(passes=verdict.passes)}:* no one or two answers would."),
        section(how_sure(verdict)),
        _rest(verdict),
        divider(),
        bullets("*The answers*", [_answer(one) for one in reply.answers], most=20),
        section(f"*Not answered:* {listing(lower_first(ours(topic)) for topic in reply.unanswered)}.")
        if reply.unanswered
        else None,
        context(
            _rules(verdict.reasons, verdict.rules_version, reply.rules_digest),
            "They were updated while the interview was open; it was finished with these."
            if verdict.rules_changed
            else "",
        ),
    ]
    return modal("The whole verdict", blocks, kind=Modal.READ)


def _rest(verdict: VerdictMessage) -> Block | None:
    """The questions that no longer change the verdict, where there are any."""
    if not (verdict.can_answer_rest and verdict.rest_count):
        return None
    return actions(button(answer_rest(verdict.rest_count), Act.REST, verdict.assessment_id))


def _answer(found: Said) -> str:
    return f"{ours(found.topic)}: {said(found)}"


def _reasons(reasons: Sequence[ReasonShown]) -> list[Block | None]:
    """Every reason with its source, ten to a block."""
    lines = [f"{told.reason(one)}\n    {_resting_on(one)}" for one in reasons]
    titles = ("*Why*", *["*Why, continued*"] * (len(lines) // 10))
    return [bullets(title, lines[at * 10 : at * 10 + 10], most=10) for at, title in enumerate(titles)]


def _rules(reasons: Sequence[ReasonShown], version: str, digest: str) -> str:
    """By which rules it was decided, and what the framework's brief name in a source stands for."""
    is_cited = any(in_brief(source) != source for reason in reasons for source in reason.source.split("; "))
    rules = f"Rules {ours(version)} {ours(digest)}".rstrip()
    return f"{ours(CITED)}\n{rules}" if is_cited else rules


def _resting_on(reason: ReasonShown) -> str:
    return f"{told.behind(reason)} Source: {cited(reason.source)}".lstrip()


def compare(reply: CompareModal) -> Block:
    """The architectures side by side on this team's demands, now and where answers differ."""
    if reply.then is None:
        title = [f"*{name(reply.name)}*: {side_by_side.standing(reply.demands, reply.chosen, passes=reply.passes)}."]
        return modal(
            "Compare architectures",
            [section(*title), *_demands(reply.demands, reply.chosen)],
            kind=Modal.READ,
        )
    return modal(
        "Compare both",
        [
            section(f"*Now: {told.chosen(reply.chosen, passes=reply.passes)}*"),
            *_demands(reply.demands, reply.chosen, most=20),
            divider(),
            section(f"*What if: {told.chosen(reply.then, passes=reply.then_passes)}*", ours(reply.what_if)),
            *_demands(reply.then_demands, reply.then, most=20),
        ],
        kind=Modal.READ,
    )


def _demands(demands: Sequence[DemandShown], chosen: Architecture, most: int = 40) -> list[Block | None]:
    if not demands:
        return [section("No answer so far asks for anything that the smallest architecture does not give.")]
    return [
        block
        for one in demands[:most]
        for block in (section(side_by_side.degrees(one, chosen)), context(*_claims(one, chosen)))
    ]


def _claims(found: DemandShown, chosen: Architecture) -> list[str]:
    """What the demand means, and why the chosen one delivers it as far as it does."""
    claim = found.claims.get(chosen, "")
    return [ours(found.meaning), f"{upper_first(NAME[chosen])}: {ours(claim)}" if claim else ""]


def precedents(reply: PrecedentsModal) -> Block:
    """Who else did this."""
    cases: list[Block | None] = [section(*precedent(one)) for one in reply.precedents]
    return modal(
        "Who else did this",
        [
            section(
                f"*Published cases nearest to {name(reply.name)}*",
                f"The verdict here: {told.chosen(reply.architecture, passes=reply.passes)}.",
            ),
            *(cases or [section("No published case in the rulebook is near enough to be of use.")]),
            context("Near means: the same answers to the questions that decide. What differs is named."),
        ],
        kind=Modal.READ,
    )


def rows(reply: RowsModal) -> Block:
    """The whole answer: each row of the rulebook that spoke, and how far each demand is delivered."""
    about = NAME[reply.why_not.architecture] if reply.why_not else NAME[reply.architecture]
    intro = (
        section(f"*Why not {about}*", ours(reply.why_not.because))
        if reply.why_not
        else section(f"*Why {about} for {name(reply.name)}*")
    )
    return modal(
        "The whole answer",
        [
            intro,
            bullets("*Not there yet*", further_gates(reply.why_not)) if reply.why_not else None,
            *[section(*_row(one)) for one in reply.reasons[:40]],
            *[section(*_delivery(one, reply)) for one in reply.demands[:40]],
            context(_rules(reply.reasons, reply.rules_version, reply.rules_digest)),
        ],
        kind=Modal.READ,
    )


def _row(reason: ReasonShown) -> list[str]:
    strength = "must" if reason.strength is Strength.MUST else "wish"
    answers = " · ".join(_answer(one) for one in reason.answers)
    return [
        f"*{ours(reason.demand)}* ({strength}): {ours(reason.claim)}",
        answers,
        f"Row {ours(reason.row)} · {cited(reason.source)}",
    ]


def _delivery(found: DemandShown, reply: RowsModal) -> list[str]:
    about = reply.why_not.architecture if reply.why_not else reply.architecture
    degree = side_by_side.DEGREE[found.degrees.get(about, Degree.NOT)]
    delivers = f"{agreeing(about, 'does', 'do')} not deliver it"
    if degree != "no":
        delivers = f"{agreeing(about, 'delivers', 'deliver')} it {degree}"
    return [f"*{ours(found.label)}*: {NAME[about]} {delivers}.", ours(found.claims.get(about, ""))]
