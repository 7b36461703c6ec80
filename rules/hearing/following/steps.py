"""What a line says of a review: that it is finished, skipped, to come later, or that nothing has changed."""

import re
from dataclasses import dataclass
from enum import StrEnum

from rules.hearing.following.around import REACTIONS, WISHES, opening, tail
from rules.hearing.following.planned import month_named
from rules.hearing.following.planned_words import MONTH


class Step(StrEnum):
    """What a line does to a review."""

    FINISH = "finish"
    SKIP = "skip"
    SNOOZE = "snooze"
    SAME = "same"
    """Nothing has changed: the answer to the review's own question."""


@dataclass(frozen=True, slots=True)
class Worked:
    """The steps of a line, at least one, with what tells whether they are meant."""

    steps: tuple[Step, ...]
    """In their order."""
    is_named: bool
    """Whether it names what they are said of, in words that mean nothing else; "finish it" may mean another thing."""
    is_of_month: bool
    """Whether it names the month, of which nothing else is told than the review: "skip this month"."""
    tells_change: bool
    """Whether it says that something, or nothing, has changed; "the same as before" may be an answer."""
    is_of_rest: bool
    """Whether nothing else is the same: "nothing else has changed"."""
    month: int = 0
    """The month, 1 to 12, whose review it names; 0 where it names none."""
    beside: str = ""
    """What the line says beside the steps, as it was typed."""


class Unsure(StrEnum):
    """What a line says of a step without ordering it."""

    ASKED = "asked"
    """Whether it may be done, or how it cannot be done: "should we finish it", "snooze it until May"."""
    REFUSED = "refused"
    """That it is not to be done yet: "don't close it yet, Lea still runs hers"."""


_SIGHS = r"no|nope|nah|hm+|ah|oh|eh|ugh|well|wait|actually|sorry|right|yeah"
"""What people breathe out before they say what is to be done."""
_OPENING = opening(WISHES, REACTIONS, "we can", "i think", _SIGHS)
_REVIEW = rf"(?:(?:the|this|our|that|my|monthly|month[’']?s|\w+[’']s|{MONTH})\s+)*review"
_IT = rf"(?:{_REVIEW}|(?:it|this|this one))"
"""The review that stands open, named or not."""
_TAIL = tail("for (?:today|this month|the month)", "off", "up")
_ENDS = r"(?:finish|close|end|complete|conclude|wrap up|sign off|submit)(?:\s+(?:up|off|out))?"
_FINISH = re.compile(
    rf"{_OPENING}(?:(?:{_ENDS}\s+{_IT}|wrap\s+{_IT}\s+up)"
    rf"|(?:(?:we|i)[’']?\s*(?:are|am|re|m)\s+)?(?:all\s+)?(?:done|finished|through|ready)\s+w(?:ith|/)?\s+{_REVIEW}"
    rf"|(?:mark\s+)?{_REVIEW}\s*(?:is|as|[’']s)?\s*(?:now\s+)?(?:done|finished|complete|completed|over|closed)"
    rf"|that[’']?s\s+(?:it|all)\s+for\s+{_REVIEW}){_TAIL}(?:\s+because\s+(?!.*(?:\d|\bnot\b|n[’']t\b))\S.*)?"
)
_BEFORE_IT = re.compile(
    r"(?:(?:ok|okay|right|great|so|and|yes)\s+)*(?:(?:we|i)[’']?(?:\s*(?:are|am|re|m))?\s+)?(?:all\s+)?"
    r"(?:done|finished|through|ready|set|that[’']?s (?:it|all)|that is (?:it|all)|ok|okay|great|thanks|thank you)"
    r"(?:\s+(?:that\s+)?(?:we|i)(?:\s+have|[’']ve)(?:\s+got)?)?"
    r"(?:\s+(?:here|now|then|from us|from me|for (?:now|today)))*"
    r"|same as (?:before|ever|last (?:time|month))"
    r"|(?:thumbs up|all good|looks good|lgtm|fine)(?:\s+(?:otherwise|(?:from|for|by) (?:me|us)|here|so far))*"
    r"|(?:rather|better|maybe)?\s*next week(?:\s+(?:please|pls|then|instead))*"
)
"""What people say before they ask for a step, or after it, and which is none: "done, close the review"."""
_SIGH = re.compile(rf"(?:(?:{_SIGHS}|ok|okay|yes)\s*)+")
"""The same as a clause of its own, before a step."""
_ALL = r"(?:everybody|everyone|all (?:of us|results?|the results?|tasks?)|nobody|no one|we|i|the (?:rest|others|team))"
_NO_REASON = (
    r"(?!(?:but|unless|until|only|or|no|not|wait|if|when|once|after|before|then|and|never|rather|better|just|except"
    r"|tell|ask|let|please|add|log|plan|move|hand|finish|skip|snooze|open|reopen|keep|leave)\b)"
)
_REASON = re.compile(rf"(?:because\s+|since\s+|as\s+)?{_NO_REASON}(?:[^\W\d_][\w’'-]*\s*){{1,9}}")
"""Why a review is put off, behind that it is: nothing that is counted or ordered."""
_REASON_TO_END = re.compile(
    rf"(?:because\s+|since\s+|as\s+)?(?:{_ALL}|[^\W\d_]+\s+is)\s+(?!.*(?:\bnot\b|n[’']t\b))(?:[^\W\d_][\w’'-]*\s*){{1,8}}"
)
"""Why it is finished: who has answered, or waits."""
_RESULT = re.compile(r"\b(?:pass|fail|wrong|chang|invent|miss)\w*", re.IGNORECASE)
"""What is told of the review itself, and is no mere reason."""
_MONTH = r"(?:this|the) (?:month|quarter)"
_OF_MONTH = re.compile(_MONTH, re.IGNORECASE)
_SKIP = re.compile(
    rf"{_OPENING}(?:skip|leave out|sit out)\s+"
    rf"(?:{_IT}(?:\s+(?:(?:of|for|in)\s+)?{_MONTH})?|{_MONTH}(?:[’']?s review)?){_TAIL}"
)
_SNOOZE = re.compile(
    rf"{_OPENING}(?:snooze(?:\s+{_IT})?|(?:postpone|delay|put off)\s+{_IT}|put\s+{_IT}\s+off"
    rf"|(?:(?:we|i)\s+)?(?:can(?:not|[’']?t| not)|won[’']?t|will not)\s+(?:do|make|finish|hold|manage)\s+{_REVIEW}"
    r"\s+(?:this week|now))"
    rf"(?:\s+(?:for|by|until|till|to)?\s*(?:a|one|1|next|another)\s+week)?{_TAIL}"
    r"(?:\s+(?:because|since|as)\s+(?!.*\d)\S.*)?"
)
_SINCE = (
    r"(?:\s+(?:at all|here|this month|for us|on our side|so far|either|yet|with us|now|really|as before"
    r"|as last (?:time|month)|in the last month))*(?:\s+since\b.*)?"
)
"""What may follow; "since" takes the rest, once: words that it could share out among its repetitions took minutes."""
_SAME = re.compile(
    rf"{_OPENING}(?:(?:nothing|none of (?:it|that|this|the facts|the answers))\s+(?:else\s+)?(?:has\s+|have\s+|is\s+)?"
    rf"(?:really\s+)?(?:changed|different|new|moved)|no (?:other\s+)?changes?"
    rf"|(?:(?:all|everything|it|the facts|the answers)(?:\s+(?:is|are|of (?:it|that)|all))*[’']?s?\s+)?"
    rf"(?:still (?:so|the same|true|holds?)|(?:the same|unchanged|as before))){_SINCE}"
)
_MAY_IT = (
    r"(?:can|could|shall|should|may|must|do|would)\s+(?:we|i|you|somebody|someone|anyone)"
    r"(?:\s+(?:just|now|also|already))*\s+"
)
_OTHER_TIME = re.compile(
    rf"{_OPENING}(?:(?:snooze|postpone|delay|put off)(?:\s+{_IT})?|put\s+{_IT}\s+off)"
    r"\s+(?:(?:for|by|until|till|to)\s+\S.{0,40}|(?:\d{1,2}|an?|two|three|four)\s+(?:days?|weeks?|months?))"
)
_WHY = r"because|since|as"
_TIMES = r"until|before|tomorrow|later|tonight|next|on|when|once|after|if"
_NOT_YET = re.compile(
    rf"{opening(WISHES, _SIGHS, mark='[,.]?')}(?:(?:do not|don[’']?t)\s+(?:{_ENDS}|skip|snooze)(?:\s+{_IT})?"
    rf"|(?:(?:we|i|it|{_REVIEW})[’']?\s*(?:are|am|is|re|m|s)?\s+)?not\s+(?:done|finished|through|ready)"
    rf"(?:\s+with\s+{_IT})?|{_ENDS}\s+{_IT}(?=\s+(?:{_TIMES})\b)"
    rf"|(?:{_ENDS}|skip|snooze)(?:\s+{_IT})?(?=\s*[?,;.–—-]\s*(?:no|nah|nope|not|wait|better not|never ?mind)\b))"
    rf"(?:\s+(?:yet|now|please|just yet|so far))*(?:\s*[?,;.–—-]\s*.{{0,80}}|\s+(?:{_TIMES}|{_WHY})\b.{{0,80}})?"
)
_CLAUSE = re.compile(r"\s*(?:[,;.!]+|\band\b(?!\s+the\b))\s*(?:then\s+)?", re.IGNORECASE)
_MAY_BE = re.compile(
    rf"\breview\b|\bchange[sd]?\b|\bstill\b|\bsame\b|\bas before\b|\bdifferent\b|\bnew\b|\bmoved\b"
    rf"|\b(?:{_ENDS}|wrap|skip|snooze|postpone|delay|put off)\s+(?:it|this)\b|\bsnooze\b|\b{_MONTH}\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\breview\b|\bsnooze\b|\bchange[sd]?\b", re.IGNORECASE)
"""What a step is said of, in words that mean nothing else; "finish it" may mean what stands open above it."""
_CHANGED = re.compile(r"\bchange[sd]?\b|\bdifferent\b|\bmoved\b", re.IGNORECASE)
_STEPS = {Step.FINISH: _FINISH, Step.SKIP: _SKIP, Step.SNOOZE: _SNOOZE, Step.SAME: _SAME}
_HERE = {
    Step.FINISH: re.compile(
        rf"{_OPENING}(?:(?:we|i)[’']?\s*(?:are|am|re|m|have|ve)?\s*)?(?:all\s+)?"
        r"(?:done|finished|finish|completed?|close|wrap up|that[’']?s (?:it|all|everything)|that is (?:it|all))"
        r"(?:\s+(?:here|now|then|please|thanks|(?:from|for) (?:us|me)|with (?:it|this|that)"
        r"|for (?:now|today|this month|the month)))*"
    ),
    Step.SKIP: re.compile(
        rf"{_OPENING}(?:skip|skip (?:it|this|this one)|not {_MONTH}|no (?:review|time|time for (?:it|this))){_TAIL}"
        rf"(?:\s+{_MONTH})?"
    ),
    Step.SNOOZE: re.compile(
        rf"{_OPENING}(?:later|not (?:now|today|this week|yet)|next week|in a week|(?:ask|remind) (?:us|me)(?: again)?"
        rf"(?: later| next week| in a week)){_TAIL}"
    ),
    Step.SAME: re.compile(rf"{_OPENING}(?:same(?: (?:here|as ever|as last (?:time|month)))?|unchanged|no news){_TAIL}"),
}
"""What means the same in the review's own thread, where nothing else can be meant."""


def may_work(text: str) -> bool:
    """Whether the line may work a review: a quick look, before it is looked up whether one stands open."""
    return bool(_MAY_BE.search(text)) or _here(text) is not None


def read_steps(text: str, *, is_here: bool) -> Worked | None:
    """The steps that the line is made of; None where any part of it is something else.

    `is_here`: whether it is typed in the review's own thread, where "done" can mean nothing else.
    """
    if "?" in text:
        return None
    step = _here(text) if is_here else None
    left, steps = _apart(text, is_here=is_here) if step is None else ("", [step])
    return _worked(text, steps) if steps and (not left or _is_reason(text, left, steps)) else None


def read_unsure(text: str, *, is_here: bool) -> tuple[Step, Unsure] | None:
    """The step that the line asks about, or is not to be done yet; None where it is something else.

    `is_here`: as for `read_steps`; elsewhere the line has to name the review, or to snooze it.
    """
    said = " ".join(text.casefold().split()).rstrip("?.! ")
    if not (is_here or _NAMED.search(said)):
        return None
    if _NOT_YET.fullmatch(said):
        return Step.FINISH, Unsure.REFUSED
    asked = re.match(_MAY_IT, said)
    order = said[asked.end() :] if asked else said.rstrip("?")
    step = next((one for one in (Step.FINISH, Step.SKIP, Step.SNOOZE) if _STEPS[one].fullmatch(order)), None)
    if step is not None and (asked or "?" in text):
        return step, Unsure.ASKED
    return (Step.SNOOZE, Unsure.ASKED) if _OTHER_TIME.fullmatch(order) else None


def _is_reason(text: str, left: str, steps: list[Step]) -> bool:
    """Whether what is left of the line stands behind the steps, and only tells why they are taken."""
    said = " ".join(re.sub(r"[,;.!]+", " ", left.casefold()).split())
    form = _REASON_TO_END if Step.FINISH in steps else _REASON
    is_behind = text.rstrip(" .!").endswith(left.rstrip(" .!"))
    return is_behind and Step.SAME not in steps and form.fullmatch(said) is not None and not _RESULT.search(said)


def read_beside(text: str) -> Worked | None:
    """The steps of a line that says something else beside them; None where it does not, or has none.

    "Refund window 8 of 10, nothing changed". Behind a result "the same as before" may be said of that.
    """
    left, steps = _apart(text, is_plain=True) if "?" not in text else ("", [])
    return _worked(text, steps, left) if steps and left else None


def before_done(text: str) -> str:
    """What stands before the "done" that ends a line, as it was typed; "" where none ends it, or nothing is before."""
    left = text
    for between in reversed([*_CLAUSE.finditer(text)]):
        said = " ".join(re.sub(r"[,;.!]+", " ", left[between.end() :].casefold()).split())
        if said and not _HERE[Step.FINISH].fullmatch(said):
            break
        left = text[: between.start()]
    return left if left.rstrip(" .!,;") != text.rstrip(" .!,;") else ""


def _worked(text: str, steps: list[Step], beside: str = "") -> Worked:
    return Worked(
        tuple(steps),
        is_named=bool(_NAMED.search(text)),
        is_of_month=bool(_OF_MONTH.search(text)),
        tells_change=bool(_CHANGED.search(text)),
        is_of_rest="else" in text.casefold(),
        month=month_named(text),
        beside=beside,
    )


def _here(text: str) -> Step | None:
    """The step that a whole line of the review's own thread is."""
    said = " ".join(re.sub(r"[,;.!]+", " ", text.casefold()).split())
    return next((step for step, form in _HERE.items() if form.fullmatch(said)), None)


def _apart(text: str, *, is_plain: bool = False, is_here: bool = False) -> tuple[str, list[Step]]:
    """What the line says beside the steps, as it was typed, and the steps in their order.

    `is_here`: whether a clause is a step that is one in the review's own thread alone, "that's it from us, finish".
    `is_plain`: behind a result "the same as before" may be said of that, and only "nothing changed" is said of all.
    """
    left, joint, end, steps = "", "", 0, list[Step]()
    for between in [*_CLAUSE.finditer(text), None]:
        part = text[end : between.start() if between else len(text)]
        said = " ".join(part.casefold().split())
        step = next((one for one, form in _STEPS.items() if form.fullmatch(said)), None)
        is_end = between is None and steps == [Step.SAME]  # "nothing changed, done"
        step = _here(said) if step is None and is_here and (is_end or not _BEFORE_IT.fullmatch(said)) else step
        if step is not None and not (is_plain and step is Step.SAME and not _CHANGED.search(said)):
            steps.append(step)
        elif said and not _BEFORE_IT.fullmatch(said) and (steps or left or not _SIGH.fullmatch(said)):
            left += f"{joint}{part}" if left else part
        joint, end = (between[0], between.end()) if between else ("", end)
    return left.strip(), steps
