"""Results told one behind the other under short names: "first 9/10, silt was 7/10 sorry, still fails, rest same".

A line is such a list where each of its clauses is a result, goes on about the one before, or says that the others
stand. Whatever else a clause holds makes it another line, and nothing of it is read here.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from rules.numerals import FIGURES, NUMBER, ORDINALS
from rules.review.marks import TaskRuns
from rules.review.naming import NAME, named, nearly
from rules.review.told_marks import Said, said_of
from rules.review.told_runs import (
    COUNT,
    LEAD,
    LIGHT,
    NO_RESULT,
    VERDICT,
    Told,
    Unclear,
    is_elsewhere,
    polarity,
    told_runs,
)

_GOOD = r"(?:good|passed|pass|right|fine|ok|okay|green|correct|worked)"
_ALL_OF = re.compile(
    rf"\b{_GOOD}\s+(?:(?:in|on)\s+)?all\s+(?P<many>{NUMBER})(?:\s+(?:runs|times))?(?![\w/])"
    rf"|\ball\s+(?P<number>{NUMBER})(?:\s+(?:runs|times))?\s+(?:(?:are|were|was)\s+)?{_GOOD}(?!\w)"
)
"""Every run of one task: "the tooth was good all ten"."""
_RUNS_SAID = re.compile(rf"(?<![\w./-])(?P<some>{NUMBER})\s+(?:of|on|out of|from)\s+(?P<of>{NUMBER})(?![\w/.-])")
CLAUSE = re.compile(r"[,;]\s*|[.!]+(?:\s+|$)|\n+|\s+(?:and|but|while|whereas)\s+")
_BETWEEN_RUNS = re.compile(rf"(?<=\d)(?<!{NAME})\s+(?!(?:of|out|on|from|in)\b)(?=[#(]?\d{{1,2}}[.):]|{NAME}|[^\W\d])")
_FILL = (
    r"(?:is|are|was|were|had|has|have|got|gets|scored|reached|went|came|did|made|ran|run|back|at|with|only|just|now|today"
    r"|again|still|this (?:time|morning|week|month)|out|so|it|that|about|around|sorry|sry|oops|ups|no|actually|right|we"
    r"|i|yesterday|last night)"
)
_BEFORE_RUNS = re.compile(rf"(?:[\s:=–—>-]|(?<!\w){_FILL}(?!\w))*$")
_BEFORE_NAME = re.compile(
    r"^(?:(?:and|but|also|then|ok|okay|oh|ah|uh|hm+|hey|wait|yes|yeah|well|actually|correction|sorry|sry|oops|ups|no|nope"
    r"|so|for|on|in|the|our|my|a|an|results?|golden|task)\s*[:,]?\s+(?=\S))+"
)
_COUNTED = re.compile(
    r"(?:(?:gt|t|task|golden task|case|no|nr|number|test|question)\s?[#.]?\s?|#)(?P<number>\d{1,2})[.):]?"
    r"|\(?(?P<listed>\d{1,2})[.):]+"
    rf"|(?:the\s+)?(?P<word>{'|'.join(ORDINALS)}|last)(?:\s+(?:one|task|golden task|question))?"
)
"""A task by its place among those that stand."""
_OTHERS = (
    r"(?:(?:(?:and|all)\s+)?(?:the\s+)?(?:rest|others?|remaining(?: ones)?)|everything else|all else|the other \w+)"
)
_REST = re.compile(
    rf"{_OTHERS}\s*[:=]?\s*(?:(?:is|are|all|still|stays?|stands?|remains?|they|it)\s+)*(?:the\s+)?"
    r"(?:same|unchanged|as before|as (?:it|they) (?:is|was|are|were|stand|stands)|like before|stays?|stands?)"
    r"(?:\s+(?:as before|as last time|as (?:it|they) (?:is|was|are|were)))?"
)
"""That what stands of the others stays as it is."""
_NEUTRAL = re.compile(
    r"(?:nothing else|no (?:other|others|more)(?: tasks?| runs?| results?)?)(?:\s+(?:ran|run|was run|were run|yet))*"
    r"|(?:ok|okay|so|and|we|i|i[’']?m|we[’']?re|are|am|all|now|then|that[’']?s|that is|thats|it|all|done|finished"
    r"|finish|everything|thanks|thank you|thx|sorry|oops|ups|for|from|us|me|now|today|please|pls|here)"
    r"(?:\s+(?:all|now|done|finished|it|everything|thanks|you|for|from|us|me|today|please|here|then|with|this|that))*"
)
_EXCUSE = re.compile(
    r"(?:(?:i|we|he|she|they|somebody|\w+)\s+)?(?:(?:had|have|just|must have)\s+)*"
    r"(?:mis-?(?:counted|read|typed)|(?:counted|read|typed|wrote|copied)\s+(?:it|that|them|one)?\s*wrong(?:ly)?)"
    r"(?:\s+(?:it|that|them|one|before|earlier|there))*"
    r"|(?:(?:one|two|that|it|this|the \w+)\s+(?:of (?:them|these)\s+)?(?:was|were|is)\s+)?(?:just\s+)?"
    r"(?:my|our|an?|his|her|their)\s+(?:typo|mistake|slip|error|bad|fault|miscount)s?|typo|miscount(?:ed)?"
    r"|(?:oh|wait|no|nope|yes|hm+|sry)"
)
"""Why a result is told anew, which changes nothing of it: "one was my typo", "miscounted"."""
_BEFORE_SO = re.compile(r"^[^\d]{2,40}?\s+so\s+(?=\S)")
"""Why a result is what it is: "ana was sick so the last was not run"."""
_VERDICT = re.compile(
    r"(?:(?:so|which|and|but|it|that|this|still|again|means|=|sorry|thus|therefore|hence|now|also|is|was|has)\s+)*"
    r"(?:(?P<passed>pass(?:es|ed)?|enough|ok|okay|good|fine|green)|(?P<failed>fail(?:s|ed)?|not (?:enough|passed)"
    r"|(?:does|did)(?: not|n[’']?t) pass|too (?:low|few|little)|red|bad))(?:\s+(?:again|then|now|still|too|it))*"
)
"""A verdict set apart from the runs that it is said of."""
_NOT_RUN = re.compile(
    r"\b(?:not (?:yet )?(?:been )?(?:run|tested)|(?:wasn|isn|hasn|didn)[’']?t (?:been )?(?:run|tested)|skipped)\b"
)
_UNRUN = re.compile(
    rf"(?P<name>.+?)(?:\s*[:=–-])?\s+(?:(?:is|was|has|have|were|are|still)\s+)*{_NOT_RUN.pattern}"
    r"(?:\s+(?:yet|today|this (?:time|month)|at all|again))*"
)
_BECAUSE = re.compile(r"\s*(?:because(?: of)?|cause|since|due to)\s+(?:it\s+|the bot\s+)?(?P<note>\S.{3,})")
_MOST = 400
_SHORT = 60


def told_results(text: str, names: Sequence[Sequence[str]] = ()) -> tuple[Told, ...]:
    """The results that a line tells, as a list of them or in a sentence; nothing where it tells none."""
    return told_list(text, names) or told_runs(text, names)


def holds_runs(text: str) -> bool:
    """Whether it may hold runs as only a list tells them, "good all ten", "7 on 10": sooner seen than what it says."""
    line = text.casefold()
    return bool(_ALL_OF.search(line) or _RUNS_SAID.search(line))


def holds_unrun(text: str) -> bool:
    """Whether it may say that a task was not run, likewise."""
    return bool(_NOT_RUN.search(text.casefold()))


def keeps_the_rest(text: str) -> bool:
    """Whether it says that the results of all others stay: "rest same"."""
    return any(_REST.fullmatch(part.strip()) for part in CLAUSE.split(text.casefold()))


def unplaced(text: str, results: Sequence[Told]) -> tuple[str, ...]:
    """The runs that none of its results holds, or tells from the other side: "8 of 10 passed, 2 of 10 not"."""
    line = text.casefold()
    known = {one.numbers for one in results}
    known |= {f"{some} {one.runs.ran}" for one in results if one.runs for some in (one.runs.passed, one.runs.failed)}
    found = [one for one in COUNT.finditer(line) if not is_elsewhere(line, one)]
    return tuple(one[0] for one in found if not {one[0], f"{one[1]} {one[3]}"} & known)


def told_list(text: str, names: Sequence[Sequence[str]]) -> tuple[Told, ...]:
    """The results of a line that is a list of them; nothing where it is not, or names no golden task."""
    if len(text) > _MOST or "?" in text:
        return ()
    marked, in_full = named(text.casefold(), names)
    line = LEAD.sub("", _ALL_OF.sub(_all_runs, _RUNS_SAID.sub(_in_figures, marked)))
    if NO_RESULT.search(line):
        return ()
    told, left = list[Told](), list(in_full)
    for clause in _clauses(line):
        own = [left.pop(0) for _ in range(clause.count(NAME))]
        if not _add(clause, own, names, told):
            return ()
    places = [one.task for one in told if one.task is not None]
    is_list = bool(places) and len(set(places)) == len(places)
    return tuple(told) if is_list else ()


def _clauses(line: str) -> list[str]:
    parts = list[str]()
    for clause in CLAUSE.split(line):
        several = len(COUNT.findall(clause)) > 1
        parts += _BETWEEN_RUNS.split(clause) if several else [clause]
    return [part.strip() for part in parts if part.strip()]


def _add(clause: str, own: Sequence[int], names: Sequence[Sequence[str]], items: list[Told]) -> bool:
    """Whether the clause fits a list; what it tells is added to the items, or to the last of them."""
    counts = list(COUNT.finditer(clause))
    if _REST.fullmatch(clause) or (not counts and (_NEUTRAL.fullmatch(clause) or _EXCUSE.fullmatch(clause))):
        return True
    if len(counts) == 1 and len(own) < 2:
        item = _counted(clause, counts[0], own, names)
        items += [item] if item else []
        return item is not None
    if counts:
        return False
    if items and not own and _goes_on(clause, items):
        return True
    item = _in_words(clause, own, names) or _in_words(_BEFORE_SO.sub("", clause), own, names)
    items += [item] if item else []
    return item is not None


def _goes_on(clause: str, items: list[Told]) -> bool:
    """Whether the clause says more of the last result: its verdict, or why it failed."""
    last, said, because = items[-1], _VERDICT.fullmatch(clause), _BECAUSE.fullmatch(clause)
    if because and last.runs is not None and last.runs.failed:
        items[-1] = replace(last, note=because["note"])
        return True
    if said is None or last.runs is None:
        return False
    items[-1] = replace(last, verdict=said["passed"] is not None)
    return True


def _counted(clause: str, count: re.Match[str], own: Sequence[int], names: Sequence[Sequence[str]]) -> Told | None:
    """One result with its runs, under the name before them or behind."""
    before, after = clause[: count.start()], clause[count.end() :].strip()
    because = _BECAUSE.fullmatch(after)
    note, after = (because["note"], "") if because else ("", after)
    name = re.sub(r"\s+passed$", "", _BEFORE_RUNS.sub("", before))
    if not name.strip(" :#("):
        name, after = re.sub(r"^(?:for|on|in)\s+", "", after), ""
    passed, ran, said = polarity("", f" {after}"), int(count[3]), int(count[1])
    verdict = _VERDICT.fullmatch(after) if passed is None else None
    is_plain = verdict is not None or not (LIGHT.sub("", after) or (passed is None and VERDICT.search(after)))
    if not is_plain or said > ran or not ran:
        return None
    right = ran - said if passed is False else said
    says = verdict["passed"] is not None if verdict else None
    told = Told(count[0], runs=TaskRuns("", right, ran - right), note=note if right < ran else "", verdict=says)
    return _of(name, told, own, names)


def _in_words(clause: str, own: Sequence[int], names: Sequence[Sequence[str]]) -> Told | None:
    """One result in words, "third passed", or that there is none, "the last was not run"."""
    unrun = _UNRUN.fullmatch(clause)
    if unrun is not None:
        return _of(unrun["name"], Told("", is_unrun=True), own, names)
    found = re.match(r"(?P<name>.+?)(?P<rest>\s*[:=–-]?\s+(?:all\s+)?(?:passe[sd]|pass|fail(?:s|ed)?)\b.*)", clause)
    said: Said | None = said_of("", found["rest"].replace(" all ", " ")) if found else None
    if found is None or said is None or said.passed is None or said.note:
        return None
    return _of(found["name"], Told("", passed=said.passed), own, names)


def _of(name: str, told: Told, own: Sequence[int], names: Sequence[Sequence[str]]) -> Told | None:
    """The result under the task that these words name; under none where they may name one that does not stand."""
    words = _BEFORE_NAME.sub("", name.strip()).strip(" :=-–—")
    if own:
        is_bare = not words.replace(NAME, "").strip(" :=-\"'“”")
        return replace(told, task=own[0]) if is_bare else None
    task = task_of(name, names)
    if task is not None:
        return replace(told, task=task)
    if not words or len(words) > _SHORT or len(words.split()) > 4 or LIGHT.sub("", words) == "":
        return None
    return replace(told, runs=None, passed=None, unclear=Unclear.NOBODYS, name=words)


def task_of(name: str, names: Sequence[Sequence[str]]) -> int | None:
    """The task that these words name in short or by its place; None where they name none, or several."""
    words = _BEFORE_NAME.sub("", name.strip()).strip(" :=-–—")
    counted = _COUNTED.fullmatch(name.strip()) or _COUNTED.fullmatch(words)
    return _place(counted, len(names)) if counted else nearly(words, names)


def name_before(runs: str) -> str:
    """The words that name a task, without those between them and its runs: "grand" of "grand is at"."""
    return _BEFORE_RUNS.sub("", runs)


def _place(counted: re.Match[str], of: int) -> int | None:
    number = counted["number"] or counted["listed"]
    last = of - 1
    place = int(number) - 1 if number else last if counted["word"] == "last" else ORDINALS.index(counted["word"])
    return place if 0 <= place < of else None


def _all_runs(found: re.Match[str]) -> str:
    said = found["many"] or found["number"]
    number = FIGURES.get(said, said)
    return f"{number} of {number}"


def _in_figures(found: re.Match[str]) -> str:
    some, of = (FIGURES.get(found[key], found[key]) for key in ("some", "of"))
    return f"{some} of {of}" if int(some) <= int(of) else found[0]
