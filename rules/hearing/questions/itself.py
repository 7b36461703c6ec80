"""What is asked of the bot itself, and for the verdict as such: "where is this stored?", "what's the verdict?".

Neither is a question about the decision: what the bot is stands in rows of its own (itself.toml), and the verdict is
only to be shown again.
"""

import re
from functools import lru_cache
from itertools import dropwhile

from rules.catalog.asking import groups, itself, moods, phrases_in
from rules.hearing.questions.cutting import Message, Sentence
from rules.hearing.questions.cutting import sentence as cut_sentence
from rules.hearing.questions.matching import is_courtesy, stands
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.values import IDLE, Asked, Line
from rules.hearing.words.index import Index
from rules.hearing.words.patterns import compiled

ABOUT_BOT, VERDICT = "about_bot", "verdict"
ADDRESSED = frozenset({ABOUT_BOT, VERDICT, IDLE, "unknown"})
"""What is answered only where the bot is asked: people ask each other who can see this."""
_TASKS = re.compile(r"(?:our |my |the )?golden (?:tasks?|questions?) : \w")
"""Golden tasks that somebody lists, as if they were taken from here."""
_WEAK = "weakest/weak/weaker/shakiest/shaky/thinnest/softest/soft link/point/part/spot/side/reason"
"""What is asked for of the verdict, and not the verdict itself."""
_JOINING = frozenset({"and", "so", "but", "also", "plus", "then"})


def of_itself(message: Message, line: Line) -> tuple[Asked, ...]:
    """What a message said to the bot asks of it, or for the verdict, where it asks nothing else.

    While a question stands open there is no verdict yet: what it would be so far is asked.
    """
    told = [one for one in message.sentences if one.is_marked or not is_courtesy(one)]
    found = [_each_of(one, line.open_fact) for one in told] if line.mention else []
    asked_of_it = [one for several in found for one in several]
    return () if () in found else tuple(one for at, one in enumerate(asked_of_it) if one not in asked_of_it[:at])


def _each_of(sentence: Sentence, open_fact: str | None) -> tuple[Asked, ...]:
    """What one sentence asks of it: "where is this stored, and who can read it?" asks twice."""
    pieces = sentence.text.split()
    for at in (at for at, piece in enumerate(pieces) if piece == "and"):
        texts = (" ".join(each).rstrip(" ,") for each in (pieces[:at], pieces[at + 1 :]))
        halves = [heard_of_itself(cut_sentence(text, is_marked=sentence.is_marked), open_fact) for text in texts]
        if all(halves) and halves[0] != halves[1]:
            return tuple(one for half in halves for one in half)
    return heard_of_itself(sentence, open_fact)


def about_bot(clause: Clause) -> tuple[Asked, ...]:
    """The same of one clause beside others; what was said before may make it another verdict, or another choice."""
    found = heard_of_itself(clause.sentence, None)
    return () if clause.scene.sentences and found == asked(VERDICT) else found


def heard_of_itself(sentence: Sentence, open_fact: str | None) -> tuple[Asked, ...]:
    """The same of one sentence."""
    if _TASKS.match(sentence.text):
        return asked(ABOUT_BOT, topic="tasks")
    stems = tuple(dropwhile(_JOINING.__contains__, sentence.stems))
    topic = min((each.means[::-1] for each in _rows().standing(stems)), default=(0, ""))[1]
    if topic == VERDICT and stands(_WEAK, stems):
        return ()
    if topic == VERDICT:
        return asked(VERDICT) if open_fact is None else asked("how_sure")
    if topic and open_fact in itself()[topic].unless:  # "who can see this?" where that is what is asked
        return asked("glossary", term="")
    return asked(ABOUT_BOT, topic=topic) if topic else ()


@lru_cache(maxsize=1)
def _rows() -> Index[tuple[str, int]]:
    """The topics with their places among the rows: the first one of which a phrase stands in a sentence is asked."""
    rows = [(topic, row.asked) for topic, row in itself().items()]
    rows += [(VERDICT, moods()[mood]) for mood in ("shows_verdict", "sums_up")]
    told = enumerate((topic, phrase) for topic, text in rows for phrase in phrases_in(text))
    return Index(((topic, place), compiled(phrase, groups())) for place, (topic, phrase) in told)
