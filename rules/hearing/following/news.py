"""What a line tells of the roadmap's items by their names: done, not done after all, or on the way.

Read clause by clause: "golden tasks and baseline are done, the index is not" tells of three. What a clause says of
something else is left as it was typed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rules.hearing.following.around import REACTIONS, opening, tail
from rules.hearing.following.marking import MARK, Named, marked
from rules.hearing.following.tick_orders import TICKING


class State(StrEnum):
    """How it stands with an item, as somebody tells it."""

    DONE = "done"
    OPEN = "open"
    """Not done, or not any more."""
    UNDERWAY = "underway"
    """Begun, planned, or done in part."""
    UNWANTED = "unwanted"
    """Not needed, somebody says."""


@dataclass(frozen=True, slots=True)
class News:
    """One item of which something is told: the places of the items that go by its name, and how it stands."""

    items: tuple[int, ...]
    state: State


@dataclass(frozen=True, slots=True)
class Told:
    """The news of a line, at least one, and what it says beside them, as it was typed."""

    news: tuple[News, ...]
    beside: str = ""
    proof: str = ""
    """What stands behind the news and shows it: "62 of 100"; it says nothing else."""


_ADV = r"(?:(?:now|finally|already|all|also|just|at last|fully|completely|officially|both)\s+)*"
_BE = r"(?:is|are|was|were|got|has been|have been|'s|s)"
_DONE = (
    r"(?:done|finished|complete|completed|ready|through|in place|sorted|settled|closed|ticked(?: off)?|good to go"
    r"|checked(?: off)?)\b"
)
_VERBED = (
    r"(?:measured|taken|built|written(?: down)?|set up|setup|agreed(?: on| upon)?|created|made|defined|implemented"
    r"|deployed|shipped|merged|integrated|wired(?: up)?|automated|established|recorded|logged|released|rolled out"
    r"|collected|switched on|added)\b"
)
_THERE = r"(?:up and running|up|running|live|working|in ci|in production|in prod|online)\b"
_RUNS = r"(?:runs|run|works|work|exists?)\b"
_PAST = (
    r"(?:finished|completed|did|done|measured|took|built|wrote(?: down)?|written(?: down)?|set up|created|made"
    r"|implemented|deployed|shipped|merged|ran|run|defined|agreed(?: on)?|collected|automated|integrated|added"
    r"|wrapped up|closed)"
)
_WHO = (
    r"(?!(?:what|who|how|why|when|where|which|if|to|can|could|should|did|does|do|have|has|is|are|was)\b)"
    r"@?[^\W\d_][\w.'-]*(?:\s[^\W\d_][\w.'-]*)?"
)
_HAVE = r"(?:\s*'(?:ve|s|d)|\s+(?:have|has|had|did))?"
_ORDER = r"(?:tick|check|mark|cross|strike|close)(?:\s+(?:off|out))?"
_TICKED = (
    r"(?:(?:i|we)\s*(?:'m|'re|'ve|am|are|have|just)?\s+)?(?:(?:ticking|ticked)(?:\s+off)?|(?:checking|checked)\s+off)"
)
_SIGN = r"(?:✅|☑|✔|:white_check_mark:|:heavy_check_mark:|:ballot_box_with_check:)\W*"
_TAIL = r"(?P<tail>(?:(?:\s*[:(-]\s*|\s+).{1,120})?)"
_OPENING = opening(
    REACTIONS, "news", "fyi", "btw", "hey", "hi", "good news", "update", "well", "then", "also", mark=":?"
)
_TELLING = tuple(
    re.compile(f"{_OPENING}{form}")
    for form in (
        rf"{MARK}\s*[:=-]?\s*{_ADV}(?:{_BE}\s+)?{_ADV}(?:{_DONE}|{_SIGN}){_TAIL}",
        rf"{MARK}\s+{_ADV}(?:{_BE}\s+)?{_ADV}{_VERBED}{_TAIL}",
        rf"{MARK}\s+{_ADV}{_BE}\s+{_ADV}{_THERE}{_TAIL}",
        rf"(?:we|i|{_WHO}){_HAVE}\s+{_ADV}{_PAST}\s+(?:with\s+)?{MARK}{_TAIL}",
        rf"(?:we|i)\s+(?:now|finally|at last)\s+have\s+{MARK}{_TAIL}",
        rf"(?:we|i)\s+have\s+{_ADV}{MARK}\s+(?:now|at last|finally|in place|ready|running|set up){_TAIL}",
        rf"{_ADV}(?!run\b|set up\b){_PAST}\s+(?:with\s+)?{MARK}{_TAIL}",
        rf"(?:{_DONE}\s*(?:[:-]|\bwith\b)|{_SIGN})\s*{MARK}{_TAIL}",
        rf"{MARK}\s+{_BE}\s+{_ADV}on(?:\s+(?:now|since|in prod|everywhere)\b.*)?",
        rf"{_ORDER}(?:\s*:\s*|\s+){MARK}(?:\s+(?:off|out|(?:as\s+)?{_DONE}))?{tail('too', 'for me', 'for us')}",
        rf"{_TICKED}\s+{MARK}(?:\s*[:(–-]\s*(?P<tail>.{{1,120}})|{tail('too', 'for me', 'for us')})",
    )
)
_RUNNING = re.compile(rf"{_OPENING}{MARK}\s+{_ADV}{_RUNS}{_TAIL}")
_TICKS = re.compile(rf"\s*{_OPENING}(?:{TICKING}|{_TICKED}\b)")
_JOINED = re.compile(r"[;!.\n]\s*\S|\b(?:and|but|plus|also)\b|\?", re.IGNORECASE)
"""Where a line goes on to something else."""
_TICKING = re.compile(rf"{_OPENING}{TICKING}(?P<told>[^?]*{MARK}.*)")
"""What is ticked by the word before it, whatever it tells of the item: "ticking: the suite runs in CI since Friday"."""
_AGAIN = (
    rf"{MARK}\s*[:=-]?\s*{_BE}?(?:\s+still|\s+actually)*(?:\s*n'?t|\s+(?:not|open|missing|undone))\b.*",
    rf"(?:untick|uncheck|un-tick|reopen|re-open)\s+{MARK}(?:\s+again|\s+please)*",
    rf"(?:mark|set|tick)\s+{MARK}\s+(?:as\s+)?(?:open|not done|undone|to do|todo|unfinished)(?:\s+again)?",
    (
        r"(?:we|i)(?:\s+have|'ve)?\s*(?:did\s*n't|did not|have\s*n't|have not)\s+(?:yet\s+)?(?!only\b)\w+\s+"
        rf"(?:with\s+)?{MARK}.*"
    ),
)
_SO_FAR = r"(?:(?:still|now|currently)\s+)*"
_WILL = r"(?:'ll|will|are going to|am going to|is going to|plan to)"
_UNDERWAY = (
    (
        rf"(?:(?:we|i|{_WHO})\s*(?:'re|'m|'s|are|am|is)?\s+)?{_SO_FAR}"
        r"(?:working on|started(?: on| with)?|starting(?: on| with)?|began|begun|busy with|doing|building|measuring"
        rf"|writing(?: down)?|setting up|halfway through|half way through)\s+{MARK}.*"
    ),
    (
        rf"{MARK}\s*[:=-]?\s*(?:{_BE}\s+)?{_SO_FAR}(?:in progress|underway|under way|wip|begun|started|on its way"
        r"|almost|nearly|half|partly|partially|mostly|being|coming|in the works|in the making|planned)\b.*"
    ),
    rf"{MARK}\s*(?:will|'ll|is going to|are going to|gonna)\b.*",
    rf"(?:we|i|{_WHO})\s*{_WILL}\s+\w+\s+(?:down\s+)?{MARK}.*",
    rf"(?:(?:we|i)\s*(?:'re|'m|are|am)?\s+)?(?:almost|nearly|half|partly)\s+{_DONE}\s+with\s+{MARK}.*",
)
_OFF = r"(?:off|from|out of)\s+(?:the\s+)?roadmap"
_UNWANTED = (
    rf"(?:we|i)\s+(?:do not|don'?t)\s+(?:really\s+)?(?:need|want)\s+{MARK}.*",
    rf"(?:skip|drop|remove|delete|forget|ignore|leave out)\s+{MARK}(?:\s+{_OFF})?",
    rf"take\s+{MARK}\s+{_OFF}",
    rf"{MARK}\s+(?:is|are)\s*(?:n't|not)\s+(?:needed|necessary|wanted|for us)\b.*",
)
_OTHERWISE = (
    (State.UNWANTED, tuple(re.compile(f"{_OPENING}{form}") for form in _UNWANTED)),
    (State.UNDERWAY, tuple(re.compile(f"{_OPENING}{form}") for form in _UNDERWAY)),
    (State.OPEN, tuple(re.compile(f"{_OPENING}{form}") for form in _AGAIN)),
)
_DOUBT = re.compile(
    r"n't\b|\b(?:not|never|no|without|almost|nearly|half|halfway|partly|partially|mostly|soon|will|going to|gonna"
    r"|should|must|could|would|plan|planned|tomorrow|next|until|till|if|once|when|unless|except|wrong|broken|useless|outdated"
    r"|old|todo|missing|hopefully|maybe|probably|said|says|thinks?)\b"
)
_OFTEN = re.compile(r"\b(?:daily|weekly|hourly|monthly|nightly|every|each)\b")
"""How often something is done is no news of it: "the index is built weekly". Whatever runs by night is there."""
_SCORED = re.compile(
    rf"{_OPENING}{MARK}\s+{_ADV}(?:(?:is|was|are|got|gets|scored|scores|reached|at|came out|stands|about)\s+)+"
    r"(?P<tail>\d.*)"
)
"""What shows that something was measured: "the baseline was 71%"."""
_MEASURED = "baseline"
_OF_IT = re.compile(r"(?:it|that|this|they|because|which|so|since)\b")
"""How a clause goes on about the item that was named before it."""
_CLAUSE = re.compile(
    r"\s*(?:[;!\n]+|,(?!\d)|\.(?=\s|$)|(?<=[?])|(?:,\s*)?\b(?:and(?! running)|but|plus)\b|\s&\s)\s*", re.IGNORECASE
)
_NAME_ALONE = re.compile(rf"(?:also\s+)?{MARK}(?:\s+(?:too|as well|please))?")
_SHOWS = re.compile(
    r"(?:(?:it|we)\s+)?(?:(?:got|scored|passed|reached|is at|are at|was|at|score|result|with)\b:?\s*)*\d.{0,60}|https?://\S+"
)
"""A clause that shows what was told: "62 of 100"."""
_NUMBER = re.compile(r"\d|https?://")
_LONGEST = 300


def read_news(text: str, items: Sequence[Named]) -> Told | None:
    """What the line tells of these items; None where it tells nothing of one by its name."""
    news, waiting, left, proof = list[News](), list[tuple[int, ...]](), list[str](), list[str]()
    for clause in _clauses(text):
        found = marked(clause, items)
        said = found.text.strip(" .…")
        if found.items and _NAME_ALONE.fullmatch(said):
            waiting.append(found.items[0])
            continue
        state, behind = _state(said) if found.items else (None, "")
        scored = _SCORED.fullmatch(said) if state is None and _is_measured(found.items, items) else None
        state, behind = (State.DONE, scored["tail"]) if scored else (state, behind)
        if state is not None:
            news += [News(each, state) for each in (*waiting, found.items[0])]
            waiting = []
            proof += [found.in_words(behind)] if _NUMBER.search(behind) else []
        elif news and not left and _SHOWS.fullmatch(said):
            proof.append(clause)
        elif not (news and (_OF_IT.match(said) or (_is_of(found.items, news) and not _DOUBT.search(said)))):
            left.append(clause)
    if not news:
        return None
    news += [News(each, news[-1].state) for each in waiting]
    return Told(tuple(dict.fromkeys(news)), "" if _is_all_of_it(text) else ", ".join(left), ", ".join(proof))


def _is_all_of_it(text: str) -> bool:
    """Whether all that a line tells is of what it ticks: "ticking: citations, every answer links its page"."""
    return bool(_TICKS.match(text.casefold().replace("’", "'"))) and not _JOINED.search(text)


def _is_measured(named: Sequence[tuple[int, ...]], items: Sequence[Named]) -> bool:
    """Whether the first item that a clause names is one that ends in a number."""
    return bool(named) and all(items[at].id == _MEASURED for at in named[0])


def _is_of(named: Sequence[tuple[int, ...]], news: Sequence[News]) -> bool:
    """Whether a clause goes on about an item of which something is told already, and about none else."""
    return bool(named) and {*named} <= {each.items for each in news}


def _clauses(text: str) -> list[str]:
    if len(text) > _LONGEST:
        return []
    return [part for part in _CLAUSE.split(text) if part and any(map(str.isalnum, part))]


def _state(said: str) -> tuple[State | None, str]:
    """How it stands with the one item of the clause, and what stands behind that; None where nothing is told of it."""
    if "?" in said:
        return None, ""
    ticking = _TICKING.fullmatch(said)
    said = ticking["told"] if ticking else said
    other = next((state for state, forms in _OTHERWISE if any(form.fullmatch(said) for form in forms)), None)
    if other is not None or _DOUBT.search(said):
        return other, ""
    if ticking:
        return State.DONE, said.partition(MARK)[2].strip(" :()-")
    running = _RUNNING.fullmatch(said)
    if running is None and _OFTEN.search(said):
        return None, ""
    found = running or next(filter(None, (form.fullmatch(said) for form in _TELLING)), None)
    if found is None:
        return None, ""
    return State.DONE, (found.groupdict().get("tail") or "").strip(" :()-")
