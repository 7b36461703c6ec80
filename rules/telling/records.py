"""What the thread's record holds: answers and who gave them, what is to do, the review, the document."""

from typing import cast

from rules.casing import lower_first, upper_first
from rules.catalog.steps import EVALUATION_STEPS
from rules.defence import cited as sources_of
from rules.hearing import NOT_LISTED, Asked
from rules.roadmap import Phase, in_a_sentence
from rules.roadmap_plan import plan
from rules.telling.values import Background, Told
from rules.telling.wording import cited, in_words, listed, topic

_LIST = 3
_FEW = 5
"""So many open questions are read at a glance; more stand behind [Show more]."""


def who_answered(asked: Asked, background: Background) -> Told:
    """Who gave one answer, or all of them, and when."""
    fact, known = str(asked.slots["fact"]), background.facts.known()
    if fact and fact not in known and fact in background.in_version_before:
        return Told(asked, (background.in_version_before[fact],))
    if fact and fact not in known:
        return Told(asked, (f"Nobody has answered that yet: {lower_first(topic(background.framework, fact))}.",))
    if not background.has_record:
        names = [fact] if fact else list(known)
        told = [
            f"{topic(background.framework, one)}: {in_words(background.framework, one, known[one])}" for one in names
        ]
        return Told(
            asked,
            ("Who answered is kept in the assessment's thread.", *(f"{one}." for one in told[:_LIST])),
            tuple(told[_LIST:]),
        )
    told = [_giver(background, one) for one in ([fact] if fact else known)]
    told += _before(background, fact)
    return Told(asked, tuple(told[:_LIST]) or ("Nothing has been answered yet.",), tuple(told[_LIST:]))


def _before(background: Background, fact: str) -> list[str]:
    """What stood there before, from the record, where one answer is asked about."""
    stood = [
        f"“{in_words(background.framework, fact, value)}” by {given.by}, {given.at}"
        for value, given in background.earlier.get(fact, ())[:_LIST]
    ]
    return [f"Before that: {'; '.join(stood)}."] if stood else []


def _giver(background: Background, fact: str) -> str:
    said = f"{topic(background.framework, fact)}: {in_words(background.framework, fact, background.facts.value(fact))}"
    given = background.givers.get(fact)
    return f"{said}, by {given.by}, {given.at}." if given else f"{said}."


def status_of_answers(asked: Asked, background: Background) -> Told:
    """What was answered to one question, or everything and what is still open."""
    fact, known = str(asked.slots["fact"]), background.facts.known()
    if fact:
        stands = in_words(background.framework, fact, known.get(fact))
        said = (
            f"{topic(background.framework, fact)}: {stands}."
            if fact in known
            else background.in_version_before.get(fact, f"{topic(background.framework, fact)}: not answered yet.")
        )
        over = cast("tuple[str, ...]", asked.slots.get(NOT_LISTED, ()))
        missing = f"“{in_words(background.framework, fact, over)}” is not on that list, so nothing changes."
        return Told(asked, (missing, said) if over else (said, *_before(background, fact)))
    unanswered = [
        lower_first(topic(background.framework, one)) for one in background.framework.by_fact if one not in known
    ]
    count = f"{len(known)} of {len(background.framework.by_fact)} questions are answered."
    rest = f"Still open: {listed(unanswered)}." if unanswered else "None is open."
    told = [
        f"{topic(background.framework, one)}: {in_words(background.framework, one, value)}."
        for one, value in known.items()
    ]
    matter = _that_matter(background)
    if len(unanswered) <= _FEW:
        return Told(asked, (count, rest, *matter), tuple(told))
    if background.verdict.decided:
        none = f"{len(unanswered)} are open; none of them can change the verdict."
        return Told(asked, (count, none), (rest, *told))
    effect = "" if matter else "; they may still change the verdict"
    in_all = " in all" if matter else ""
    return Told(asked, (count, *matter, f"{len(unanswered)} are open{in_all}{effect}."), (rest, *told))


def _that_matter(background: Background) -> tuple[str, ...]:
    """Which open questions can still change the verdict: after it those that nobody was sure of, and no others."""
    if background.verdict.decided or not background.unsure:
        return ()
    topics = [f"“{topic(background.framework, fact)}”" for fact in background.unsure]
    more = [f"{len(topics) - _FEW} more"] if len(topics) > _FEW else []
    which = "that" if len(topics) == 1 else "those"
    return (f"Nobody was sure of {listed([*topics[:_FEW], *more])}: only {which} can still change the verdict.",)


def next_steps(asked: Asked, background: Background) -> Told:
    """The first thing on the roadmap that is still to do, and what follows."""
    if asked.slots.get("why"):
        return _why_first(asked, background)
    steps = background.first or tuple(
        (in_a_sentence(item.title, item.phase), item.detail)
        for item in plan(background.verdict, background.facts).items
    )
    (title, detail), *rest = steps
    following = [f"{when}: {lower_first(one)}." for when, (one, _) in zip(("Then", "After that"), rest, strict=False)]
    return Told(
        asked,
        (f"First: {lower_first(title)}. {detail}", *following),
        tuple(upper_first(one) for one, _ in rest[2:]),
    )


def _why_first(asked: Asked, background: Background) -> Told:
    """Why the roadmap begins with what it begins with, as its items and the framework say."""
    first, *rest = [each for each in plan(background.verdict, background.facts).items if each.phase is Phase.EVALUATION]
    rows = {row.id: row for row in EVALUATION_STEPS}
    sources = cited(sources_of(background.framework, rows[first.id].sources)) if first.id in rows else ""
    then = [f"{each.title}: {lower_first(each.detail)}" for each in rest if each.id == "baseline"]
    says = (first.why or first.detail, f"That is why it comes first: {lower_first(first.title)}.", *then)
    return Told(asked, (*says, f"Source: {sources}.") if sources else says)


def review(asked: Asked, background: Background) -> Told:
    """When the next review is and whose, and what the last one said."""
    if background.review:
        return Told(asked, background.review)
    if background.review is None:
        return Told(asked, ("Reviews are monthly; the day and the owner are kept in the assessment's thread.",))
    under_roadmap = " under the roadmap" if background.is_afar else ""
    return Told(
        asked,
        (
            "No review is planned yet.",
            f"Press Plan the monthly review{under_roadmap}: day, hour and owner are suggested."
            if background.decided
            else "After the verdict, press Plan the monthly review: day, hour and owner are suggested.",
        ),
    )


def record(asked: Asked, background: Background) -> Told:
    """Where the decision record is, and what it holds."""
    in_menu = " in the ⋯ menu under the verdict" if background.is_afar else ""
    where = (
        "ftrag export writes it, or Decision record in the thread"
        if not background.has_record
        else f"Press Decision record{in_menu}"
        if background.decided
        else "Once there is a verdict, press Decision record in the ⋯ menu under it"
    )
    return Told(
        asked,
        (
            f"{where}.",
            "It holds the answers and who gave them, the options, the verdict and its reviews, as Markdown and a page.",
        ),
    )
