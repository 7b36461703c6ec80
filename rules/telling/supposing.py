"""What would be if answers were different, what would make it another architecture, and what would change it at all."""

from collections.abc import Iterator, Mapping
from typing import cast

from rules.casing import lower_first, upper_first
from rules.decide import decide_plainly
from rules.defence import demands_of
from rules.facts import ALONE, Facts, Value
from rules.flips import nearest_to
from rules.framework import Architecture
from rules.hearing import Asked
from rules.telling.values import Background, Told
from rules.telling.wording import NOTHING, change, condition, in_words, listed, name
from rules.verdict import Flip, Verdict

MOST_CHANGES = 3
"""So many changed answers at once are looked through for "what would make it"."""
_FEW = 3
"""Demands that one sentence names."""


def what_if(asked: Asked, background: Background) -> Told:
    """The verdict decided again under the supposition, with what it is now."""
    changes = cast("Mapping[str, Value]", asked.slots["changes"])
    then, first = _news(background, changes)
    return Told(asked, (first, *_supposed(background, changes)), _new_reasons(background.verdict, then), changes)


def _supposed(background: Background, changes: Mapping[str, Value]) -> Iterator[str]:
    """What is supposed, and which part of it is the answer already."""
    known, framework = background.facts.known(), background.framework
    new = {fact: value for fact, value in changes.items() if known.get(fact) != value}
    if new:
        yield f"Supposed: {change(framework, new, known)}."
    standing = {fact: value for fact, value in changes.items() if fact not in new}
    if standing:
        yield f"Already so: {change(framework, standing, known)}."


def nothing_done(asked: Asked, background: Background) -> Told:
    """What stays as it is: how today's prompt was said to fail, what prompting does not give, what that costs."""
    facts, framework, verdict = background.facts, background.framework, background.verdict
    says = [_goes_on(background)]
    rejected = next((one for one in verdict.rejected if one.verdict is Architecture.PROMPT), None)
    demands = demands_of(framework)
    missed = [lower_first(demands[one].label) for one in rejected.missed if one in demands] if rejected else []
    if missed:
        says.append(f"Prompting alone does not give you {listed(missed[:_FEW])}.")
    if facts.stakes is not None:
        says.append(f"What a wrong answer costs stays, too: {in_words(framework, 'stakes', facts.stakes)}.")
    return Told(asked, tuple(says))


def _goes_on(background: Background) -> str:
    goes_on, failure = "Then today's prompt goes on as it is", background.facts.value("failure")
    if failure is None:
        return f"{goes_on}. How it fails was not answered, so I cannot say what would go on failing."
    if ALONE["failure"] in failure:
        return f"{goes_on}. No failure of it was seen so far."
    return f"{goes_on}, and so does what fails: {in_words(background.framework, 'failure', failure)}."


def changed(asked: Asked, background: Background) -> Told:
    """A change that is stated: what is written down, and the verdict before and after."""
    changes = cast("Mapping[str, Value]", asked.slots["changes"])
    noted = f"Noted: {change(background.framework, changes, background.facts.known())}."
    then, first = _news(background, changes)
    return Told(asked, (noted, first), _new_reasons(background.verdict, then), changes)


def _news(background: Background, changes: Mapping[str, Value]) -> tuple[Verdict, str]:
    """The verdict with these changes, and what is new about it in one sentence."""
    facts, framework = background.facts, background.framework
    then = decide_plainly(Facts.model_validate({**facts.known(), **changes}), framework)
    now = background.verdict
    bar = "" if then.passes else " Nothing would pass the whole bar; it comes closest."
    if not facts.known():
        return then, f"Then {name(then.verdict)}. {NOTHING} but that.{bar}"
    if then.verdict is not now.verdict:
        return then, f"Then {name(then.verdict)}. Now: {name(now.verdict)}.{bar}"
    if then.passes and not now.passes:
        return then, f"Then {name(then.verdict)} passes. Now nothing does, and it comes closest."
    if now.passes and not then.passes:
        return then, f"Then {name(then.verdict)} no longer passes. Nothing else would; it still comes closest."
    return then, f"Still {name(then.verdict)}.{bar}"


def _new_reasons(now: Verdict, then: Verdict) -> tuple[str, ...]:
    before = {reason.row for reason in now.reasons}
    after = {reason.row for reason in then.reasons}
    new = dict.fromkeys(f"New: {reason.claim}" for reason in then.reasons if reason.row not in before)
    gone = dict.fromkeys(f"No longer: {reason.claim}" for reason in now.reasons if reason.row not in after)
    return (*new, *gone)


def what_would_make(asked: Asked, background: Background) -> Told:
    """The nearest changes that would give this architecture, or that none up to three answers does."""
    wanted, verdict = Architecture(str(asked.slots["architecture"])), background.verdict
    if wanted is verdict.verdict and not background.facts.known():
        return Told(asked, (f"{upper_first(name(wanted))}, if no answer asks for more: {lower_first(NOTHING)}.",))
    if wanted is verdict.verdict:
        return Told(asked, (f"{upper_first(name(wanted))}: that is the verdict already.",))
    ways = nearest_to(wanted, background.facts, background.framework, most=MOST_CHANGES)
    if not ways:
        says = f"Nothing up to three changed answers makes it {name(wanted)}."
        rejection = next(one for one in verdict.rejected if one.verdict is wanted)
        return Told(asked, (says, rejection.because))
    first, *rest = [_way(background, way) for way in ways]
    return Told(asked, (f"{upper_first(name(wanted))}, if {first}.",), tuple(f"Or if {one}." for one in rest))


def _way(background: Background, way: Flip) -> str:
    return condition(background.framework, way.change, background.facts.known())


def what_would_change(asked: Asked, background: Background) -> Told:
    """The smallest changes that give another verdict."""
    flips = background.verdict.flips
    if not background.facts.known():
        return Told(asked, (f"{NOTHING}, so there is no verdict that anything could change.",))
    if not flips:
        says = f"No single answer, and no two together, would change it from {name(background.verdict.verdict)}."
        return Told(asked, (says,))
    told = [f"{upper_first(name(flip.verdict))}, if {_way(background, flip)}." for flip in flips]
    kinds = "One changed answer is enough." if len(flips[0].change) == 1 else "It takes two changed answers."
    open_one = background.verdict.next_question
    asks = (
        [f"Still open, and able to change it: {lower_first(background.framework.by_fact[open_one].topic)}."]
        if open_one
        else []
    )
    return Told(asked, (kinds, told[0], *asks), tuple(told[1:]))
