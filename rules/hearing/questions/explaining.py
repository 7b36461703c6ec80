"""What is asked of the verdict's past, and of one sentence, one demand or one reach of an architecture.

"Did it hold since March?", "so what, if it reads only passages?", "why is tuning bad for sources?", "can it read SAP?".
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import dropwhile

from rules.catalog import FRAMEWORK
from rules.catalog.asking import demand_names, groups, moods, phrases_in
from rules.facts import Value
from rules.hearing.questions.cutting import Message, Sentence, sentence
from rules.hearing.questions.matching import hits, stands
from rules.hearing.questions.pointing import chosen
from rules.hearing.questions.values_said import read_all
from rules.hearing.values import Asked, Certainty, Line
from rules.hearing.words.index import Index
from rules.hearing.words.patterns import compiled

HISTORY, DELIVERS = "history", "delivers"
_DEMAND = "demand"
_MOODS = (
    "asks_givers", "asks_past", "was_before", "puzzled", "good_for", "reaches", "why_first", "has_noted", "is_one",
)  # fmt: skip
_JOINING = frozenset({"and", "so", "but", "also", "then", "ok", "okay", "well", "honestli"})
_OF_BEFORE = frozenset({"histori", "timelin"})
"""With one of these, what stood on a question before is asked for: "history of the labels"."""
_RUN = 4
"""Words one after another that a sentence of the rulebook and a message have in common, where it is quoted."""
_SEVERAL = 3
_SHORT = 4
"""Words of a question that asks nothing of its own beside what it quotes: "and that means?"."""
_IN_OPTIONS = frozenset({"ops", "source", "lookup", "failure", "hosting"})
"""Questions of which an answer may be said in the words of an architecture: "is training fine-tuning?"."""
_FEWEST = 2
"""So many such runs where no mark says that it is quoted: "has to be read" anybody may say."""
_CITING = ('"', "\u201c", "\u201e", "'it", "'its", "'your", "'an", "\n>")
_WHAT = (("what", "is"), ("what", "are"))
_ARTICLES = frozenset({"a", "an", "the", "your", "our"})
_BEHIND = frozenset({"and", "give", "do", "should", "why", "can", "with", "plus", "exampl", "is"})
"""How a second wish about the same word begins."""
_SAME = frozenset({"it", "that", "thi", "one", "exampl", "us", "thing", "need", "care"})
_OTHERS = frozenset({"who", "whose", "whom", "when", "how", "which"})
"""With one of these it is a question of its own."""
_MAY_ASK = re.compile(
    r"\b(?:verdict|decision|recommendation|outcome|before|earlier|yesterday|since|histor\w*|first|original\w*|"
    r"chang\w*|flip\w*|always|all along|still|became|become|last|held|hold|different|previous\w*|ago|used to|once)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w.-]+")
"""A name in the middle of a sentence: "read the stock from Workday"."""
_WITH_DOCUMENTS = re.compile(
    r"\b(?:sharepoint|confluence|notion|wiki|docs?|documents?|pdfs?|drive|handbook|manuals?|files?|pages?|articles?|"
    r"guidelines?|policies|policy|faqs?|help cent(?:er|re)|intranet|mails?|emails?|english|german|french|spanish)\b",
    re.IGNORECASE,
)
"""What holds documents, and no records: of these a reach into a system is not asked."""


def may_ask_of_the_past(text: str) -> bool:
    """Whether the words may ask what the verdict was before: only then is it looked up."""
    return _MAY_ASK.search(text) is not None


def explained(message: Message, line: Line) -> tuple[Asked, ...]:
    """What a message to the bot asks of these, where it asks nothing else."""
    if not line.mention:
        return ()
    found = {at: _each(one, message, line) for at, one in enumerate(message.sentences)}
    asks_once = line.open_fact is not None and any(found.values())  # "is that tuning? my boss says so. is it?"
    is_more = not asks_once and any(one.is_marked and not found[at] for at, one in enumerate(message.sentences))
    asked = [] if is_more else [each for several in found.values() for each in several]
    return tuple(one for at, one in enumerate(asked) if one not in asked[:at])


def _each(one: Sentence, message: Message, line: Line) -> tuple[Asked, ...]:
    stems = tuple(dropwhile(_JOINING.__contains__, one.stems))
    if _says("asks_givers", stems):
        return (Asked("who_answered", {"fact": ""}),)
    if _OF_BEFORE & {*stems[:_RUN]} and len(called := {hit.name for hit in hits(one).of("fact")}) == 1:
        return (Asked("who_answered", {"fact": called.pop()}),)
    past = _past(one, stems, message, line.said)
    if past or line.open_fact is not None:
        return past or _noted(one, stems, message) or _is_one(one, stems, message, line.open_fact or "")
    return (
        _word(one, stems)
        or _first(stems)
        or _quoted(one, message, line)
        or _matter(one, stems)
        or _reach(one, stems, line.text)
    )


def _past(one: Sentence, stems: tuple[str, ...], message: Message, said: Mapping[str, Value]) -> tuple[Asked, ...]:
    """What the verdict was before: at all, or why one is not what it was."""
    if _says("asks_past", stems):
        return (Asked(HISTORY, {"architecture": ""}),)
    names = [*dict.fromkeys(hit.name for hit in hits(one).of("architecture"))]
    behind = [stem for each in message.sentences[message.sentences.index(one) + 1 :] for stem in each.stems]
    if not names or not _says("was_before", (*stems, *behind)):
        return ()
    others = [name for name in names if name != chosen(said)]
    return (Asked(HISTORY, {"architecture": (others or names)[-1]}),)


def _noted(one: Sentence, stems: tuple[str, ...], message: Message) -> tuple[Asked, ...]:
    """Whether what somebody said before was taken, by the questions that they name: "did you get the source?"."""
    if not one.is_marked and len(message.sentences) == 1 and stems[:1] != ("did",):
        return ()
    if not _says("has_noted", stems):
        return ()
    named = [hit.name for each in message.sentences for hit in hits(each).of("fact")]
    read = [each.fact for told in message.sentences for each in read_all(told.text) if each.certainty is Certainty.OWN]
    facts = [*dict.fromkeys((*named, *read))][:_SEVERAL]
    return tuple(Asked("status_of_answers", {"fact": fact}) for fact in facts or [""])


def _is_one(one: Sentence, stems: tuple[str, ...], message: Message, open_fact: str) -> tuple[Asked, ...]:
    """Whether it comes to an architecture, asked before there is a verdict: what speaks against it so far."""
    names = {hit.name for hit in hits(one).of("architecture")}
    is_asked = any(each.is_marked for each in message.sentences) and open_fact not in _IN_OPTIONS
    if len(names) != 1 or not is_asked or not _says("is_one", stems):
        return ()
    return (Asked("why_not", {"architecture": next(iter(names))}),)


def _word(one: Sentence, stems: tuple[str, ...]) -> tuple[Asked, ...]:
    """A word of the glossary, with an example or whether it is needed: "what is MCP and do we need it"."""
    ahead = len(one.stems) - len(stems)
    at = next((at for at in range(len(stems) - 1) if stems[at : at + 2] in _WHAT), -1)
    if at < 0:
        return ()
    start = at + 2 + (stems[at + 2 : at + 3] != () and stems[at + 2] in _ARTICLES)
    found = hits(one)
    term = next((hit for hit in found.of("term") if hit.start - ahead == start), None)
    rest = stems[term.end - ahead :] if term is not None else ()
    if term is None or not rest or rest[0] not in _BEHIND or _SAME.isdisjoint(rest) or not _OTHERS.isdisjoint(rest):
        return ()
    behind = {hit.name for kind in ("architecture", "fact") for hit in found.of(kind) if hit.start >= term.end}
    if behind - {"examples", "evals"}:  # "an example" is none of theirs, and no more is "the bar"
        return ()
    others = [hit.name for hit in found.of("term") if hit.start >= term.end and "exampl" not in rest]
    first = Asked("glossary", {"term": term.name, "more": "example" if "exampl" in rest else "matters"})
    return (first, *(Asked("glossary", {"term": other}) for other in dict.fromkeys(others)))


def _first(stems: tuple[str, ...]) -> tuple[Asked, ...]:
    """Why the roadmap begins as it does: "why measure first, we want to ship"."""
    return (Asked("next", {"why": "first"}),) if _says("why_first", stems) else ()


def _quoted(one: Sentence, message: Message, line: Line) -> tuple[Asked, ...]:
    """The row of which a sentence is said again, by somebody who asks what it means."""
    is_short = one.is_marked and len(one.stems) <= _SHORT and not hits(one).has("architecture")
    is_puzzled = is_short or _says("puzzled", one.stems)
    if not is_puzzled:
        return ()
    texts = (one, *message.quoted, *(each for each in message.sentences if each is not one))
    counted: dict[str, int] = {}
    for text in texts:
        for run in _runs(text.stems):
            for row in _rows_by_run().get(run, ()):
                counted[row] = counted.get(row, 0) + 1
    is_cited = any(mark in line.text for mark in _CITING) or bool(message.quoted)
    if max(counted.values(), default=0) < (1 if is_cited else _FEWEST):
        return ()
    row = max(counted, key=counted.__getitem__)
    demand, _, architecture = row.partition(" ")
    slots = {"demand": demand, "architecture": architecture}
    return (Asked(DELIVERS, slots) if architecture else Asked("why", {"row": row}),)


def _runs(stems: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every run of so many words."""
    return (stems[at : at + _RUN] for at in range(len(stems) - _RUN + 1))


@lru_cache(maxsize=1)
def _rows_by_run() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Run of words -> the rows whose claims hold it: the id of one, or of a delivery its demand and architecture."""
    claims = [(row.id, row.claim) for row in FRAMEWORK.demand_rows]
    claims += [(f"{row.demand} {row.architecture}", row.claim) for row in FRAMEWORK.delivery_rows]
    claims += [(row.id, row.claim) for row in FRAMEWORK.prerequisite_rows]
    found: dict[tuple[str, ...], list[str]] = {}
    for row, claim in claims:
        for run in _runs(sentence(claim).stems):
            found.setdefault(run, []).append(row)
    return {run: tuple(rows) for run, rows in found.items()}


def _matter(one: Sentence, stems: tuple[str, ...]) -> tuple[Asked, ...]:
    """Why an architecture is good or bad for one thing that can be demanded: "why is it weak on citations"."""
    behind = max((each.end for each in _phrases().standing(stems, "good_for")), default=0)
    names = {hit.name for hit in hits(one).of("architecture") if hit.end <= behind + len(one.stems) - len(stems)}
    if len(names) != 1:
        return ()
    named = [(each.start, each.means[1]) for each in _phrases().standing(stems, _DEMAND) if each.start >= behind]
    slots = {"demand": min(named)[1], "architecture": next(iter(names))} if named else {}
    return (Asked(DELIVERS, slots),) if named else ()


def _reach(one: Sentence, stems: tuple[str, ...], text: str) -> tuple[Asked, ...]:
    """Whether an architecture, or the one chosen, can read what a system holds now."""
    if not _says("reaches", stems) or _WITH_DOCUMENTS.search(text):
        return ()
    is_named = any(each.group().casefold() in one.text for each in _NAME.finditer(text))
    if not is_named and not stands(phrases_in(moods()["systems"]), stems):
        return ()
    names = [*dict.fromkeys(hit.name for hit in hits(one).of("architecture") if _is_whole(stems, hit.start, hit.end))]
    return (Asked(DELIVERS, {"demand": "live_data", "architecture": names[0] if len(names) == 1 else ""}),)


def _is_whole(stems: tuple[str, ...], start: int, end: int) -> bool:
    """Whether an architecture is called by its name: "query the database" only says what it would do."""
    return end - start == 1 and stems[start : start + 1] != ("sql",)


def _says(kind: str, stems: tuple[str, ...]) -> bool:
    """Whether a phrase of this kind stands in it."""
    return any(True for _ in _phrases().standing(stems, kind))


@lru_cache(maxsize=1)
def _phrases() -> Index[tuple[str, str]]:
    """The phrases that ask so, by their mood, and those by which demands are called."""
    rows = [((mood, ""), moods()[mood]) for mood in _MOODS]
    rows += [((_DEMAND, each.name), each.phrases) for each in demand_names()]
    return Index((means, compiled(phrase, groups())) for means, text in rows for phrase in phrases_in(text))
