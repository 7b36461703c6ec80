"""The pieces of a verdict in words: what was chosen, the reasons, what would change it, how sure it is."""

from collections.abc import Mapping, Sequence

from bot import replies
from bot.views.architecture import NAME, USE, closest
from bot.views.blocks import Message, message, section
from bot.views.side_by_side import extras, given, small
from bot.views.text import count, link, listing, name, ours
from rules.casing import lower_first, upper_first
from rules.framework import Architecture, Strength
from rules.telling import hundredths
from rules.telling.wording import NONE_PASSES

_UNSURE_SHOWN = 3
_OTHERS_SHOWN = len(Architecture)
"""All of them: the whole verdict leaves no share without a name."""
_HALF = 0.5


def headline(reply: replies.VerdictMessage) -> list[str]:
    """One sentence to repeat in a meeting, and what it rests on."""
    if not reply.is_likely:
        return [f"*Not decided yet for {name(reply.name)}.*", undecided(reply)]
    if not reply.passes:
        missing = lacking(reply.gaps)
        relax = " Relax one of them, or start with it and close the gap." if len(reply.gaps) > 1 else ""
        return [
            f"*No architecture passes the bar for {name(reply.name)} yet.*",
            f"{upper_first(closest(reply.architecture, USE))}.{missing}{relax}",
        ]
    return [advice(reply), because(reply), so_far(reply)]


def advice(reply: replies.VerdictMessage) -> str:
    """One sentence to repeat in a meeting; where another outcome is likelier only what stands so far."""
    if not reply.is_leading:
        return f"*So far {USE[reply.architecture]} for {name(reply.name)}, not settled.*"
    return f"*{'Use' if reply.is_settled else 'For now, use'} {USE[reply.architecture]} for {name(reply.name)}.*"


def likeliest(reply: replies.VerdictMessage) -> Architecture | None:
    """Where the most ways to answer what is open lead, where another outcome is likelier than the one named."""
    return max(reply.others, key=lambda one: one.share).architecture if reply.others else None


def so_far(reply: replies.VerdictMessage) -> str:
    """Why this one is named although another outcome is likelier; nothing where none is."""
    if reply.is_leading:
        return ""
    other = likeliest(reply)
    leads = "leads" if _that_matter(reply) == 1 else "lead"
    return f"Your answers so far need no more; but {without_answer(reply)} {leads} more often {where(other)}."


def _that_matter(reply: replies.VerdictMessage) -> int:
    """How many questions without an answer may still matter: nothing else is left to ask, so those set aside."""
    return max(0, reply.open_count - reply.rest_count) or reply.open_count


def without_answer(reply: replies.VerdictMessage) -> str:
    """Those questions, as the team left them: the interview told the last one, and nobody left the others open."""
    number = _that_matter(reply)
    if reply.open_count > reply.rest_count:
        return "the “not sure” one" if number == 1 else f"the {number} “not sure” ones"
    return "the open question" if number == 1 else f"the {number} open questions"


def lacking(gaps: Sequence[str], most: int = 99) -> str:
    """What is missing where nothing passes: demands in a list of so many at most, then gates, which are sentences."""
    labels = [small(gap) for gap in gaps if not gap.endswith(".")]
    claims = [ours(gap) for gap in gaps if gap.endswith(".")][:most]
    left = len(labels) - most
    named = labels if left <= 1 else [*labels[:most], f"{left} more"]
    return "".join([f" Missing: {listing(named)}." if labels else "", *(f" {claim}" for claim in claims)])


def undecided(reply: replies.VerdictMessage) -> str:
    """What the answers so far come to, where most ways to answer the rest lead elsewhere: no advice, and said so."""
    so_far = USE[reply.architecture] if reply.passes else f"nothing passes, {closest(reply.architecture, USE)}"
    return f"So far {so_far}; but hardly any way to answer {without_answer(reply)} leads there."


def chosen(architecture: Architecture, *, passes: bool, names: Mapping[Architecture, str] = NAME) -> str:
    """What was decided, in a sentence: "retrieval", or that nothing passes and what comes closest."""
    return names[architecture] if passes else f"nothing passes yet, {closest(architecture, names)}"


def because(reply: replies.VerdictMessage) -> str:
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
    """One reason in plain words; what it rests on stands where the whole of it is told (`behind`)."""
    wish = "" if found.strength is Strength.MUST else " A wish, not a must."
    return f"{ours(found.claim)}{wish}"


def behind(found: replies.ReasonShown) -> str:
    """The answers that a reason rests on: "You said: your own documents."."""
    answers = "; ".join(_fact(one) for one in found.answers if one.words is not None)
    return f"You said: {answers}." if answers else ""


def told_apart(reasons: Sequence[replies.ReasonShown]) -> list[replies.ReasonShown]:
    """The reasons with those first that rest on answers not named before: two lines should say two things."""
    seen: set[tuple[str, ...]] = set()
    first_ones: list[replies.ReasonShown] = []
    later: list[replies.ReasonShown] = []
    for one in reasons:
        facts = tuple(answer.fact for answer in one.answers)
        (later if facts in seen else first_ones).append(one)
        seen.add(facts)
    return first_ones + later


def _fact(found: replies.Said) -> str:
    """An answer beside a reason: a single word would not say what it answers, so it gets its topic."""
    words = ours(found.words or "")
    return words if " " in words else f"{small(found.topic)}: {words}"


def why_not(found: replies.WhyNot) -> str:
    """Why one other architecture was not chosen."""
    return f"{upper_first(NAME[found.architecture])}: {ours(found.because)}"


def further_gates(found: replies.WhyNot) -> list[str]:
    """What else it would need that is not there: the first gate is often the short answer itself."""
    return [ours(claim) for claim in found.gates if claim != found.because]


def first(reply: replies.VerdictMessage) -> str:
    """What to do first."""
    if reply.first is None:
        return ""
    return f"*First:* {ours(reply.first.title)}. {ours(reply.first.why or reply.first.detail)}"


def condition(found: replies.FlipShown, verb: str = "were answered") -> str:
    """The changed answers after "if": "“Who may see it” were answered with “yes” and “Speed” with “slow”"."""
    return listing(
        f"“{ours(one.topic)}” {'' if place else f'{verb} '}with “{ours(one.after) or 'not known'}”"
        for place, one in enumerate(found.changes)
    )


def flip(found: replies.FlipShown) -> str:
    """What would have to be different for another verdict."""
    if not found.passes:
        would = f"{USE[found.architecture]} would come closest"
        return f"If {condition(found)}: nothing would pass any more; {would}"
    return f"If {condition(found)}: *{USE[found.architecture]}*"


def takes(found: replies.FlipShown) -> str:
    """What one architecture would take, after a colon."""
    closest = "" if found.passes else "; nothing would pass then, and it would come closest"
    return f"{condition(found, 'answered')}{closest}."


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
    return " ".join(part for part in (f"*How sure:* {shares(reply)}.", unsure, most) if part)


def _still_open(reply: replies.VerdictMessage) -> str:
    return f"{upper_first(cannot_change(reply))}."


def cannot_change(reply: replies.VerdictMessage) -> str:
    """What has no answer and cannot change a settled verdict, as a sentence inside another one."""
    if not reply.open_count:
        return "every question has an answer"
    unsure = "what you were not sure of" if reply.open_count > reply.rest_count else ""
    one = reply.rest_count == 1
    rest = f"the {'one question' if one else f'{reply.rest_count} questions'} not asked" if reply.rest_count else ""
    return f"{' and '.join(part for part in (unsure, rest) if part)} cannot change it"


def _unsure(reply: replies.VerdictMessage) -> str:
    """The questions by name; many are counted, since each stands above with its own button."""
    named = [f"“{ours(one.topic)}”" for one in reply.not_sure]
    return listing(named) if len(named) <= _UNSURE_SHOWN else f"{len(named)} of them"


def shares(reply: replies.VerdictMessage, most: int = _OTHERS_SHOWN) -> str:
    """How many of 100 ways lead here, and where the others lead, so many of them at least by name; together 100."""
    asked = without_answer(reply)
    if reply.confidence is None:
        return f"not settled; some ways to answer {asked} lead elsewhere"
    led = [(where(one.architecture), one.share) for one in reply.others]
    own = ("here" if reply.is_leading else where(reply.architecture if reply.passes else None), reply.confidence)
    doubt = "not settled. " if reply.is_leading and reply.confidence < _HALF else ""
    return f"{doubt}{lead(own, led, asked, most)}"


def lead(own: tuple[str, float], others: Sequence[tuple[str, float]], asked: str, most: int = _OTHERS_SHOWN) -> str:
    """Where the ways to answer what is open lead, the likeliest first: "53 of 100 … lead to live tools, 40 here"."""
    share, named, rest = hundredths.ways(own[1], others, most)
    before = sum(one > own[1] for _, one in others[: len(named)])
    led = [*named[:before], (share, own[0]), *named[before:], *([(rest, "elsewhere")] if rest else [])]
    (first, to), told = led[0], [f"{part} {outcome}" for part, outcome in led[1:]]
    return f"{first} of 100 ways to answer {asked} lead {to}{f', {listing(told)}' if told else ''}"


def where(outcome: Architecture | None) -> str:
    """Where ways lead: to an architecture, or to none that passes."""
    return f"to {USE[outcome] if outcome else NONE_PASSES}"


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
    is_all = set(found.blocks) == set(Architecture)
    blocked = "every architecture" if is_all else listing(NAME[one] for one in found.blocks)
    return f"{ours(found.claim)} {'Rules out today' if found.rules_out else 'Comes first for'}: {blocked}."
