"""What is said of documents while labels are asked about, and of labels while the truth is: another question's answer.

"our articles contradict each other" is the state of documents, although labels that do not agree are told in the same
words; "the labels sit in Postgres, 25k rows" counts examples, and is no place where the truth lives.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from rules.hearing.acts.chatter import covers
from rules.hearing.evidence.evidence import HERE, OWN, Evidence, evidence, sentences, thoughts_of
from rules.hearing.evidence.labeling import is_where_labels_are, names_labels
from rules.hearing.evidence.statements import statements
from rules.hearing.evidence.weighed import MOST_OFFERS
from rules.hearing.values import Choice, Ear, Heard, Line
from rules.hearing.words.lexicon import topics
from rules.hearing.words.nouns import CODERS, LABELERS, REFERENCES
from rules.hearing.words.pieces import BREAKS, stems_of

_TRUTH = stems_of("data price stock inventory catalog tariff fact truth document")
"""What changes of these is no behavior that is wanted."""
_SAID_ALIKE = stems_of("consistent inconsistent uniform agree agreed disagree alike identical conflicting")
"""What is said of examples with one of these is how they are labeled; "all good" may be said of anything."""
_SORTED = stems_of("tagged coded classified categorized sorted graded rated marked tag category class folder bucket")
"""What was done to documents with one of these is what labels say."""

_COPY = r"(?:export|dump|snapshot|extract|csv|copy)"
_COPIED = re.compile(
    rf"\b{_COPY}\b.* (?:not|no|never|nothing|nobody|without)(?: \w+)? (?:live|quer\w+|call\w*|direct\w*|read it live)\b"
    rf"|\bexports\b.* not (?:quer\w+|call\w*)"
    rf"|\b(?:is|are)(?: \w+)?(?: \w+)? (?:a|an|the)(?: \w+)? {_COPY}\b"
    rf"|^(?:(?:a|an|the|just|only|we get) )*(?:\w+ ){{0,2}}{_COPY} (?:of|from|out of) "
    rf"|\bnot live\b.*\b{_COPY}\b"
)
"""How what stands in a system is said to be taken out of it, and not asked for there."""


def not_called(typed: Line, heard: Heard) -> Heard:
    """What was heard, with a system that is never asked itself no place of the truth by itself: it may be documents.

    "The prices are in a database export, we do not query it live" is offered, whatever holds the original.
    """
    value = heard.saves.get("source")
    offered = [each.value for each in heard.offers if isinstance(each, Choice) and each.fact == "source"]
    is_system = value in {"systems", "both"} or "systems" in offered
    if not is_system or not _COPIED.search(" ".join(typed.pieces)):
        return heard
    kept = [each for each in heard.offers if not (isinstance(each, Choice) and each.fact == "source")]
    choices = (Choice("source", "documents"), Choice("source", value or "systems"))
    saves = {fact: each for fact, each in heard.saves.items() if fact != "source"}
    return replace(heard, saves=saves, offers=(*choices, *kept)[:MOST_OFFERS])


def is_of_documents(stems: Sequence[str]) -> bool:
    """Whether words name documents that answers are read from, and neither labels nor who puts them on."""
    return not REFERENCES.isdisjoint(stems) and not is_of_labels(stems)


def is_of_labels(stems: Sequence[str]) -> bool:
    """Whether words name labels, who puts them on, or what was done to put them on."""
    return not (LABELERS | _SORTED).isdisjoint(stems) or names_labels(stems)


def of_documents(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The state of the documents, where a line tells only of them while labels are asked about; None elsewhere."""
    if typed.open_fact != "labels" or not is_of_documents(stems):
        return None
    marks = evidence(typed.pieces, {"labels"}, "labels").get("labels", Evidence("labels")).marks
    told = [part for part in sentences(stems) if any(mark.start in part for mark in marks if mark.grade >= HERE)]
    first = statements(stems)[0]
    is_answered = any(mark.start in first for mark in marks if mark.grade >= HERE)  # "mixed, and 9000 documents"
    if is_answered and not is_of_documents(stems[first.start : first.stop]):
        return None
    if not all(is_of_documents(stems[part.start : part.stop]) for part in told):
        return None
    heard = ear(replace(typed, open_fact="hygiene"), stems)
    saves = {fact: value for fact, value in heard.saves.items() if fact != "labels"}
    offers = tuple(each for each in heard.offers if isinstance(each, Choice) and each.fact != "labels")
    is_told = "hygiene" in saves or any(each.fact == "hygiene" for each in offers)
    return replace(heard, saves=saves, offers=offers) if is_told and heard.trouble is None else None


def of_the_truth(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """How often the truth changes, where a line names only it while steadiness is asked: "the data changes daily"."""
    if typed.open_fact != "steadiness" or _TRUTH.isdisjoint(stems) or not topics()["steadiness"].isdisjoint(stems):
        return None
    first = stems[: statements(stems)[0].stop]
    marks = evidence(typed.pieces, {"steadiness"}, "steadiness").get("steadiness", Evidence("steadiness")).marks
    if _TRUTH.isdisjoint(first) and any(mark.end <= len(first) for mark in marks if mark.grade >= HERE):
        return None  # "stable, and the data changes daily"
    heard = ear(replace(typed, open_fact="freshness"), stems)
    told = {fact: value for fact, value in heard.saves.items() if fact not in {"steadiness", "need"}}
    offers = tuple(each for each in heard.offers if isinstance(each, Choice) and each.fact == "freshness")
    is_told = "freshness" in told or bool(offers)
    return replace(heard, saves=told, offers=offers) if is_told and heard.trouble is None else None


def of_labels(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """How many labels there are, where a line tells where they are kept, and nothing of the open question."""
    fact = typed.open_fact
    if fact in {None, "examples", "labels", "per_class"} or not _tells_where_labels_are(typed, stems):
        return None
    thoughts = thoughts_of(stems)
    marks = evidence(typed.pieces, {fact or ""}, fact).get(fact or "", Evidence(fact or "")).marks
    of_it = [mark for mark in marks if mark.grade >= HERE and not (mark.is_number and mark.grade < OWN)]
    if any(not (fact == "source" and _is_kept(stems, thoughts[mark.thought])) for mark in of_it):
        return None
    heard = ear(replace(typed, open_fact="examples"), stems)
    saves = {each: value for each, value in heard.saves.items() if each != fact}
    return Heard(saves=saves, silent=not (saves or typed.mention)) if saves else None


def with_labels(stems: Sequence[str], found: Sequence[str], heard: Heard, open_fact: str | None) -> Heard:
    """What was heard of examples, with how alike they are where a thought says nothing else: "2400, consistent".

    Where only who labels is told to differ, how far is asked: "50,000 old bookings, but two people booked differently".
    """
    known = {*heard.saves, *(each.fact for each in heard.offers if isinstance(each, Choice))}
    if "examples" not in heard.saves or "labels" in known or open_fact == "labels":
        return heard
    thoughts = thoughts_of(stems)
    marks = evidence(found, {"labels"}, "labels").get("labels", Evidence("labels")).marks
    marks = [mark for mark in marks if mark.grade >= HERE and not mark.is_denied and len(mark.values) == 1]
    for number in {mark.thought: mark for mark in marks}:
        ours = [mark for mark in marks if mark.thought == number]
        values = {mark.values[0] for mark in ours}
        words = {*stems[thoughts[number].start : thoughts[number].stop]}
        if len(values) == 1 and _SAID_ALIKE & words and covers(stems, thoughts[number], ours):
            return replace(heard, saves={**heard.saves, "labels": values.pop()})
        is_last = any(stems[mark.end : mark.end + 1] == () or stems[mark.end] in BREAKS for mark in ours)
        if values == {"inconsistent"} and is_last and not CODERS.isdisjoint(words):
            return replace(heard, offers=(*heard.offers, Choice("labels", "mixed"), Choice("labels", "inconsistent")))
    return heard


def _tells_where_labels_are(typed: Line, stems: Sequence[str]) -> bool:
    """Whether a thought names labels and where something is kept."""
    marks = evidence(typed.pieces, {"source"}, "source").get("source", Evidence("source")).marks
    kept = [thoughts_of(stems)[mark.thought] for mark in marks if mark.grade >= HERE]
    return any(is_where_labels_are(stems[each.start : each.stop], None) for each in kept)


def _is_kept(stems: Sequence[str], thought: range) -> bool:
    """Whether a thought says where labels are, or only counts what stands there: "25k rows"."""
    words = stems[thought.start : thought.stop]
    return is_where_labels_are(words, None) or words[0][0].isdigit()
