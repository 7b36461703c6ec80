"""The verdict in the thread: the answer first, then what carried it, on one screen of a phone; more behind a button."""

from collections.abc import Mapping

from bot import replies
from bot.ids import Act
from bot.views.architecture import LENS, NAME, USE
from bot.views.blocks import Block, Message, actions, bullets, button, context, message, section
from bot.views.side_by_side import extras, given, small
from bot.views.text import count, link, listing, name, ours
from rules.casing import lower_first, upper_first
from rules.framework import Architecture, Strength

_REASONS_SHOWN = 3
_FLIPS_SHOWN = 2
_UNSURE_SHOWN = 3


def verdict(reply: replies.VerdictMessage) -> Message:
    """The whole message."""
    more = ", under Show more"
    return message(
        section(*headline(reply)),
        section(changed(reply)) if reply.changed_from else None,
        bullets("*Why*", [reason(one) for one in _told_apart(reply.reasons)], most=_REASONS_SHOWN, more=more),
        bullets("*Why not something else*", [why_not(one) for one in reply.why_not]),
        section(first(reply)) if first(reply) else None,
        section(what_flips(reply)),
        section(how_sure(reply)),
        context("The rules were updated while this interview was open; it was finished with the newer ones.")
        if reply.rules_changed
        else None,
        _next(reply),
    )


def _told_apart(reasons: tuple[replies.ReasonShown, ...]) -> list[replies.ReasonShown]:
    """The reasons with those first that rest on answers not named before: three lines should say three things."""
    seen: set[tuple[str, ...]] = set()
    first: list[replies.ReasonShown] = []
    later: list[replies.ReasonShown] = []
    for one in reasons:
        facts = tuple(answer.fact for answer in one.answers)
        (later if facts in seen else first).append(one)
        seen.add(facts)
    return first + later


def headline(reply: replies.VerdictMessage) -> list[str]:
    """One sentence to repeat in a meeting, and what it rests on."""
    if not reply.is_likely:
        return [f"*Not decided yet for {name(reply.name)}.*", _undecided(reply)]
    if not reply.passes:
        missing = f" Missing: {listing(small(gap) for gap in reply.gaps)}." if reply.gaps else ""
        relax = " Relax one of them, or start with it and close the gap." if len(reply.gaps) > 1 else ""
        return [
            f"*No architecture passes the bar for {name(reply.name)} yet.*",
            f"{upper_first(USE[reply.architecture])} comes closest.{missing}{relax}",
        ]
    use = "Use" if reply.is_settled else "For now, use"
    return [f"*{use} {USE[reply.architecture]} for {name(reply.name)}.*", _because(reply)]


def _undecided(reply: replies.VerdictMessage) -> str:
    """What the answers so far come to, where most ways to answer the rest lead elsewhere: no advice, and said so."""
    so_far = chosen(reply.architecture, passes=reply.passes, names=USE)
    ways = f"most ways to answer the {count(reply.open_count, 'open question')}"
    return f"On the answers so far: {so_far}. But {ways} lead elsewhere, so do not build on it yet."


def chosen(architecture: Architecture, *, passes: bool, names: Mapping[Architecture, str] = NAME) -> str:
    """What was decided, in a sentence: "retrieval", or that nothing passes and what comes closest."""
    return names[architecture] if passes else f"nothing passes yet, {names[architecture]} comes closest"


def _because(reply: replies.VerdictMessage) -> str:
    """What the verdict gives; a larger one than the musts need says what it gives beyond the smaller."""
    gives = given(reply.delivers, reply.partly)
    more = given(*extras(reply.demands, reply.architecture))
    if more:
        also = f"It gives you {gives}, and also {more}," if gives else f"It gives you {more},"
        return f"{also} which a smaller architecture would not."
    if gives:
        return f"It is the smallest architecture that gives you {gives}."
    wishes = any(one.strength is Strength.SHOULD for one in reply.demands)
    return f"Nothing you {'must have' if wishes else 'asked for'} needs more than that."


def changed(reply: replies.VerdictMessage) -> str:
    """What the verdict was before, and which answers made the difference."""
    before = NAME[reply.changed_from] if reply.changed_from else ""
    by = f" because of {listing(lower_first(change(one)) for one in reply.changed_by)}" if reply.changed_by else ""
    if reply.changed_from is reply.architecture:
        return f"It is still {before}."
    return f"Before it was {before}. It changed{by}."


def change(found: replies.Changed) -> str:
    """One changed answer: "How often the truth changes: weekly → yearly"."""
    before = ours(found.before) if found.before is not None else "not known"
    return f"{ours(found.topic)}: {before} → *{ours(found.after) or 'not known'}*"


def reason(found: replies.ReasonShown) -> str:
    """One reason with its lens and the answers it rests on."""
    answers = "; ".join(_fact(one) for one in found.answers if one.words is not None)
    wish = "" if found.strength is Strength.MUST else " Wanted, not required."
    lens = LENS[found.lens] if found.lens else ""
    about = f"{lens} ({answers})" if lens and answers else lens or upper_first(answers)
    return f"{f'{about}: ' if about else ''}{ours(found.claim)}{wish}"


def _fact(found: replies.Said) -> str:
    """An answer beside a reason: a single word would not say what it answers, so it gets its topic."""
    words = ours(found.words or "")
    return words if " " in words else f"{small(found.topic)}: {words}"


def why_not(found: replies.WhyNot) -> str:
    """Why one other architecture was not chosen."""
    return f"{upper_first(NAME[found.architecture])}: {ours(found.because)}"


def first(reply: replies.VerdictMessage) -> str:
    """What to do first."""
    if reply.first is None:
        return ""
    return f"*First:* {ours(reply.first.title)}. {ours(reply.first.why or reply.first.detail)}"


def flip(found: replies.FlipShown) -> str:
    """What would have to be different for another verdict."""
    changes = listing(f"“{ours(one.topic)}” were {ours(one.after) or 'not known'}" for one in found.changes)
    if not found.passes:
        return f"If {changes}: nothing would pass any more; {NAME[found.architecture]} would come closest"
    return f"If {changes}: *{USE[found.architecture]}*"


def what_flips(reply: replies.VerdictMessage) -> str:
    """The nearest changes that would give another verdict."""
    title = flips_title(passes=reply.passes)
    if not reply.flips:
        return f"*{title}:* no one or two answers would."
    shown = [f"• {flip(one)}" for one in reply.flips[:_FLIPS_SHOWN]]
    return "\n".join([f"*{title}*", *shown])


def flips_title(*, passes: bool) -> str:
    """What the nearest changes are told under."""
    return "What would change this" if passes else "What would make something pass"


def how_sure(reply: replies.VerdictMessage) -> str:
    """Whether open answers can still change it, in words; what "not sure" cost."""
    if reply.is_settled:
        kept = f"{count(reply.kept_count, 'earlier answer')} did not have to be asked again."
        return f"*How sure:* settled. {_still_open(reply)} {kept if reply.kept_count else ''}".rstrip()
    most = f"What matters most: *{ours(reply.matters_most.topic)}*." if reply.matters_most else ""
    unsure = f"Nobody was sure about {_unsure(reply)}." if reply.not_sure else ""
    if reply.matters_most and [one.fact for one in reply.not_sure] == [reply.matters_most.fact]:
        unsure, most = f"Nobody was sure about what matters most: *{ours(reply.matters_most.topic)}*.", ""
    return " ".join(part for part in (f"*How sure:* {_shares(reply)}", unsure, most) if part)


def _still_open(reply: replies.VerdictMessage) -> str:
    if not reply.open_count:
        return "Every question has an answer."
    if reply.open_count == 1:
        return "The one answer still open cannot change it."
    set_aside = reply.open_count - reply.rest_count
    of_them = f", {set_aside} of them “not sure”," if 0 < set_aside < reply.open_count else ""
    return f"None of the {reply.open_count} answers still open{of_them} can change it."


def _unsure(reply: replies.VerdictMessage) -> str:
    """The questions by name; many are counted, since each stands above with its own button."""
    named = [f"“{ours(one.topic)}”" for one in reply.not_sure]
    return listing(named) if len(named) <= _UNSURE_SHOWN else f"{len(named)} of them"


def _shares(reply: replies.VerdictMessage) -> str:
    ways = f"ways to answer the {count(reply.open_count, 'open question')}"
    if reply.confidence is None:
        return f"not settled; some {ways} lead elsewhere."
    here = out_of_100(reply.confidence)
    others = listing(_share(one) for one in reply.others[:2] if one.share > 0)
    doubt = "" if reply.is_likely else "not sure yet. "
    return f"{doubt}{here} of 100 {ways} lead here{f'; {others}' if others else ''}."


def _share(found: replies.ShareShown) -> str:
    where = f"to {USE[found.architecture]}" if found.architecture else "to nothing that passes"
    return f"{out_of_100(found.share)} lead {where}"


def out_of_100(share: float) -> str:
    """A share in whole hundredths, never rounded to certainty: "less than 1", "more than 99"."""
    hundredths = round(share * 100)
    if share > 0 and hundredths < 1:
        return "less than 1"
    return "more than 99" if share < 1 and hundredths > 99 else str(hundredths)


def _next(reply: replies.VerdictMessage) -> Block | None:
    key = reply.assessment_id
    open_one = reply.matters_most if not reply.is_settled else None
    return actions(
        button(
            "Answer it", Act.CHANGE, key, open_one.fact, tail="open", style="primary", says=f"Answer: {open_one.topic}"
        )
        if open_one
        else None,
        button("Show more", Act.SHOW_MORE, key, says="Show the whole verdict"),
        button("Who else did this", Act.PRECEDENTS, key) if reply.precedent_count else None,
        button("Compare", Act.COMPARE, key, says="Compare the architectures"),
        button("Ask a question", Act.ASK, key),
        button("What it costs", Act.COST, key, says="What wrong answers cost"),
        button("Decision record", Act.EXPORT, key),
        button(_rest(reply.rest_count), Act.REST, key) if reply.can_answer_rest and reply.rest_count else None,
    )


def _rest(count_left: int) -> str:
    return "Answer the last one" if count_left == 1 else f"Answer the other {count_left}"


def earlier_verdict(reply: replies.EarlierVerdict) -> Message:
    """A verdict that a newer one below replaced."""
    return message(
        section(
            f"Earlier verdict for {name(reply.name)}: {chosen(reply.architecture, passes=reply.passes)}. "
            f"The newer one below holds: *{chosen(reply.now, passes=reply.now_passes)}*."
        )
    )


def precedent(case: replies.PrecedentShown) -> list[str]:
    """One published case: what happened there, what is alike and what is not."""
    against = "Speaks against this verdict. " if case.contradicts else ""
    return [
        f"*{link(case.url, case.title)}*",
        f"{against}Worked best there: {NAME[case.architecture]}. {ours(case.happened)}".rstrip(),
        f"Same: {ours(listing(case.same))}." if case.same else "",
        f"Different: {ours(listing(case.different))}." if case.different else "",
    ]


def gate(found: replies.GateShown) -> str:
    """An unmet prerequisite and what it blocks."""
    blocked = listing(NAME[one] for one in found.blocks)
    return f"{ours(found.claim)} {'Rules out today' if found.rules_out else 'Comes first for'}: {blocked}."
