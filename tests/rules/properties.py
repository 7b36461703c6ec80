"""The properties of a decision as plain checks, for the tests (some hundred examples) and the soak (50,000)."""

from collections.abc import Iterator

from rules import FRAMEWORK, Facts, decide_plainly, next_question, still_open
from rules.applying import applying, moot
from rules.diagram import diagram_of, passes, reading_of, verdict_of
from rules.facts import FACTS, VALUES
from rules.flips import flips
from rules.framework import Architecture, Framework
from rules.judge import ORDER, chosen, judge, members, wish_costs
from rules.possibilities import is_decided, possibilities, standing


def diagram_agrees_with_the_rows(facts: Facts, framework: Framework = FRAMEWORK) -> None:
    """What is compiled says what the rows say, for these facts as they are and once nothing is unknown."""
    judgement = judge(facts, framework)
    leaf = reading_of(framework).leaf(facts)
    assert (verdict_of(leaf), passes(leaf)) == (chosen(judgement, framework), judgement.outcome is not None)
    if len(facts.known()) == len(FACTS):
        leaf = diagram_of(framework).leaf(facts)
        assert (verdict_of(leaf), passes(leaf)) == (chosen(judgement, framework), judgement.outcome is not None)


def verdict_is_total_and_possible(facts: Facts) -> None:
    """There is a verdict, the same every time, one that some completion yields, and the only one once it is decided."""
    verdict, does_pass = standing(facts, FRAMEWORK)
    found = possibilities(facts, FRAMEWORK)
    assert verdict in Architecture
    assert found.confidence_of(verdict, passes=does_pass) > 0
    assert not found.decided or is_decided(facts, FRAMEWORK)
    assert not found.decided or found.sole is verdict
    assert decide_plainly(facts).verdict is verdict


def verdict_is_minimal(facts: Facts) -> None:
    """On complete facts what passes and misses least is given, and no smaller one that passes misses as little."""
    judgement = judge(facts, FRAMEWORK)
    if judgement.outcome is None:
        assert members(judgement.ruled_out) == ORDER
        return
    passing = [place for place, each in enumerate(ORDER) if each not in members(judgement.ruled_out)]
    place = ORDER.index(judgement.outcome)
    assert place in passing
    assert judgement.missed[place] == min(judgement.missed[each] for each in passing)
    assert all(judgement.missed[each] > judgement.missed[place] for each in passing if each < place)


def skill_never_costs_a_wish(facts: Facts) -> None:
    """A skill or an example more never leads to an architecture that delivers fewer of the wishes there are then."""
    before = judge(facts, FRAMEWORK)
    for fact, value in _more_skill(facts):
        after = judge(facts.replaced(fact, value), FRAMEWORK)
        if before.outcome is not None:
            assert after.outcome is not None
            halves = [
                sum(wish_costs(FRAMEWORK)[wish][ORDER.index(each)] for wish in after.wishes)
                for each in (before.outcome, after.outcome)
            ]
            assert halves[1] <= halves[0]


def _more_skill(facts: Facts) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    if facts.ops is not None:
        skills = set(facts.ops) - {"neither"}
        yield from (("ops", (*skills, skill)) for skill in ("search", "training") if skill not in skills)
    if facts.examples is not None and facts.examples != VALUES["examples"][-1]:
        yield "examples", VALUES["examples"][VALUES["examples"].index(facts.examples) + 1]


def what_does_not_apply_changes_nothing(facts: Facts) -> None:
    """An answer to a question that does not apply is as good as none, and the question is never asked."""
    idle = moot(facts, FRAMEWORK)
    if applying(facts, FRAMEWORK) != facts:
        assert standing(applying(facts, FRAMEWORK), FRAMEWORK) == standing(facts, FRAMEWORK)
    if idle:  # else nothing can be asked of it, and finding the next question costs as much as all the rest
        assert not idle & {*still_open(facts), next_question(facts)}


def answers_may_come_in_any_order(facts: Facts) -> None:
    """Facts are equal however they were given, and so is what follows from them."""
    known = facts.known()
    backwards = Facts()
    for fact in reversed(list(known)):
        value = known[fact]
        backwards = backwards.replaced(fact, value[::-1] if isinstance(value, tuple) else value)
    assert backwards == facts
    assert standing(backwards, FRAMEWORK) == standing(facts, FRAMEWORK)


def fine_tuning_stays_away(facts: Facts) -> None:
    """No fine-tuning alone for what changes monthly or must be shown; nothing tuned passes without evaluation."""
    verdict, passes_bar = standing(facts, FRAMEWORK)
    facts = applying(facts, FRAMEWORK)
    if facts.freshness in {"monthly", "weekly", "daily", "live"} or facts.receipts in {"required", "regulated"}:
        assert verdict is not Architecture.FINE_TUNE
    if facts.evals in {"none", "ad_hoc"} and passes_bar:
        assert verdict not in {Architecture.FINE_TUNE, Architecture.HYBRID}


def flips_are_faithful(facts: Facts) -> None:
    """Each flip, decided again, gives what it names; smaller ones come first; only given answers change.

    Where something passes it gives another verdict; where nothing does, it makes something pass.
    """
    before, passed = standing(facts, FRAMEWORK)
    found = flips(facts, FRAMEWORK)
    sizes = [len(flip.change) for flip in found]
    assert sizes == sorted(sizes)
    for flip in found:
        changed = Facts.model_validate({**facts.known(), **flip.change})
        assert standing(changed, FRAMEWORK) == (flip.verdict, flip.passes)
        assert flip.verdict is not before if passed else flip.passes
        assert flip.change.keys() <= facts.known().keys()
        assert len(changed.known()) == len(facts.known())
        for fact in flip.change if len(flip.change) > 1 else ():
            less = {each: value for each, value in flip.change.items() if each != fact}
            assert standing(Facts.model_validate({**facts.known(), **less}), FRAMEWORK) != (flip.verdict, True)


def short_interview_ends_as_the_full_one(facts: Facts) -> int:
    """Asking only what is asked gives the outcome that all answers give. Gives the number of questions asked."""
    known = Facts()
    while (fact := next_question(known)) is not None:
        assert known.value(fact) is None, "a question is asked once"
        known = known.replaced(fact, facts.value(fact))
    assert standing(known, FRAMEWORK) == standing(facts, FRAMEWORK)
    assert is_decided(known, FRAMEWORK)
    return len(known.known())


ON_COMPLETE_FACTS = (verdict_is_minimal, short_interview_ends_as_the_full_one)
ON_ANY_FACTS = (
    skill_never_costs_a_wish,
    what_does_not_apply_changes_nothing,
    diagram_agrees_with_the_rows,
    verdict_is_total_and_possible,
    answers_may_come_in_any_order,
    fine_tuning_stays_away,
    flips_are_faithful,
)
