"""The answers in a line: to the open question first, then to those whose own matter it names; corrections of either."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from rules.facts import ALONE, FACTS, Value
from rules.hearing.acts.chatter import begins_as_question, is_plainly_said, talk
from rules.hearing.acts.options import both_of_which, chosen, is_both
from rules.hearing.acts.steering import named_facts
from rules.hearing.evidence.evidence import HERE, Evidence, Mark, evidence, sentences, spoken_against, thoughts_of
from rules.hearing.evidence.leaning import share_of, subjects
from rules.hearing.evidence.statements import statements
from rules.hearing.evidence.weighed import MOST_OFFERS, Weighed
from rules.hearing.evidence.weighing import BETWEEN, BOTH, INCLUDES, at_an_end, is_excepted, opened_vaguely, weigh
from rules.hearing.forms.disputing import disputed
from rules.hearing.forms.heading import counted_anew, filled_in, headed
from rules.hearing.forms.heap import heaped
from rules.hearing.forms.listing import as_held, as_listed, ticked
from rules.hearing.forms.losing import lost
from rules.hearing.forms.mixture import mixture
from rules.hearing.forms.parted import in_parts
from rules.hearing.forms.portions import by_halves, by_shares
from rules.hearing.forms.printed import printed
from rules.hearing.forms.regions import without_ruled_out
from rules.hearing.forms.replacing import added, replaced, restated
from rules.hearing.forms.tenses import at_present, later_left_out, not_yet_elsewhere, of_today
from rules.hearing.forms.unsure import asks_around, is_not_sure, known_by_somebody, not_sure_of_another, unsure_places
from rules.hearing.taking.belonging import is_of_another, is_said_otherwise, of_the_question, opened
from rules.hearing.taking.documents import not_called, of_documents, of_labels, of_the_truth, with_labels
from rules.hearing.taking.doubting import (
    agrees,
    alternative,
    doubted,
    goes_on,
    is_about,
    is_spoken_of,
    is_talk,
    settled,
    stated_elsewhere,
    surely,
)
from rules.hearing.taking.fitting import fitted, is_foreign, opens
from rules.hearing.taking.joined import Taken, joined, of_one_sentence
from rules.hearing.taking.nearest import nearest
from rules.hearing.taking.reasons import before_reason, by_the_way, contents, offered_outside, without_reasons
from rules.hearing.taking.sides import Sides, is_distinct, sides
from rules.hearing.taking.strays import told_themselves, without_strays
from rules.hearing.values import Choice, Ear, Form, Heard, Line, Trouble, by_the_first, unaided
from rules.hearing.words.phrases import phrases


def answer(typed: Line, stems: Sequence[str]) -> Heard:
    """What the line answers. One that nobody is addressed in is heard where its words are plainly of a question."""
    heard = of_today(typed, stems, _answer(typed, stems), partial(_answer, is_thought=True))
    heard = disputed(typed, stems, heard)
    if not (typed.mention or typed.open_fact is None or "?" in typed.pieces or begins_as_question(stems)):
        heard = _unaddressed(typed, stems, heard)
    is_formed = partial(_at_once, typed, stems, takes_away=False, is_thought=False)  # "the 5th" needs no words about it
    if is_foreign(typed, stems, heard) and is_formed() is None:
        heard = fitted(typed, stems, heard, _answer)
    return not_called(typed, not_yet_elsewhere(typed, stems, with_labels(stems, typed.pieces, heard, typed.open_fact)))


def _unaddressed(typed: Line, stems: Sequence[str], heard: Heard) -> Heard:
    """The same of a line to nobody, with what it plainly says to whoever asks."""
    fact = typed.open_fact or ""
    if not heard.silent:
        is_beside = bool(heard.saves) and fact not in heard.saves and not (heard.offers or talk(stems))
        addressed = _answer(replace(typed, mention=True), stems) if is_beside else heard
        return addressed if addressed.saves.keys() == heard.saves.keys() | {fact} else heard
    told = fact if is_about(fact, stems, talk(stems)) or opens(fact, stems) else stated_elsewhere(fact, stems)
    if not told:
        return heard
    addressed = _answer(replace(typed, mention=True), stems)
    apart = {stated_elsewhere(fact, stems[each.start : each.stop]) for each in statements(stems)}
    saves = {each: value for each, value in addressed.saves.items() if each in {told, fact, *apart}}
    offers = tuple(each for each in addressed.offers if isinstance(each, Choice) and each.fact == told == fact)
    return replace(addressed, saves=saves, offers=offers) if saves or offers else heard


def _answer(typed: Line, stems: Sequence[str], *, is_thought: bool = False) -> Heard:
    asks = "?" in typed.pieces
    if asks and not typed.mention:
        return Heard(silent=True)
    takes_away = typed.mention and any(fact in typed.said for fact in ALONE) and phrases("removing").places(stems)
    if (at_once := _at_once(typed, stems, takes_away=bool(takes_away), is_thought=is_thought)) is not None:
        return at_once
    corrects = bool(phrases("correcting").places(stems) or takes_away)
    both = sides(typed, stems, corrects=corrects)
    both = both if corrects and typed.said else replace(both, here=of_the_question(typed, stems, both.here))
    taken = _here(typed, stems, both, corrects=corrects)
    if typed.mention and not (taken.saves or corrects or is_thought):
        taken = _in_one_sentence(typed, stems) or taken
    others = _others(typed, stems, both, taken, corrects=corrects)
    is_open = bool(taken.offers) and not taken.saves and bool(_left_open(stems))  # "not decided yet, perhaps 300 pages"
    is_more = bool(typed.mention or taken.saves) and not (is_thought or is_open)
    if is_more and typed.open_fact and not (asks or (corrects and not taken.saves)):
        taken, others = joined(typed, stems, both.here, (taken, others), partial(_answer, is_thought=True))
    taken, others = (taken, others) if corrects else _without_reason(typed, stems, taken, others)
    if typed.open_fact is not None and typed.open_fact not in taken.saves and not taken.offers and not others.saves:
        taken = Taken({typed.open_fact: None}, []) if is_not_sure(typed, stems) else taken
    taken = without_strays(stems, both, taken, others)
    others = _excepted(both, others)
    saves = {**others.saves, **taken.saves}
    offers = [offer for offer in (*taken.offers, *others.offers) if offer.fact not in saves]
    offers = without_ruled_out(offers, stems)
    if asks and saves:
        offers, saves = [Choice(fact, value) for fact, value in saves.items()], {}
    is_said = corrects or None in saves.values() or bool(named_facts(stems))
    is_said = is_said or is_plainly_said(stems, [*both.here, *both.elsewhere], 0)
    if not is_said and is_talk(stems, *saves, *(each.fact for each in offers)):
        return Heard(silent=True)
    if not saves and not offers and typed.mention:
        near = nearest(typed.open_fact, stems)
        return Heard(offers=near, is_correction=corrects, trouble=Trouble.UNCLEAR if near else None)
    saves, offers = as_listed(typed, stems, saves, offers)
    if not typed.mention and not saves and talk(stems):
        offers = []
    silent = not typed.mention and not saves and not offers
    return Heard(saves=saves, offers=tuple(offers[:MOST_OFFERS]), silent=silent, is_correction=corrects)


def _at_once(typed: Line, stems: Sequence[str], *, takes_away: bool, is_thought: bool) -> Heard | None:
    """What a line says by a form of its own: a label, a number, a heading, one thing instead of another."""
    forms = _PLAIN if is_thought else (*_PLAIN, *_WHOLE)
    if typed.mention:
        forms += (() if is_thought else _UNDER_NAMES) + _CHANGING + (() if takes_away else (at_present,))
    else:
        forms += (later_left_out,)
    return by_the_first(forms, typed, stems, partial(_answer, is_thought=is_thought))


def _in_thoughts(form: Form) -> Form:
    """A form whose parts are heard as thoughts of a line, because they may have the form again."""
    return lambda typed, stems, _ear: form(typed, stems, partial(_answer, is_thought=True))


def _printed(typed: Line, stems: Sequence[str], _ear: Ear) -> Heard | None:
    """What stands on another question's button, heard there as a line of its own."""
    return printed(typed, stems, answer)


_WHOLE: tuple[Form, ...] = (
    unaided(chosen), unaided(both_of_which), unaided(ticked), by_shares, unaided(by_halves), mixture, in_parts,
    _in_thoughts(lost), unaided(known_by_somebody), unaided(heaped),
)  # fmt: skip
"""Forms of a whole line: a thought of one is not tried for them."""
_PLAIN: tuple[Form, ...] = (
    of_documents, of_labels, of_the_truth, _printed, counted_anew, unaided(not_sure_of_another), unaided(asks_around),
)  # fmt: skip
"""Forms of a line and of its thoughts."""
_UNDER_NAMES: tuple[Form, ...] = (filled_in, headed)
"""Forms in which questions are called by their names, in a line to the bot."""
_CHANGING: tuple[Form, ...] = (_in_thoughts(replaced), added, restated)
"""Forms in which one thing stands instead of another, or is put beside it, in a line to the bot."""

_HERE_TOO = 0.3
"""From this share on a sentence is about the open question, too."""
_PARTLY = frozenset({"some", "most", "partial", "part", "rest", "half"})
"""With these a line that says several values means several."""


def _here(typed: Line, stems: Sequence[str], both: Sides, *, corrects: bool) -> Taken:
    """The answer to the open question; offered only where the person doubts it."""
    fact = typed.open_fact
    if fact is None or is_both(typed, stems):
        return Taken({fact: "both"} if fact else {}, [])
    weighed = weigh(Evidence(fact, opened(stems, both.here)), stems)
    weighed = settled(doubted(weighed, fact, both.here, stems, thoughts_of(stems)), fact, both.here, stems)
    here = _untrusted(typed, stems, alternative(weighed, fact, both.here, stems))
    unsure = unsure_places(stems)
    long = [mark for mark in both.here if mark.size > 1]
    doubts = any(not any(mark.start <= start and end <= mark.end for mark in long) for start, end in unsure)
    if doubts and all(mark.grade < HERE or mark.is_denied or mark.is_within(unsure) for mark in both.here):
        return Taken({}, [])
    is_elsewhere = is_of_another(fact, both.here, stems)
    is_undecided = bool(phrases("undecided").places(stems))
    beside = at_an_end(fact, here, both.here, stems) or opened_vaguely(fact, both.here, stems)
    if beside:
        return Taken({}, [Choice(fact, value) for value in beside])
    if here.is_plain and not (doubts or is_elsewhere or is_undecided):
        return Taken({fact: here.value}, [])
    is_partly = here.is_torn and bool(_PARTLY & set(stems))
    is_talk = not typed.mention and talk(stems) > 0
    if not (doubts or is_partly or is_elsewhere or is_undecided or corrects or is_talk):
        meant = surely(fact, stems, mention=typed.mention)
        if meant and not (
            meant in spoken_against(both.here) or is_said_otherwise(meant, both.here) or is_excepted(meant, both.here)
        ):
            return Taken({fact: as_held(fact, meant)}, [])
    named = [value for mark in both.here for value in mark.values] if is_undecided else []
    offers = [Choice(fact, as_held(fact, value)) for value in dict.fromkeys([*here.candidates, *named])]
    return Taken({}, _under(subjects(stems)[0].name, typed, stems) + offers if is_elsewhere else offers)


def _in_one_sentence(typed: Line, stems: Sequence[str]) -> Taken | None:
    """The answer to the open question that one sentence gives by itself, where the others are about other questions."""
    fact, parts = typed.open_fact, sentences(stems)
    if fact is None or len(parts) == 1:
        return None
    told: list[Value] = []
    for part in parts:
        words, said = stems[part.start : part.stop], typed.pieces[part.start : part.stop]
        heard = _answer(replace(typed, pieces=said, text=" ".join(said)), words, is_thought=True)
        if heard.saves.get(fact) is not None:
            told.append(heard.saves[fact])
        elif share_of(fact, words) > _HERE_TOO:
            return None
    return Taken({fact: told[0]}, []) if len(told) == 1 else None


def _without_reason(typed: Line, stems: Sequence[str], taken: Taken, others: Taken) -> tuple[Taken, Taken]:
    """The answer before its reason, where that is plain by itself, and the others: "mixed, because two were new"."""
    at, fact = before_reason(stems), typed.open_fact or ""
    others = of_one_sentence(stems, others)
    told = by_the_way(stems) if fact in taken.saves else contents(stems)
    others = Taken(without_reasons(typed, told, others.saves), offered_outside(typed, told, others.offers))
    if fact not in taken.saves:
        return taken, others
    said = typed.pieces[:at]
    before = _answer(replace(typed, pieces=said, text=" ".join(said)), stems[:at], is_thought=True) if at else Heard()
    value = before.saves.get(fact)
    is_more = INCLUDES.get(fact, ("", ""))[::-1] == (value, taken.saves[fact])  # "required, because the law says so"
    return taken if value is None or is_more else Taken({fact: value}, taken.offers), others


def _under(fact: str, typed: Line, stems: Sequence[str]) -> list[Choice]:
    """What the line would answer if this question stood open; nothing where it does, or where it is talk."""
    if fact not in FACTS or fact == typed.open_fact:
        return []
    heard = _answer(replace(typed, open_fact=fact), stems, is_thought=True)
    saved = [Choice(fact, heard.saves[fact])] if fact in heard.saves else []
    return saved + [each for each in heard.offers if isinstance(each, Choice) and each.fact == fact]


def _others(typed: Line, stems: Sequence[str], both: Sides, taken: Taken, *, corrects: bool) -> Taken:
    """Answers to questions that are not open: written down where the words are distinctly theirs, else offered."""
    distinct = {mark.fact for mark in both.elsewhere if corrects or typed.open_fact is None or is_distinct(mark)}
    saves: dict[str, Value] = {}
    offers: list[Choice] = []
    thoughts, unsure = thoughts_of(stems), _left_open(stems)
    elsewhere = [
        mark
        for mark in both.elsewhere
        if (corrects and mark.fact in typed.said)
        or (is_spoken_of(mark, thoughts[mark.thought], stems, typed.open_fact) and not mark.is_within(unsure))
    ]
    elsewhere += _joined(typed, stems, elsewhere)
    for fact in dict.fromkeys(mark.fact for mark in elsewhere):
        marks = [mark for mark in elsewhere if mark.fact == fact]
        weighed = weigh(Evidence(fact, marks), stems)
        is_named = corrects and (fact in typed.said or fact in named_facts(stems))
        weighed = weighed if is_named else doubted(weighed, fact, marks, stems, thoughts)
        if weighed.is_plain and (fact in distinct or _is_told(fact, weighed.value, typed, stems)):
            saves[fact] = weighed.value
        else:
            offers += [Choice(fact, as_held(fact, value)) for value in weighed.candidates]
    if typed.open_fact is None:
        saves = told_themselves(stems, elsewhere, saves)
    if saves or taken.saves:
        offers = [offer for offer in offers if offer.fact in distinct]
    return Taken(saves, offers)


def _excepted(both: Sides, others: Taken) -> Taken:
    """What is told of others; asked where everyone may see something, and other words of the line keep it from some."""
    marks = [mark for mark in both.elsewhere if mark.fact == "access"]
    if not is_excepted(str(others.saves.get("access")), marks):
        return others
    rest = {fact: value for fact, value in others.saves.items() if fact != "access"}
    return Taken(rest, [Choice("access", "per_user"), Choice("access", "everyone"), *others.offers])


def _left_open(stems: Sequence[str]) -> list[tuple[int, int]]:
    """Where the line says that somebody does not know, or that nobody has decided."""
    return [*phrases("not_sure").places(stems), *phrases("undecided").places(stems)]


def _joined(typed: Line, stems: Sequence[str], spoken_of: Sequence[Mark]) -> list[Mark]:
    """What a thought names that an "and" ties to one about a question; before it only what a list holds as well."""
    thoughts, lists = thoughts_of(stems), [mark for mark in spoken_of if mark.fact in ALONE]
    found = evidence(typed.pieces, {mark.fact for mark in spoken_of} & {*BOTH, *BETWEEN, *ALONE}, typed.open_fact)
    beside = {(mark.fact, mark.thought + 1) for mark in spoken_of if stems[thoughts[mark.thought].stop - 1] == "and"}
    beside |= {(mark.fact, mark.thought - 1) for mark in lists if stems[thoughts[mark.thought].start - 1] == "and"}
    marks = [mark for each in found.values() for mark in each.marks]
    return [mark for mark in marks if (mark.fact, mark.thought) in beside and mark.grade >= HERE]


def _is_told(fact: str, value: Value, typed: Line, stems: Sequence[str]) -> bool:
    """Whether all the words of a line mean this answer, and leave the open question."""
    return goes_on(fact, typed.open_fact or "", stems, stems) and agrees(fact, value, stems)


def _untrusted(typed: Line, stems: Sequence[str], here: Weighed) -> Weighed:
    """Examples that nobody checked are none that are trusted, or those many: it is asked."""
    is_some = isinstance(here.value, str) and here.value != "none"
    if typed.open_fact != "examples" or not is_some or not phrases("untrusted").places(stems):
        return here
    return Weighed(offers=("none", *here.candidates), weight=here.weight)
