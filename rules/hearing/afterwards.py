"""What a line says after the verdict by a form of its own: an answer's heading, a doubt, a figure, news of a list."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from rules.facts import ALONE, FACTS, Value
from rules.hearing.acts.chatter import passed_by
from rules.hearing.acts.errands import hands_over
from rules.hearing.acts.steering import control, named_facts
from rules.hearing.acts.withdrawing import struck
from rules.hearing.amounts.numbers import quantities
from rules.hearing.amounts.rhythm import rhythms
from rules.hearing.amounts.scales import CHANGES
from rules.hearing.answering import answer
from rules.hearing.evidence.evidence import HERE, JOINTS, Evidence, evidence
from rules.hearing.evidence.leaning import share_of, subjects
from rules.hearing.evidence.statements import is_about, size_of, statements
from rules.hearing.evidence.weighed import MOST_OFFERS
from rules.hearing.evidence.weighing import is_excepted
from rules.hearing.forms.heading import filled_in, headed
from rules.hearing.forms.lately import lately
from rules.hearing.forms.regions import kept_in_region
from rules.hearing.forms.tenses import told_for_later
from rules.hearing.forms.unsure import not_sure_of_it
from rules.hearing.questions import read_questions, told_figures
from rules.hearing.questions.cutting import is_quoting
from rules.hearing.questions.figures import told
from rules.hearing.taking.doubting import alike
from rules.hearing.taking.unheard import unread
from rules.hearing.values import Asked, Choice, Heard, Line, Word
from rules.hearing.words.lexicon import topics
from rules.hearing.words.likelihood import Likely
from rules.hearing.words.nouns import DOCUMENTS
from rules.hearing.words.phrases import phrases, stemmed
from rules.hearing.words.pieces import NAME, pieces, stems_of

_ASKS = frozenset({"?", "what", "whi", "why", "how", "who", "when", "doe"})
_SKIPS = frozenset({"skip", "let", "pleas", "just"})
"""How an order to skip begins."""
_RUNS = re.compile(
    r"\W*(?:@\w+\W+)?[^\W\d][^\d?,;.!]{0,60}?[:,-]?\s*\d{1,4}\s*(?:of|out of|/)\s*\d{1,4}"
    r"(?:\s+(?:passed|failed|right|correct|green|ok|okay|runs?|times))*\W*",
    re.IGNORECASE,
)
"""How many of how many runs passed under a name, and nothing else."""
_ROUTINES = stems_of("meet meets meeting standup retro demo backup backups cron run runs check checks look ship ships")
"""What is done again and again, and changes no truth."""
_CHECKS = stems_of("check checks look")
_OF_THE_TRUTH = CHANGES | DOCUMENTS
_WHAT_ABOUT = re.compile(
    r"\W*(?:(?:and|so|but|ok|okay|then)\W+)*(?:what|how) about ((?:the|our|your|my|a|an|all)\b )?([^?!.,;:]{3,60}?)\W*",
    re.IGNORECASE,
)
"""How the next thing is named that may make a difference."""
_TELLS = stems_of(
    "i we our they it you the about in at by on per under over is are was were be do does has have now still only just"
    " agree agrees agreed match matches matched label labels labelers annotators reviewers raters agreement every"
)
"""With one of these it is a sentence that tells something."""
_MOST = 0.5
"""From this share on a statement is about a question more likely than about all the others."""
_SURELY = 0.6
"""From this share on one that is understood as nothing else answers that question."""
_MATTER, _BESIDE = 0.65, 0.2
"""From the first share on a line is about one question, and up to the second not about another one."""
_WHOLE = 6
"""Words of such a one: "build green, merging 418" is what colleagues report."""
_LONGEST, _FEWEST = 30, 3
"""Words of a story, and of a statement: "no hurry" is said in passing."""
_CHEAPER = frozenset({"annoyance", "rework"})
"""What a wrong answer was said to cost where that was no money."""

_ONLY_TOLD = frozenset({"unknown", "what_if", "change_answer"})
"""What figures that are only told seem to ask or to change."""


def afterwards(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What such a line says; None where it has none of the forms, or a question stands open."""
    if typed.open_fact is not None:
        return None
    return (
        struck(typed, stems)
        or _nothing_of_it(typed, stems)
        or _filled_in(typed, stems)
        or not_sure_of_it(typed, stems)
        or _priced(typed)
        or kept_in_region(typed, stems)
        or lately(typed, stems)
        or _about(typed)
    )


def _nothing_of_it(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What says nothing of the feature: to skip where nothing is asked, and runs under a name: "opening times 9 of 10".

    "Skip this month" tells of no steps that are skipped, and "price quote 5 of 8" of no costs. Whose the review is from
    now on is told of the review alone. How often people meet or look at something is talk among them.
    """
    is_handed = hands_over(typed.text)
    order = control(typed, stems) if stems[0] in _SKIPS and not _ASKS & {*stems} else None
    is_skipped = order is not None and order.word == Word.SKIP
    is_routine = _is_routine(typed, stems)
    if not (is_handed or is_skipped or is_routine or is_runs_alone(typed.text)):
        return None
    return Heard(questions=(Asked("review" if is_handed else "unknown"),)) if typed.mention else Heard(silent=True)


def _is_routine(typed: Line, stems: Sequence[str]) -> bool:
    """Whether it says how often people or machines do their work, and nothing of the truth: "Ben checks daily"."""
    words = {*stems}
    is_work = not _ROUTINES.isdisjoint(words) and (_OF_THE_TRUTH | topics()["freshness"]).isdisjoint(words)
    is_of_answers = not topics()["evals"].isdisjoint(words)  # "the golden set runs nightly"
    if not is_work or is_of_answers or _ASKS & words or quantities(typed.pieces):
        return False
    is_check = typed.mention and not _CHECKS.isdisjoint(words)  # which may be how answers are checked
    return not is_check and any(rhythms(typed.pieces, ()))


def is_runs_alone(text: str) -> bool:
    """Whether all that is said is how many of how many runs passed under some name: "opening times 9 of 10"."""
    return bool(_RUNS.fullmatch(text)) and not _TELLS & {*stemmed(pieces(text))}


def likely_told(typed: Line, stems: Sequence[str], heard: Heard) -> Heard | None:
    """What a line to the bot says of a question plainly, without a word that it has changed: it is offered.

    "Our labelers disagree a lot", "needs to be under 1 s on the scanner".
    """
    told = [Choice(f, said) for f, said in heard.saves.items() if said != typed.said.get(f) and said is not None]
    told = [each for each in told if share_of(each.fact, stems) >= _MOST]
    is_told = bool(told) and typed.mention and len(stems) >= _FEWEST
    return Heard(offers=tuple(told[:MOST_OFFERS])) if is_told else None


def as_answered(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What a statement to the bot that is understood as nothing else would answer to the question that it is about.

    It is offered: "the salary letters are only for each person's manager".
    """
    asks = _ASKS & {*stems} - {"doe"} or "doe" in stems[:1]  # "Dev does the website"
    is_none = stems[0] == NAME or asks or is_quoting(typed.text)  # said to somebody, asked, quoted
    is_told = typed.mention and size_of(stems) >= _WHOLE and not is_none
    fact = next((each.name for each in subjects(stems)[:1] if is_told and each.share >= _SURELY), "")
    marks = evidence(typed.pieces, {fact}, fact).get(fact, Evidence(fact)).marks if fact in FACTS else ()
    if not any(mark.grade >= HERE for mark in marks):  # "it's chucking it down in Leeds" is like talk of a definition
        return None
    heard = answer(replace(typed, open_fact=fact), stems)
    offered = [each.value for each in heard.offers if isinstance(each, Choice) and each.fact == fact]
    told = [value for value in (heard.saves.get(fact), *offered) if value not in {None, typed.said.get(fact)}]
    return Heard(offers=tuple(Choice(fact, value) for value in told[:MOST_OFFERS])) if told else None


def of_its_matter(typed: Line, stems: Sequence[str], heard: Heard) -> Heard:
    """What was heard after the verdict, without answers to questions that the line is hardly about.

    Pages of a style guide are no corpus, and who sends refunds tells of no costs: what the line is about is answered
    instead, or offered. Where some may not see all, that is asked.
    """
    if typed.open_fact is not None or not heard.saves or heard.questions:
        return heard
    found = evidence(typed.pieces, {"access", "corpus"}, None)
    is_over = any(phrases(kind).places(stems) for kind in ("ended", "over", "removing"))
    if not is_over and is_excepted(str(heard.saves.get("access")), found.get("access", Evidence("access")).marks):
        return Heard(offers=(Choice("access", "per_user"), Choice("access", "everyone")))
    first = subjects(stems)[0]
    beside = set() if is_over or is_quoting(typed.text) else _beside(typed, first, stems, heard.saves)
    if "corpus" in heard.saves and "corpus" not in found and not named_facts(stems):
        beside |= {"corpus"}  # a number of pages that are of something else
    if not beside:
        return heard
    kept = {fact: value for fact, value in heard.saves.items() if fact not in beside}
    plain = answer(typed, stems) if first.share >= _MATTER else Heard()
    told = plain.saves.get(first.name)
    if told not in {None, typed.said.get(first.name)}:
        if plain.is_correction:
            return replace(heard, saves={**kept, first.name: told})
        return replace(heard, saves=kept, offers=(Choice(first.name, told),))
    return replace(heard, saves=kept) if kept else as_answered(typed, stems) or passed_by(typed, stems)


def _beside(typed: Line, first: Likely, stems: Sequence[str], saves: Mapping[str, Value]) -> set[str]:
    """The answers to questions that a line is hardly about, which is plainly about another one, but for numbers."""
    if first.name not in FACTS or first.name in saves or first.share < _MATTER:
        return set()
    named = {*named_facts(stems), *alike(first.name, stems), *ALONE}
    named |= {
        fact for fact, found in evidence(typed.pieces, {*saves}, None).items() if any(m.is_number for m in found.marks)
    }
    return {
        fact
        for fact in saves
        if share_of(fact, stems) <= _BESIDE and fact not in named and topics()[fact].isdisjoint(stems)
    }


def for_later(typed: Line, stems: Sequence[str], heard: Heard) -> Heard:
    """What was heard, with what is told for a time to come only supposed: "from May on it is 50k a day"."""
    gone = told_for_later(typed, stems, heard.saves) if typed.open_fact is None else []
    if not gone:
        return heard
    saves = {fact: value for fact, value in heard.saves.items() if fact not in gone}
    supposed = Asked("what_if", {"changes": {fact: heard.saves[fact] for fact in gone}})
    asked = (*heard.questions, *((supposed,) if typed.mention else ()))
    return replace(heard, saves=saves, questions=asked, silent=not (saves or asked or heard.offers))


def with_the_rest(typed: Line, stems: Sequence[str], heard: Heard, ear: Callable[[Line], Heard]) -> Heard:
    """A correction with what the line's other statements say: "tone is fixed, but it needs to be under 3 seconds".

    While a question stands open, only its answer is taken from them.
    """
    is_long = len(stems) > _LONGEST  # who tells a story says its end
    is_one = is_long or not (heard.is_correction and heard.saves and typed.mention) or heard.questions or "?" in stems
    if is_one or typed.open_fact in heard.saves or len(statements(stems)) == 1:
        return heard
    saves = {**heard.saves}
    for said in unread(typed, stems, {fact: [value] for fact, value in heard.saves.items()}):
        kept = said.stop - (stems[said.stop - 1] in JOINTS)
        pieces = typed.pieces[said.start : kept]
        more = ear(replace(typed, pieces=pieces, text=" ".join(pieces)))
        is_told = not more.questions and (more.is_correction or typed.open_fact in more.saves)
        words = stems[said.start : kept]
        rest = {fact: value for fact, value in more.saves.items() if is_told and value is not None}
        rest = {fact: value for fact, value in rest.items() if typed.open_fact in {None, fact}}
        told = {fact for fact in rest if share_of(fact, words) >= _MOST and is_about(fact, words)}
        saves = {**{fact: value for fact, value in rest.items() if fact in told}, **saves}
    return replace(heard, saves=saves, offers=() if saves != heard.saves else heard.offers)


def _about(typed: Line) -> Heard | None:
    """What "and what about the orders?" supposes where "and the orders?" says it, and nothing else is asked."""
    named = _WHAT_ABOUT.fullmatch(typed.text) if typed.mention else None
    if named is None:
        return None
    asked = read_questions(typed)
    names_its_own = _supposes(asked.offers) or any(each.slots.get("fact") for each in asked.offers)
    if names_its_own or any(each.intent != "unknown" for each in asked.questions):
        return None
    text = f"and {named[1] or 'the '}{named[2]}?"
    supposed = read_questions(replace(typed, text=text, pieces=pieces(text)))
    if _supposes(supposed.questions) and len(supposed.questions) == 1:
        return Heard(questions=supposed.questions)
    return Heard(offers=supposed.offers) if _supposes(supposed.offers) and not supposed.questions else None


def _supposes(asked: Sequence[Asked]) -> bool:
    """Whether something is supposed first of all."""
    return [each.intent for each in asked[:1]] == ["what_if"]


def _filled_in(typed: Line, stems: Sequence[str]) -> Heard | None:
    """Answers under the names of their questions, which have changed then."""
    if not typed.mention or _ASKS & {*stems}:
        return None
    heard = filled_in(typed, stems, answer) or headed(typed, stems, answer)
    return heard and replace(heard, is_correction=True)


def _priced(typed: Line) -> Heard | None:
    """What a wrong answer costs, which is counted with; an answer that it costs less is over, unless it is work."""
    given = told_figures(typed) if typed.mention else {}
    if given and any(each.intent not in _ONLY_TOLD for each in read_questions(typed).questions):
        return None  # a story before a question: "it costs 4 euros each. They want to know when it pays"
    if "cost_each" in given and not told(typed.text).is_work and typed.said.get("stakes") in {None, *_CHEAPER}:
        return Heard(saves={"stakes": "money"}, is_correction=True)
    return Heard(questions=(Asked("cost", {"of": "wrong_answers", "given": given}),)) if given else None
