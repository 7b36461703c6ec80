"""What the verdict message claims is what the rules found, for the facts of every published case."""

import re
from datetime import UTC, datetime
from functools import cache
from json import dumps

from bot.dialogue import shown
from bot.dialogue.roadmap import merged
from bot.dialogue.verdict import verdict_message
from bot.exports.defence import defence
from bot.replies import MoreModal, RowsModal, VerdictMessage, WhyNot
from bot.views import one_screen, render, render_modal
from bot.views.architecture import LENS
from bot.views.text import cited
from bot.views.verdict import headline, how_sure, reason
from rules import FRAMEWORK, decide, plan
from rules.catalog.architectures import BIGGER_THAN_NEEDED, NAMES
from rules.catalog.cases import Case, published_cases
from rules.facts import FACTS, Facts
from rules.framework import Architecture, Strength
from rules.hearing import Asked
from rules.judge import ORDER, judge, mask, members
from rules.possibilities import standing
from rules.telling import Background, tell
from rules.telling.wording import NONE_PASSES
from rules.verdict import Verdict
from storage.records import Answer, Assessment, AssessmentState, Decision, Tenant
from tests.tables import each
from tests.views.examples import REPLIES

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@cache
def decided(facts: Facts) -> Verdict:
    return decide(facts)


def reply(case: Case) -> VerdictMessage:
    """The verdict for a team with the facts of this case."""
    return of_facts(case.facts)


def of_facts(facts: Facts) -> VerdictMessage:
    """The verdict for a team with these facts."""
    found = decided(facts)
    answers = {
        fact: Answer(fact=fact, value=facts.value(fact), by="U0ANA", at=NOW)
        for fact in FACTS
        if facts.value(fact) is not None
    }
    assessment = Assessment(
        id="A1", tenant=Tenant(team="T1"), channel="C1", name="Support copilot", started_by="U0ANA", started_at=NOW,
        changed_at=NOW, state=AssessmentState.DECIDED, answers=answers,
        decision=Decision(at=NOW, facts=facts, verdict=found),
        checklist=merged((), plan(found, facts), is_first=True),
    )  # fmt: skip
    return verdict_message(assessment, FRAMEWORK)


def said(case: Case) -> str:
    """The message, as it is read aloud."""
    return render(reply(case)).text


@each("case", published_cases(), ids=lambda case: case.id)
def test_a_verdict_larger_than_the_bar_needs_says_what_it_gives_beyond_the_smaller_one(case: Case):
    judgement = judge(case.facts, FRAMEWORK)
    chosen = ORDER.index(decided(case.facts).verdict)
    passing = members(~judgement.ruled_out & (mask(ORDER[:chosen])))

    is_told = bool(passing) and decided(case.facts).is_likely and decided(case.facts).passes
    assert ("which a smaller architecture would not" in " ".join(headline(reply(case)))) == is_told


@each("case", published_cases(), ids=lambda case: case.id)
def test_only_a_settled_verdict_is_said_without_for_now(case: Case):
    assert said(case).startswith("*Use") == decided(case.facts).decided


@each("case", published_cases(), ids=lambda case: case.id)
def test_the_message_is_one_that_a_phone_shows_in_one_screen(case: Case):
    assert len(said(case)) < 1_000


@each("case", published_cases(), ids=lambda case: case.id)
def test_it_gives_one_or_two_reasons_in_plain_words_and_one_alternative(case: Case):
    lines = said(case).splitlines()
    reasons = [line for line in lines if line.startswith("• ")]

    assert 1 <= len(reasons) <= 2 or not (reasons or decided(case.facts).is_leading)
    assert not [line for line in reasons if line.startswith(tuple(f"• {lens}" for lens in LENS.values()))]
    assert len([line for line in lines if re.match(r"\*(Not (?!decided)|It passes\*)", line)]) <= 1
    assert len([line for line in lines if line.startswith("*How sure:*")]) == 1
    assert len([line for line in lines if line.startswith("*First:*")]) == 1


@each("case", published_cases(), ids=lambda case: case.id)
def test_of_what_changed_the_answer_is_named_first_without_which_the_verdict_had_not_moved(case: Case):
    """ "Changed: showing sources … and 2 more" hid the change that mattered."""
    after = case.facts
    for fact in after.known():
        before = after.replaced(fact, None).replaced("volume", None).replaced("hosting", None)
        changed = [one.fact for one in shown.differences(before, after, FRAMEWORK)]
        moving = [
            one for one in changed if standing(after.replaced(one, None), FRAMEWORK) != standing(after, FRAMEWORK)
        ]

        assert changed[: len(moving)] == moving


def test_what_gives_all_that_is_asked_for_but_waits_for_something_is_the_one_that_is_told_of():
    """ "Not retrieval" was told to a team that trains models and whose cases are sorted wrongly."""
    facts = {
        "need": "behaviour", "latency": "under_3s", "corpus": "prompt_sized", "lookup": "whole", "action": "answers",
        "check": "judged", "failure": ("classification", "too_costly"), "ops": ("training",), "evals": "ad_hoc",
    }  # fmt: skip

    told = render(of_facts(Facts.model_validate(facts))).text

    assert "*Not fine-tuning yet*, though it would also give you sorting by your labels: tuning waits for" in told


@each("case", published_cases(), ids=lambda case: case.id)
def test_nothing_is_said_to_give_more_that_misses_something_asked_for(case: Case):
    told = re.search(r"\*Not (.+) yet\*, though", said(case))

    held = [one for one in reply(case).why_not if not one.missed and one.because in one.gates]
    assert told is None or held


def test_what_is_likelier_is_not_called_too_big_in_the_same_breath():
    trailing = REPLIES["verdict_trailing"]
    likelier = trailing.others[0].architecture
    found = WhyNot(architecture=likelier, because=BIGGER_THAN_NEEDED)

    said = render(trailing.model_copy(update={"why_not": (found,)})).text

    assert "nothing more" not in said
    assert "yet*, because" not in said


SHARE = re.compile(r"((?:less than )?\d+) (to [^,.;]+?|elsewhere)(?=,| and (?:less than )?\d|\.|$)")


WAYS = re.compile(r" of 100 ways to answer the (?:\d+ )?open questions? lead")


def shares(words: str, found: Verdict) -> dict[str, str]:
    """The shares that lead elsewhere than the verdict, by outcome."""
    told = {name: share for share, name in SHARE.findall(WAYS.sub("", words.replace("lead here", "lead to it")))}
    own = {"to it", f"to {NAMES[found.verdict]}", *([] if found.passes else [f"to {NONE_PASSES}"])}
    return {name: share for name, share in told.items() if name not in own}


@each("case", published_cases(), ids=lambda case: case.id)
def test_a_share_has_one_name_and_number_in_the_thread_in_why_in_the_record_and_to_who_asks(case: Case):
    """Half of the answers stay open, so that shares are told."""
    half = case.model_copy(update={"facts": Facts.model_validate(dict([*case.facts.known().items()][::2]))})
    found = decided(half.facts)
    if found.decided:
        return
    told = reply(half)
    short, whole, record, asked = (
        shares(words, found)
        for words in (
            one_screen.how_sure(told),
            how_sure(told),
            defence(Decision(at=NOW, facts=half.facts, verdict=found), FRAMEWORK)["sureness"],
            tell(Asked("how_sure"), Background(half.facts, decided=found)).says[0],
        )
    )

    assert whole == record == asked
    rest = short.pop("elsewhere", None)
    assert short.items() <= whole.items()
    assert rest is None or len(whole) > len(short) + 1


@each("case", published_cases(), ids=lambda case: case.id)
def test_a_source_is_named_as_people_outside_know_it_and_never_by_a_number_of_ours(case: Case):
    told = reply(case)
    whole = MoreModal(verdict=told, answers=(), unanswered=(), rules_digest="d")
    rows = RowsModal(
        name=told.name, architecture=told.architecture, reasons=told.reasons, demands=told.demands, rules_version="v",
        rules_digest="d",
    )  # fmt: skip
    questions = [Asked("why"), *(Asked("why_not", {"architecture": str(one)}) for one in Architecture)]
    answers = [tell(asked, Background(case.facts, decided=decided(case.facts))) for asked in questions]

    said = [dumps(render_modal(modal), ensure_ascii=False) for modal in (whole, rows)] + [
        line for one in answers for line in one.more
    ]

    assert not [line for line in said if re.search(r"\bF\d|of the framework", line)]
    for modal in said[:2]:
        assert ("IzTechValley 2026 on " in modal) == ("IzTechValley 2026: “Fine-Tuning vs. RAG" in modal)


def test_several_statements_of_one_author_are_one_source():
    titles = {source.id: source.title for source in FRAMEWORK.sources}

    found = cited(f"{titles['F2']}; {titles['F8']}; Hsieh et al. 2023, Distilling, https://arxiv.org/abs/2305.02301")

    assert found.startswith("IzTechValley 2026 on what fine-tuning teaches and on mixing both; <https://arxiv.org/")


REQUIRED = {"need": "facts", "source": "documents", "corpus": "large", "receipts": "required", "freshness": "weekly"}


def test_what_an_answer_requires_is_never_said_to_be_a_wish():
    """The rule that sources would help holds, too, where they are required."""
    verdict = decide(Facts.model_validate(REQUIRED))

    told = [reason(one) for one in shown.reasons(verdict, {}, FRAMEWORK)]

    assert any(line.startswith("Seeing where an answer comes from") for line in told)
    assert not [line for line in told if "not a must" in line]


@each("case", published_cases(), ids=lambda case: case.id)
def test_the_verdict_and_the_record_call_a_wish_only_what_no_row_requires(case: Case):
    verdict = decided(case.facts)
    musts = judge(case.facts, FRAMEWORK).musts
    claims = {row.claim for row in FRAMEWORK.demand_rows if row.demand in musts}

    drivers = defence(Decision(at=NOW, facts=case.facts, verdict=verdict), FRAMEWORK)["drivers"]

    wishes = {one.claim for one in reply(case).reasons if one.strength is Strength.SHOULD}
    assert not claims & (wishes | {one.claim for one in drivers if not one.is_must})


def test_what_the_chosen_one_delivers_only_partly_is_no_first_reason():
    facts = Facts.model_validate({"need": "facts", "source": "both", "freshness": "daily", "receipts": "required"})
    verdict = decide(facts)

    claims = [one.claim for one in shown.reasons(verdict, {}, FRAMEWORK)]

    assert verdict.verdict is Architecture.RAG
    assert claims[-1].startswith("Your facts live in databases")


def test_a_verdict_that_the_team_cannot_run_yet_says_so_on_its_one_screen():
    """It stood behind [Why] alone, and "can we still do this?" was the first question."""
    facts = {
        "need": "facts", "source": "documents", "freshness": "live", "access": "per_user", "ops": ("neither",),
        "evals": "ad_hoc", "latency": "under_3s",
    }  # fmt: skip

    told = render(of_facts(Facts.model_validate(facts))).text

    assert "*Use retrieval (RAG)" in told
    assert "*Note:* your team does not run retrieval yet" in told
