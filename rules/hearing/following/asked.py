"""What a line asks of the roadmap: how far it is, how it stands with one item, and which golden tasks there are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rules.hearing.following.around import plain
from rules.hearing.following.marking import MARK, Named, marked


@dataclass(frozen=True, slots=True)
class HowFar:
    """What is done of the roadmap, and what is left."""

    asks_who: bool = False
    """Whether it is asked, too, who does it."""
    is_of_open: bool = False
    """Whether only what is open is asked for: "what's left on the roadmap"."""


@dataclass(frozen=True, slots=True)
class AboutItem:
    """How it stands with an item, whose it is, or when it is due."""

    items: tuple[int, ...]
    """The places of the items that go by its name."""


@dataclass(frozen=True, slots=True)
class WhichTasks:
    """Which golden tasks there are."""

    asks_who: bool = False
    """Whether it is asked, too, whose they are."""
    is_bare: bool = False
    """Whether it calls them tasks alone, which may be other work where no golden task stands."""


_OPENING = (
    r"(?:(?:so|and|ok|okay|hey|hi|please|pls|btw|well|can you|could you|tell (?:me|us)|remind (?:me|us)|i want to know"
    r"|do you know|quick question:?)[, ]+)*"
)
_ROADMAP = r"(?:roadmap|road map|checklist|check list|to-?do(?: list|s)?|todos|action items)"
_PROGRESS = (
    r"how far|how much|how many|where (?:are|do) we|status|progress|ticked|done|left|open|finished|missing|outstanding"
)
_HOW_FAR = re.compile(
    rf"(?=.*\b{_ROADMAP}\b)(?=.*\b(?:{_PROGRESS})\b).*|{_OPENING}(?:show|open)(?: me| us)? (?:the |our )?{_ROADMAP}"
)
_NOT_HOW_FAR = re.compile(
    r"\b(?:next|first|why|where is|where's|how do (?:i|we|you)|how can|add|edit|change|mean|means|for whom|what if"
    r"|begin|start|after that|who|export|download|pdf|no|not|can't)\b"
)
_OPEN = re.compile(r"\b(?:open|left|missing|outstanding|still to do|to do yet)\b")
_OF_ALL = re.compile(r"\b(?:done|ticked|finished|how far|status|progress|where (?:are|do) we)\b|^(?:show|open)\b")
_SO_FAR = re.compile(
    rf"{_OPENING}(?:what|which(?: (?:items|steps|things|points|tasks))?)"
    r"(?:'s|'ve| is| are| was| have we| did we| has been)?(?: already| all)?"
    r" (?:ticked(?: off)?|done|finished|checked off|left to do|still to do)"
    r"(?: so far| already| by now| yet| now| to do| on it)*"
)
_BARELY = re.compile(
    rf"{_OPENING}(?:how far (?:are we|along are we|have we (?:come|got(?:ten)?)|did we get)(?: along)?"
    r"(?: with (?:it|this|that|all this))?|how(?:'?s| is) (?:our|the) progress"
    r"|what(?:'?s| is)(?: still| all)? on (?:our|the|my) (?:list|plate)|(?:show|read|give)(?: me| us)? (?:our|the) list"
    r"|what(?:'?s| is| was)(?: been)? done and (?:by whom|who did (?:it|what|that))|who (?:has )?(?:did|done) what)"
    r"(?: (?:so far|now|already|by now|yet|again|today|here))*"
)
"""The same where nothing is said of what that is, and nothing else is open."""
_DOES = r"(?:does|do|will do|is doing|makes|owns|takes|has to do|should do)"
_WHO_DOES = re.compile(
    rf"{_OPENING}(?:who {_DOES} what(?: on (?:the|our) {_ROADMAP}| here| now)?"
    r"|(?:what|which).{0,40}\b(?:next|first)\b.{0,30}"
    rf"\band (?:by )?who(?:m)?(?: {_DOES}(?: it| that| this| what)?)?|who (?:does|owns|has) (?:the|our) {_ROADMAP})"
)
"""Who is to do what is on it: "what do we do first and who does it"."""
_STATE = (
    r"(?:done|finished|complete|completed|ready|ticked(?: off)?|open|due|through|in place|assigned|measured|built"
    r"|written(?: down)?|set up|running|started)"
)
_SPOKE = r"(?:said|says|told|answered|thinks|thought|decided|claims|claimed|wants|wanted|asked|needs)\b"
_OF_ITEM = tuple(
    re.compile(_OPENING + form)
    for form in (
        (
            rf"(?:is|are|was|were|has|have|did)\s+(?:(?:we|somebody|someone|anybody|anyone)\s+)?(?:\w+\s+){{0,2}}{MARK}"
            rf"(?:\s+been)?(?:\s+(?:already|all|now|still))*\s*{_STATE}?(?:\s+(?:already|yet|now|by now|off|then))*"
        ),
        rf"(?:what|how) about {MARK}",
        rf"(?:what(?:'s| is) the )?(?:status|state|progress) (?:of|on|with|for) {MARK}",
        rf"how far (?:are we |is |are they )?(?:with |on )?{MARK}",
        rf"how(?:'s| is| are) {MARK} (?:going|coming(?: along)?|doing)",
        rf"who(?:'s|'ll)?\s+(?:\w+\s+){{0,6}}{MARK}(?:\s+\w+){{0,4}}",
        rf"whose(?: job| task)? (?:is|are) {MARK}",
        rf"(?:by )?when(?:'s| is| are| was| were| did| do| will| must)?\s+(?:\w+\s+){{0,3}}{MARK}(?:\s+\w+){{0,3}}",
        rf"{MARK} (?:(?:is|are) )?(?:done|finished|ready|ticked)(?: yet| already)?",
    )
)
_TASKS = r"(?:golden[ -](?:tasks?|set|questions?|cases?)|goldens)"
_WHO = re.compile(r"\b(?:who|whose|responsible|owner|owns|in charge)\b")
_WHICH = re.compile(
    rf"{_OPENING}(?:(?:what|which|where|who|whose|how many)\b.{{0,60}}\b{_TASKS}\b.{{0,60}}"
    r"|(?:show|list|give|print|post|repeat|read)\s+(?:(?:me|us|out|all|of|the|our|my|your)\s+)*"
    rf"{_TASKS}\b.{{0,40}}"
    rf"|(?:do|did|have) we (?:have |write |already )*(?:any |down |the )*{_TASKS}.{{0,40}}"
    rf"|(?:are|is) there (?:any |a )?{_TASKS}.{{0,40}})"
)
_NOT_WHICH = re.compile(
    r"\b(?:mean|means|if|why|good for|need|should|would|use|example|explain|pass|passed|passes|fail|failed|fails"
    rf"|do {_TASKS}|what(?:'s| is) (?:a|an|the)? ?golden[ -](?:task|set|question|case)|what are {_TASKS}|what do"
    rf"|an? {_TASKS}|add|enter|put|{_SPOKE}|runs?|scored?|went|how do|how can|difference|suggest|choose|pick|checked"
    r"|answered|last review|review)\b"
)
_OURS = re.compile(
    rf"{_OPENING}(?:what|which) (?:are|were) (?:our|my|your|these|those|the) {_TASKS}(?: again| now| here)*"
)
_HELD = (
    r"(?:have|has|got|saved|noted|wrote|written(?: down)?|put(?: down| in)?|added|set|entered|stand(?:ing)?|there|in)"
)
_BARE = re.compile(
    rf"{_OPENING}(?:(?:(?:show|list|give) (?:me |us )?)?(?:what|which|how many)(?: of my| of our)? tasks"
    rf"(?: (?:do|did|are|have|has|we|i|there|you|already|{_HELD}))*"
    rf"|(?:show|list|give|print|post|repeat|read)\s+(?:(?:me|us|out|all|of|the|our|my|your)\s+)*tasks"
    rf"|(?:what|which) (?:are|were) (?:our|my|the) tasks)"
    r"(?: (?:now|so far|already|again|by now|currently|at the moment|here|please|pls|in total"
    r"|with (?:their|the) bars?))*"
)
_LONGEST = 160


def read_asked(text: str, items: Sequence[Named]) -> HowFar | AboutItem | WhichTasks | None:
    """What the line asks of the roadmap with these items; None where it asks something else, or nothing."""
    said = plain(text).replace("’", "'").rstrip("?!. ")
    if len(said) > _LONGEST:
        return None
    is_bare = bool(_BARE.fullmatch(said))
    if is_bare or (_WHICH.fullmatch(said) and (not _NOT_WHICH.search(said) or _is_of_ours(said))):
        return WhichTasks(asks_who=bool(_WHO.search(said)), is_bare=is_bare)
    if _WHO_DOES.fullmatch(said):
        return HowFar(asks_who=True)
    is_far = _HOW_FAR.fullmatch(said) and not _NOT_HOW_FAR.search(said)
    if is_far or _SO_FAR.fullmatch(said) or _BARELY.fullmatch(said):
        return HowFar(is_of_open=bool(_OPEN.search(said)) and not _OF_ALL.search(said))
    found = marked(said, items)
    is_of_somebody = re.search(rf"\b{_SPOKE}", found.text)
    if found.items and not is_of_somebody and any(form.fullmatch(found.text) for form in _OF_ITEM):
        return AboutItem(found.items[0])
    return None


def _is_of_ours(said: str) -> bool:
    """Whether "what are the golden tasks" asks for the team's own, and not for the meaning of the word."""
    return bool(_OURS.fullmatch(said))
