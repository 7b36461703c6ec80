"""Whether a line asks at all, by its shape: then it is never an answer."""

from collections.abc import Sequence
from itertools import pairwise

from rules.hearing.amounts.scales import PER_DAY, SECONDS, TOKENS
from rules.hearing.values import Line
from rules.hearing.words.patterns import COURTESIES
from rules.hearing.words.phrases import stemmed
from rules.hearing.words.pieces import BREAKS, stems_of

_ASKING = frozenset(
    {
        "what",
        "what's",
        "whats",
        "why",
        "how",
        "who",
        "which",
        "when",
        "where",
        "whose",
        "doe",
        "did",
        "should",
        "could",
        "can",
        "do",
        "is",
        "are",
        "would",
        "will",
        "may",
    }
)
_ALWAYS = frozenset({"what", "whats", "why", "who", "which"})
_LETTERS = {"".join(sorted(word)): word for word in ("what", "when", "which", "where", "would", "should")}
"""Words that ask, by their letters in order."""
_LEAST = 2
_VERBS = frozenset({"is", "was", "are", "were", "mean", "make", "would", "will", "can", "did", "doe"})
_PEOPLE = frozenset({"i", "we", "they", "peopl", "user", "custom", "team"})
_WANTING = frozenset({"want", "need", "expect", "wish", "look", "requir", "like"})
_WHOSE, _IS = (
    frozenset({"the", "our", "my", "their", "his", "her", "i", "we", "they", "he", "she", "it"}),
    frozenset({"is", "was", "are", "were"}),
)
"""What follows a "what" that is no question: "what the agency did is poor"."""
_GIVING = stems_of("pastes types sends writes uploads brings enters dictates")
"""What people do with a request: "just what the clerk pastes in" is where the truth lives."""
_SAID = frozenset({"said", "wrote", "told", "answer", "name"})
"""What somebody "said" is repeated: "what Lena said, weekly"."""
_SOON = 4
_BETWEEN = frozenset({"would", "doe", "do"})
_LEADING, _BY_THE_WAY = frozenset({"and", "but", "also", "btw"}), ("by", "the", "way")
"""What leads to a question behind something else."""
_BEFORE_ASKING = frozenset({"for", "in", "at", "to", "by", "on", "from"})
"""Small words before the one that asks: "for what do you need that"."""
_UNITS = frozenset({*PER_DAY, *SECONDS, *TOKENS, "document", "request", "user", "class", "label", "exampl"})
_AROUND_UNITS = stems_of("do per a an in by the each every or is are that it this counted meant measured you mean") | {
    "/"
}
_BEGUN = frozenset({"mani", "much", "do", "is", "are", "can", "long", "big", "often", "fast", "small", "larg"})
"""What follows the first word of a question that no mark ends: "how much"."""
_JUDGED = stems_of("lot enough much many few little ok okay fine normal good bad big small fast slow")
"""How an amount is, in a question about it."""
_WHO = frozenset({"i", "we", "you", "it", "they", "there"})
_SUBJECTS = _WHO | {"this", "that", "the", "a"}


def is_asked_outright(stems: Sequence[str]) -> bool:
    """Whether words without a question mark can only ask: "why did you ask"."""
    return (
        len(stems) > _LEAST
        and not _goes_on(stems, stems)
        and stems[0] in _ALWAYS | {"how"}
        and stems[1] in _ASKING - _ALWAYS
    )


def _goes_on(words: Sequence[str], stems: Sequence[str]) -> bool:
    """Whether it only goes on about what was said, or says what is wanted: "which is her job", "what we want is"."""
    if "?" in stems:
        return False
    says_what = words[0] == "what" and any(
        who in _PEOPLE and does in _WANTING for who, does in pairwise(words[1:_SOON])
    )
    says_what = says_what or (words[0] == "what" and words[1] in _WHOSE and bool(_IS & {*words[_LEAST + 1 :]}))
    says_what = says_what or (
        words[0] == "what" and words[1] in _WHOSE and not _GIVING.isdisjoint(words[2 : _SOON + 1])
    )
    is_quoted = words[0] == "what" and bool(_SAID & {*words[2:_SOON]}) and words[1] not in _ASKING
    return says_what or is_quoted or (words[0] == "which" and words[1] in _VERBS)


def _spelled(words: Sequence[str]) -> list[str]:
    """The words, one whose letters make another that asks as that one: "waht", "wehn"."""
    return [_LETTERS.get("".join(sorted(word)), word) for word in words]


def is_question(typed: Line, stems: Sequence[str]) -> bool:
    """Whether it begins as questions do."""
    words = [word for word in stems if word not in BREAKS and word not in COURTESIES | _LEADING]
    words = [*_spelled(words[:1]), *words[1:]]
    words = words[len(_BY_THE_WAY) :] if tuple(words[: len(_BY_THE_WAY)]) == _BY_THE_WAY else words
    if words and words[0] in _BEFORE_ASKING and _ALWAYS & set(words[1:2]) and ("?" in stems or "you" in words):
        return True
    is_short = len(words) < _LEAST and not (words == ["why"] and "?" in stems)
    if is_short or words[0] not in _ASKING or (":" in stems and "?" not in stems):
        return False
    if words[0] == "how" and typed.open_fact == "lookup" and "?" not in stems:
        return False
    tells_of_a_case = words[0] in {"when", "where"} and words[1] not in _ASKING and "?" not in stems
    if tells_of_a_case or _goes_on(words, stems) or words[:2] == ["will", "do"]:  # "when we feed it more, it forgets"
        return False
    if words[0] in _ALWAYS or "?" in stems or _is_turned(words) or _asks_how_much(words):
        return True
    is_between = words[0] in _BETWEEN and "or" in words and words[1] != "be"  # "would jira count as A or as B"
    is_begun = words[0] in {"doe", "did"} or (words[0] != "do" and words[1] in _SUBJECTS | _BEGUN)
    return typed.mention and words[1] != "not" and (is_between or is_begun)  # "doesn't matter" tells


def _is_turned(words: Sequence[str]) -> bool:
    """Whether only a question puts its verb and "not" before who does it: "can't we just send it all along"."""
    return words[1] == "not" and not _WHO.isdisjoint(words[2:3])


def _asks_how_much(words: Sequence[str]) -> bool:
    """Whether it asks what an amount comes to, or what to think of it: "how many pages are 100k", "is 500 enough"."""
    comes_to = words[0] == "how" and words[1] in _BEGUN and not _VERBS.isdisjoint(words[2:])
    return comes_to or (words[0] in _IS and words[1][:1].isdigit() and not _JUDGED.isdisjoint(words[-2:]))


def asks(typed: Line) -> bool:
    """Whether a line asks something, by its mark or by how it begins."""
    return "?" in typed.pieces or is_question(typed, stemmed(typed.pieces))


def is_between_units(stems: Sequence[str]) -> bool:
    """Whether it asks in which unit a number is wanted, and says nothing else: "per day or per month?"."""
    words = [word for word in stems if word not in BREAKS and word not in COURTESIES]
    carrying = [word for word in words if word not in _AROUND_UNITS]
    return "?" in stems and "or" in words and len(carrying) > 1 and all(word in _UNITS for word in carrying)
