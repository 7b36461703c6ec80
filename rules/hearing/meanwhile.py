"""What a line asks while a question stands open, and the answer that stands before it."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from rules.facts import Value
from rules.hearing.acts import asking
from rules.hearing.answering import answer
from rules.hearing.evidence.evidence import HERE, Evidence, Mark, evidence
from rules.hearing.evidence.leaning import share_of
from rules.hearing.evidence.statements import size_of
from rules.hearing.questions import read_questions
from rules.hearing.values import Asked, Control, Heard, Line, QuestionReading, Word, each_in
from rules.hearing.words.patterns import COURTESIES, NEGATIONS
from rules.hearing.words.phrases import phrases, steering, stemmed
from rules.hearing.words.pieces import BREAKS, stems_of

_SENTENCE_ENDS = frozenset({".", "?", "!", ";"})
_POINTING = frozenset({"that", "this", "it", "those", "these", "they"})
_TOLD_OF = frozenset({"you", "they", "peopl", "nobodi", "one"})
"""Who does not find something, where a line tells of it and asks for nothing."""
_ASK = frozenset({"ask", "wonder"})
_USERS = stems_of(
    "they people folks users customers clients tenants patients staff employees agents visitors everybody"
)
"""Whose questions are told of, and not put to the bot."""
_APART = stems_of("differ differs difference distinguish distinction apart")
_IN_TURN = frozenset({"first", "firstli", "second", "secondli", "third", "last", "lastli", "also", "one", "two"})
"""With these alone questions are put one after the other."""
_FEW, _LONGEST = 4, 25
"""Words of an answer that names no matter, and of one that does."""
_ABOUT = 0.3
"""From this share on they are about the open question."""
_BEHIND = 2
"""Words that may follow what asks for the outcome: "does that change anything?"."""
_A_STATEMENT = 4
"""Words by which somebody answers before they pass on."""
_GOING_ON = frozenset({"next", "move"})
"""With these people go on once they have answered, in however few words: "mixed. next question"."""
_STARTED = frozenset({"examples", "failure", "evals"})
"""Questions that are answered by what has yet to be begun."""
_SUPPOSING = frozenset({"if", "suppos", "assum", "what", "say"})


def is_between_options(typed: Line, stems: Sequence[str]) -> bool:
    """Whether a question asks under which of the open question's options something falls: "is Notion X or Y?"."""
    fact = typed.open_fact
    if fact is None or "or" not in stems or not typed.mention:
        return False
    marks = evidence(typed.pieces, {fact}, fact).get(fact, Evidence(fact)).marks
    return len({mark.values for mark in marks}) > 1


def of_a_word(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What a line asks that repeats a word of the open question: "consistent meaning what exactly" answers nothing."""
    kinds = ("asking_meaning", "asking_meaning_marked") if stems[-1] == "?" else ("asking_meaning",)
    places = (place for kind in kinds for place in phrases(kind).places(stems))
    is_asked = any(not _is_explained(typed.pieces, start) for start, _ in places)
    if typed.open_fact is None or not is_asked:
        return None
    asked = read_questions(typed).questions
    questions = tuple(each for each in asked if each.intent == "glossary" and each.slots.get("term"))
    questions = questions or (Asked("glossary", {"term": ""}),)
    return Heard(questions=questions if typed.mention else (), silent=not typed.mention)


def _is_explained(words: Sequence[str], at: int) -> bool:
    """Whether somebody says what they mean: "I mean what we have today", "I only meant who may see it"."""
    return words[at] == "mean" or (words[at] == "meant" and not {"i", "we"}.isdisjoint(words[max(0, at - 2) : at]))


def of_a_case(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What a line asks that ends with under which option its case falls: "if it is a code, which option is that"."""
    start = max((at + 1 for at, word in enumerate(stems[:-1]) if word in BREAKS), default=0)
    is_asked = start > 0 and start in {at for at, _ in phrases("asking_which").places(stems)}
    if typed.open_fact is None or not is_asked:
        return None
    return Heard(questions=(Asked("glossary", {"term": ""}),) if typed.mention else (), silent=not typed.mention)


def of_the_end(typed: Line, tail: Sequence[str]) -> QuestionReading:
    """What a line ends by asking: "is that ..." behind a statement asks under which option it falls.

    Where it asks what comes of that statement, the whole line is asked, as it would be after the verdict.
    """
    if len(tail) < len(typed.pieces) and _outcome(stemmed(typed.pieces)) == len(typed.pieces) - len(tail):
        return questions_only(read_questions(replace(typed, open_fact=None)))
    asked = read_questions(replace(typed, pieces=tuple(tail), text=" ".join(tail)))
    if tail[1:2] and tail[1] in _POINTING:
        found = tuple(each for each in asked.questions if each.intent == "glossary")
        return QuestionReading(found or (Asked("glossary", {"term": ""}),))
    return questions_only(asked)


def questions_only(asked: QuestionReading) -> QuestionReading:
    """What is asked, without what a question seems to change."""
    return replace(asked, questions=tuple(each for each in asked.questions if each.intent != "change_answer"))


def last_asked(typed: Line) -> tuple[str, ...]:
    """What a line ends with, if that is a question of its own: "we have two tables, does that count as systems?"."""
    outcome = _outcome(stemmed(typed.pieces))
    if outcome:
        return typed.pieces[outcome:]
    starts = [at + 1 for at, piece in enumerate(typed.pieces[:-1]) if piece in BREAKS]
    tail = typed.pieces[starts[-1] :] if starts else ()
    if typed.pieces[-1:] != ("?",) and not asking.is_asked_outright(stemmed(tail)):
        return ()
    return tail if tail and asking.is_question(typed, stemmed(tail)) else ()


def _outcome(stems: Sequence[str]) -> int:
    """Where a line ends by asking what comes of what it says before: "..., what then"; 0 where it does not."""
    places = phrases("asking_outcome").places(stems)
    return next((start for start, end in places if start and len(stems) - end <= _BEHIND), 0)


def named_plainly(asked: QuestionReading, stems: Sequence[str]) -> QuestionReading:
    """What is asked without the form of a question, while one stands open: only what names what it is about."""
    is_reported = any(ask in _ASK and who in _USERS for who, ask in pairwise(stems))  # "they ask where's my refund"
    tells = stems[0] in _TOLD_OF and not NEGATIONS.isdisjoint(stems)  # "you won't find it in the docs"
    named = tuple(
        each
        for each in asked.questions
        if not (tells and each.intent == "record")
        if not (is_reported and each.intent == "unknown")
        if each.intent != "change_answer" and (each.slots or each.intent != "glossary")
        if each.intent != "what_if" or _SUPPOSING & set(stems)
    )
    return QuestionReading(tuple(each for each in named if each.slots.get("term", "-")))


def answered_beside(typed: Line, questions: Sequence[Asked]) -> dict[str, Value]:
    """The open question's answer that stands beside these questions, unless they suppose it."""
    points = any(each.intent == "glossary" and not each.slots.get("term") for each in questions)
    supposed = {change for each in questions for change in each.changes.items()}
    named = {*stemmed([word for each in questions for word in each.intent.split("_")])}
    told = _told_beside(typed, named, points_back=points).items()
    return {fact: value for fact, value in told if (fact, value) not in supposed}


def _told_beside(typed: Line, named: AbstractSet[str], *, points_back: bool) -> Mapping[str, Value]:
    """The open question's answer in what asks nothing: "weekly, I think. Why does it matter?", "weekly, and who ...".

    Behind a comma a question may ask about what stands before it: "a shared list, is that documents?". Who greets,
    counts questions or tells a story before one answers nothing; and who asks first what the words of a value mean
    does not say that value: "what is an index? we have only the search of the mail".
    """
    told: list[str] = []
    asked: list[str] = []
    sentence: list[str] = []
    fact, is_about = typed.open_fact or "", False
    for at, piece in enumerate((*typed.pieces, "."), 1):
        sentence.append(piece)
        asks_behind = piece == "," and asking.is_question(typed, stemmed(typed.pieces[at:]))
        if piece in _SENTENCE_ENDS or (asks_behind and (not points_back or _is_in_turn(sentence))):
            is_told = _may_tell(typed, sentence)
            is_about = is_about or (is_told and _is_about(fact, stemmed(sentence)))
            (told if is_told else [] if told else asked).extend(sentence)
            sentence = []
    words = stemmed(told)
    is_about = is_about or size_of(words) <= _FEW or _is_about(fact, words)
    if not told or told[: len(typed.pieces)] == list(typed.pieces) or not is_about or {*words} - BREAKS <= named:
        return {}  # "review, who does it?" only names what it asks about
    values = {mark.values for mark in _marks(told, fact)}
    if len(values) > 1 and not _APART.isdisjoint(stemmed(typed.pieces)):
        return {}  # "golden set, continuous... how do they differ?"
    saves = answer(replace(typed, pieces=tuple(told)), words).saves
    meant = {value for mark in _marks(asked, fact) for value in mark.values}
    return saves if fact in saves and not meant & each_in(saves[fact]) else {}


def _is_about(fact: str, words: Sequence[str]) -> bool:
    """Whether words that tell no story are about a question."""
    return size_of(words) <= _LONGEST and share_of(fact, words) >= _ABOUT


def _marks(words: Sequence[str], fact: str) -> list[Mark]:
    """What speaks plainly for a value of a question."""
    return [mark for mark in evidence(words, {fact}, fact).get(fact, Evidence(fact)).marks if mark.grade >= HERE]


def _may_tell(typed: Line, sentence: Sequence[str]) -> bool:
    """Whether a sentence may hold an answer: it asks nothing, and neither greets nor counts, as "first," does."""
    stems = stemmed(sentence)
    if sentence[-1] == "?" or len(sentence) == 1 or asking.is_question(typed, stems):
        return False
    return not (phrases("greeting").places(stems) or _is_in_turn(sentence))


def _is_in_turn(sentence: Sequence[str]) -> bool:
    """Whether it only counts what is asked: "First, ..."."""
    return {*stemmed(sentence)} - BREAKS <= _IN_TURN


def is_answered(typed: Line, stems: Sequence[str], control: Control) -> bool:
    """Whether what sounds like an order only closes an answer: "nobody clicks a source, leave it out"."""
    last = max((at for at, word in enumerate(stems[:-1]) if word in BREAKS), default=0)
    goes_on = bool(_GOING_ON & {*stems[last:]}) and not NEGATIONS.issuperset({*stems[:last]} - COURTESIES - BREAKS)
    is_start = control.word == Word.RESTART and typed.open_fact in _STARTED and last > 0  # "zero, start from scratch"
    is_passing = control.word == Word.SKIP and typed.open_fact is not None and (last >= _A_STATEMENT or goes_on)
    if not (is_start or is_passing):
        return False
    if any(start < last for start, _ in steering()[control.word].places(stems)):  # "won't answer that, next"
        return False
    said = typed.pieces[:last]
    before = replace(typed, pieces=said, text=" ".join(said))
    return answer(before, stems[:last]).saves.get(typed.open_fact or "") is not None
