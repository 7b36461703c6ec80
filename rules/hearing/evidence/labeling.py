"""What words are said of: documents that contradict each other are no labels that do, and people's names no keys."""

from collections.abc import Collection, Iterator, Sequence

from rules.hearing.words.lexicon import topics
from rules.hearing.words.nouns import DOCUMENTS, LABELED, LABELERS, is_a_place, names_people
from rules.hearing.words.phrases import names, stemmed
from rules.hearing.words.pieces import BREAKS, stems_of
from rules.hearing.words.spelling import is_known

_LABELERS = stems_of("annotator labeler rater tagger coder labelling relabel")
_MARKED = stems_of("labeled annotated")
_AGREEING = stems_of("agree agreed disagree argue differ tag code opinion consistent inconsistent consensus")
"""Of people, or where no document is named, these are said of labels."""
_PAST = stems_of("past historical resolved closed previous solved")
_OF_LABELS = frozenset({"examples", "labels", "per_class"})
"""Questions about labels: where these are says nothing of where the truth is."""
_THEY = frozenset({"they", "them", "those", "these", "all", "it"})
"""Beside an answer about labels these are the labels."""
_TRUTH = stems_of("truth answer fact information price order stock")
_IN, _JOINING = frozenset({"in", "on", "at"}), frozenset({"and", "but"})
_OF_EXAMPLES = frozenset({"examples", "per_class", "definition"})
"""Questions beside which labels are spoken of without a name."""

_ARE = frozenset({"is", "are"})
SOME, _OTHERS = stems_of("some several few"), stems_of("other others rest most")
"""With one of these a number of things is told, and with one of the others what of the rest of them."""


def only_counts(fact: str, stems: Sequence[str], start: int, end: int) -> bool:
    """Whether "some folders" is a thought alone: it says how many there are, beside one that may say how good."""
    is_some = fact == "hygiene" and stems[start] in SOME and _OTHERS.isdisjoint(stems)
    is_some = is_some and _ARE.isdisjoint(stems[start:end])  # "some are photocopies" says what they are
    if not is_some or (start and stems[start - 1] not in BREAKS):
        return False
    stop = next((at for at in range(end, len(stems)) if stems[at] in BREAKS), len(stems))
    return stop + 1 < len(stems) and (stop == end or stems[end] in _IN)


_RECORDS = stems_of(
    "figure stock inventory balance price order booking reservation payment transaction contribution record account "
    "ledger reading shipment delivery position premium payout salary holding level quantity membership"
)
"""What is looked up one by one, and kept by a program: wherever it is, that is no text to read."""
_KEPT = stems_of("is are sits sit lives live kept held stored resides stays")
_NO_PROGRAMS = DOCUMENTS | stems_of(
    "german french spanish italian dutch polish czech danish swedish norwegian turkish arabic chinese japanese transit "
    "arrears kilos kilograms tonnes liters litres francs kroner zloty inches millimeters appendix euros"
)
"""In what such things may be as well: a language, a unit, a state."""
_PEOPLE_THERE = stems_of("manager team staff office department desk")
_HEAD = 6
"""Words between what is kept and where: "the stock of each drug sits in ..."."""


def records_kept(found: Sequence[str], stems: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a line says by a name that no table knows where records are kept: "member balances sit in Altair"."""
    for at, word in enumerate(stems[:-1]):
        name = found[at + 1]
        if word != "in" or is_known(name) or stems[at + 1] in _NO_PROGRAMS:
            continue
        start = max((n + 1 for n in range(at) if stems[n] in BREAKS | _JOINING), default=0)
        before = stems[max(start, at - _HEAD) : at]
        is_kept = bool((_KEPT | _RECORDS) & {*before[-1:]} or _KEPT & {*before[-2:]})
        if (
            is_kept
            and _RECORDS & {*before}
            and not (_PEOPLE_THERE & {*before} or DOCUMENTS & {*stems[at + 2 : at + 3]})
        ):
            yield at, at + 2


_BEING = frozenset({"is", "are", "still"})
_SOON, _FAR = 3, 4
"""Words behind "answered" in which it is said which answer was given."""
_ANEW = frozenset({"redone", "redid", "redo", "redoing", "reworked", "reworking"})
_KINDS = stems_of("ticket tickets case cases request requests claim claims mail mails email emails question questions")
"""Behind a word these say what kind they are."""
_COST_OF = ("cost", "of")
_AMISS = stems_of("otherwise fail fails bad slip fault answer reply if worst nobody just only somebody someone")


def is_no_cost(fact: str, words: Sequence[str], stems: Sequence[str], end: int) -> bool:
    """Whether words tell of no cost of a wrong answer: "the contract was redone", "it mixes up refund tickets"."""
    if fact != "stakes":
        return False
    is_kind = len(words) == 1 and not _KINDS.isdisjoint(stems[end : end + 1])
    is_redone = not _ANEW.isdisjoint(words) and (_AMISS | topics()["stakes"]).isdisjoint(stems)
    return is_kind or is_redone


def costs_named(stems: Sequence[str]) -> list[tuple[int, int]]:
    """Where a line calls the cost of a wrong answer by its name, which says nothing of money."""
    return [place for place in names()["stakes"].places(stems) if stems[place[0] : place[0] + 2] == _COST_OF]


def names_labels(words: Collection[str]) -> bool:
    """Whether labels, or past cases with what became of them, are named."""
    return bool((topics()["labels"] | LABELED | _LABELERS | _PAST) & {*words})


def _speaks_of_labels(stems: Sequence[str], open_fact: str | None) -> bool:
    """Whether a line names labels, or tells of people who agree or not, or goes on about examples."""
    words = {*stems}
    if (topics()["labels"] | LABELED | _LABELERS) & words:
        return True
    is_of_documents = bool((DOCUMENTS | topics()["hygiene"]) & words)
    if _AGREEING & words and (LABELERS & words or not is_of_documents):
        return True
    return open_fact in _OF_EXAMPLES and not is_of_documents


def is_where_labels_are(words: Sequence[str], open_fact: str | None) -> bool:
    """Whether words tell where labels are kept, which says nothing of where the truth is."""
    named = {*words}
    if (topics()["labels"] | _LABELERS | _MARKED) & named:
        return True
    is_told = names_labels(named) or is_a_place(words) or bool(_THEY & named)
    return open_fact in _OF_LABELS and is_told and not (_TRUTH & named and not names_labels(named))


def is_of_others(fact: str, words: Sequence[str], stems: Sequence[str], open_fact: str | None) -> bool:
    """Whether words of a thought are of documents and not of labels, of labels and not of where the truth is, ...

    ... or of people's names and not of what something is found by. The question that stands open is answered.
    """
    if fact == "labels":
        return open_fact != fact and not _speaks_of_labels(stems, open_fact)
    if fact == "source":
        return is_where_labels_are(words, open_fact)
    return fact == "lookup" != open_fact and names_people(stems)


def is_of_a_thing(fact: str, found: Sequence[str], words: range, open_fact: str | None) -> bool:
    """Whether words say what a thing is, who looked at it, or which answer was given, and nothing of their question.

    "The manual is a document", "300 calls, checked by two people", "Ben answered the corpus wrong".
    """
    said, before = tuple(found[words.start : words.stop]), found[max(0, words.start - 1) : words.start]
    if fact == "action" and said[0] == "answered":
        named = stemmed(found[words.start : words.stop + _SOON])
        return any(known.places(named) for known in names().values())
    if fact == "need" and said == ("word",):  # "40 pages of Word docs"
        return not DOCUMENTS.isdisjoint(stemmed(found[words.stop : words.stop + 1]))
    if fact == open_fact:
        return False
    if fact == "definition":
        around = found[max(0, words.start - 2) : words.stop + _FAR]
        return bool({"document", "doc"} & {*around} and _BEING & {*around} and "a" in around)
    return fact == "evals" and tuple(before) == ("by",)
