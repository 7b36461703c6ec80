"""The plan of the reviews, changed by typing: paused, resumed, handed over to somebody, given another day.

Done at once where the words name all that it takes, as its buttons would do it. What names less is a question about the
reviews, and is answered with the button; so are words that would stop them for good, which asks for a yes.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from bot.commands import CommandBase, HandOver, PauseReviews, PlanReview, ResumeReviews, TypedText
from bot.dialogue.ask import open_key
from bot.dialogue.review import planning, working
from bot.dialogue.review.standing import awake_review, coming
from bot.dialogue.schedule import rhythm_of
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, privately
from bot.replies import HeardReply, ReviewAside, ToldAnswer, ToldControl
from rules.calendar import LAST, edge_of, in_words
from storage.records import Assessment, DeliveryMethod, Moves, ReviewSchedule, ScheduleState

_LONGEST = 200
"""Characters of a line that changes the plan and tells nothing else."""
_LEAD = (
    r"(?:(?:please|ok|okay|so|then|now|just|also|thanks|let[’']?s|let us|we want to|i want to|i would like to"
    r"|i[’']?d like to|we should|you can|from now on|from next month on|going forward)[,:]?\s+)*"
)
_TAIL = (
    r"(?:[,]?\s+(?:please|now|again|for (?:now|a while|the moment|the time being)|until further notice|then|thanks"
    r"|from now on|from next month on|going forward|as of now))*"
)
_REVIEW = r"(?:(?:the|our|these|those|all|any|this|my)\s+)*(?:monthly\s+)?(?:reviews?|checks?|check-?ins?)"
_PLURAL = re.compile(r"\b(?:reviews|checks|check-?ins|monthly)\b", re.IGNORECASE)
_NAMED = re.compile(r"\breviews?\b|\bmonthly (?:checks?|check-?ins?)\b|\bcheck-?ins?\b", re.IGNORECASE)
"""What the plan is of; "it" may be that as well, once reviews are planned and nothing is asked."""
_PAUSE = re.compile(
    rf"{_LEAD}(?:(?:pause|suspend|halt|interrupt)\s+{_REVIEW}|put\s+{_REVIEW}\s+on (?:hold|pause|ice))"
    rf"{_TAIL}"
)
_RESUME = re.compile(
    rf"{_LEAD}(?:(?:resume|unpause|restart|reactivate|continue(?: with)?|go on with|bring back|take up)\s+{_REVIEW}"
    rf"|(?:start|begin|send|switch on|turn on)\s+{_REVIEW}\s+again|(?:switch|turn)\s+{_REVIEW}\s+(?:back\s+)?on"
    rf"|{_REVIEW}\s+(?:can|should|may)\s+(?:go on|continue|come)(?:\s+again)?){_TAIL}"
)
_STOP = re.compile(
    rf"{_LEAD}(?:(?:stop|cancel|end|drop|abolish|switch off|turn off)\s+(?:doing\s+|with\s+)?{_REVIEW}"
    rf"|(?:switch|turn)\s+{_REVIEW}\s+off|no (?:more|further)\s+{_REVIEW}"
    rf"|we (?:do not|don[’']?t) (?:need|want)\s+{_REVIEW}(?:\s+any\s?more)?){_TAIL}"
)
_THEM = rf"(?:{_REVIEW}|(?:the\s+)?ownership\s+of\s+{_REVIEW})"
_IT = rf"(?:{_THEM}|it|this|(?:the\s+)?ownership)"
"""What is handed over; whoever "does it" or gets "it" may have been given anything."""
_SOMEONE = r"@(?:someone|(?!someone\b)[\w.’'-]+(?:\s(?!(?:not|never|cannot|\w+n[’']t)\b)[\w.’'-]+)?)"
"""Slack names whoever is mentioned by an id, which reads "someone"; a name of two words stands in older messages alone.

So what follows "someone" is said of them: "@someone won't run the reviews".
"""
_ONE = rf"(?P<who>{_SOMEONE}|me|i|i[’']ll)"
_HAND = tuple(
    re.compile(f"{_LEAD}{form}{_TAIL}")
    for form in (
        rf"(?:hand|pass)\s+{_IT}\s+(?:over\s+|on\s+)?to\s+{_ONE}",
        rf"(?:give|transfer|assign|move)\s+{_THEM}\s+(?:over\s+)?to\s+{_ONE}",
        rf"(?:hand|pass)\s+(?:over|on)\s+{_IT}\s+to\s+{_ONE}",
        rf"(?:make|let)\s+{_ONE}\s+(?:the\s+)?(?:owner of|own|run|do|lead|take over|take)\s+{_THEM}",
        rf"{_ONE}\s+(?:(?:will|shall|should)\s+)?(?:owns?|runs?|does|do|leads?|takes?(?:\s+over)?)\s+{_THEM}(?:\s+over)?",
        rf"{_ONE}\s+(?:is|am|will be)\s+(?:now\s+)?(?:the\s+)?(?:owner of|responsible for|in charge of)\s+{_THEM}",
        rf"{_THEM}\s+(?:is|are|belongs?|goes?)\s+(?:owned by|run by|to)\s+{_ONE}",
    )
)
_MONTH = r"(?:\s+(?:of|in)\s+(?:the|each|every|a)\s+month|\s+(?:each|every)\s+month)"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": LAST}
_PLACE = rf"(?P<place>{'|'.join(_PLACES)}|[1-5](?:st|nd|rd|th))"
_DAY = (
    rf"(?:the\s+)?(?:(?P<number>[0-3]?\d)(?:st|nd|rd|th)|day\s+(?P<plain>[0-3]?\d)"
    rf"|{_PLACE}\s+(?P<kind>{'|'.join(_WEEKDAYS)}|(?:working|business|week)\s?days?|day)|(?P<word>first){_MONTH}){_MONTH}?"
)
_TIME = r"(?:,?\s+at\s+(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>am|pm|a\.m\.|p\.m\.|o[’']?clock|h)?)?"
_PLAN = re.compile(
    rf"{_LEAD}(?:(?:do|run|hold|have|make|move|put|set|shift|schedule|plan|post|send|start)\s+)?{_REVIEW}"
    rf"(?:\s+(?:should|can|must|shall|to|will))?(?:\s+(?:be|come|comes|is|are|happen|run))?"
    rf"\s+(?:(?:on|to|for|over to|every)\s+)?{_DAY}{_TIME}{_TAIL}"
)
_MAY_BE = re.compile(
    rf"{_NAMED.pattern}|@\S|\b(?:to|make|let) me\b|\bi(?:[’']ll)? (?:own|run|take|am)\b|\b(?:remind|ping|nudge)",
    re.IGNORECASE,
)
_US = r"(?:me|us|everyone|everybody|the team|the channel)"
_WHEN = r"(?:in|on|at|next|after|before|by|for|every|each|this|tomorrow|later|once|when)"
_REMIND = re.compile(
    rf"{_LEAD}(?:(?:can|could|will|would) you\s+(?:please\s+)?)?"
    rf"(?:(?:remind|ping|nudge)\s+{_US}(?:\s+(?:again|(?:of|about)\s+(?:this|it|that|the decision)))?"
    rf"|(?:set|make|add)\s+(?:{_US}\s+)?a reminder(?:\s+for\s+{_US})?)(?:\s+(?:again\s+)?{_WHEN}\b.{{0,60}})?"
)
"""What is kept here is one date alone."""


class _Said(NamedTuple):
    """A line that may change the plan, with what its step needs to know."""

    assessment: Assessment
    command: TypedText
    recalled: Recalled
    found: re.Match[str]

    @property
    def about(self) -> dict[str, Any]:
        """The fields of the command that a button would have sent."""
        return self.command.about(assessment_id=self.assessment.id)


def may_be(command: CommandBase) -> bool:
    """Whether the words may change the plan: only then is it looked up which reviews there are."""
    return isinstance(command, TypedText) and command.is_mention and bool(_MAY_BE.search(command.text))


def plans(command: CommandBase) -> bool:
    """Whether they may be a first plan, for which the time zone of the one who types is looked up."""
    return isinstance(command, TypedText) and may_be(command) and bool(_PLAN.fullmatch(_plain(command.text[:_LONGEST])))


def done(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """What the line does to the plan; None where it does not name all that this takes, or is about something else."""
    if not may_be(command) or command.is_edited or assessment.decision is None or len(text) > _LONGEST:
        return None
    if _REMIND.fullmatch(_plain(text).rstrip("?")) and open_key(assessment) is None:
        return _reminded(assessment, command, recalled)
    if not _NAMED.search(text) and (open_key(assessment) is not None or assessment.schedule is None):
        return None  # "it" is what was asked, or nothing of ours
    said = _plain(text)
    for pattern, step in _STEPS:
        if found := pattern.fullmatch(said):
            turn = step(_Said(assessment, command, recalled, found))
            return turn and _where_it_was_typed(turn)
    return None


def _reminded(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn:
    """That the review is the one reminder, when it comes, and how it is planned or moved."""
    schedule = assessment.schedule
    is_planned = schedule is not None and schedule.state is not ScheduleState.STOPPED
    hint = f"To {'move' if is_planned else 'plan'} it, say “review on the 15th”."
    told = ToldAnswer(
        assessment_id=assessment.id,
        asked_by=command.actor,
        says=(f"The monthly review is the one reminder that I keep: {coming(assessment, recalled)}.", hint),
        control=ToldControl.MOVE if is_planned else ToldControl.PLAN,
    )
    return Turn(says=(Say(DeliveryMethod.POST, told, under_key=PARENT),))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!, ")


def _where_it_was_typed(turn: Turn) -> Turn:
    """A press is answered where the button stands, words are where they were typed."""
    says = (replace(say, under_key=PARENT) if isinstance(say.reply, ReviewAside) else say for say in turn.says)
    return replace(turn, says=tuple(says))


def _telling(turn: Turn, said: _Said, *says: str) -> Turn:
    """The turn with what is told to the one who typed, where it changed anything."""
    if not turn.assessments:
        return turn
    return turn.saying(privately(said.command, HeardReply(assessment_id=said.assessment.id, typed="", says=says)))


def _pause(said: _Said) -> Turn | None:
    if not _is_planned(said) or _is_of_one(said):
        return None
    turn = planning.pause(said.assessment, PauseReviews(**said.about), said.recalled)
    return _telling(turn, said, "The monthly reviews are paused.", "To go on, say “resume the reviews”.")


def _resume(said: _Said) -> Turn | None:
    if not _is_planned(said):
        return None
    # The words of a press in a direct message would be said there too.
    turn = planning.resume(said.assessment, ResumeReviews(**said.about | {"is_direct": False}), said.recalled)
    if not turn.assessments:
        return turn
    return _telling(turn, said, f"Reviews go on: {coming(turn.assessments[-1], said.recalled)}.")


def _stop(said: _Said) -> Turn | None:
    """For good, so that it is done at a press that asks once more; of one review that stands open it is none."""
    if not _is_planned(said) or _is_of_one(said):
        return None
    told = "Stopped reviews have to be planned anew. “Pause the reviews” lets them rest until somebody resumes them."
    reply = HeardReply(assessment_id=said.assessment.id, typed="", says=(told,), can_stop=True)
    return Turn(says=(privately(said.command, reply),))


def _is_planned(said: _Said) -> bool:
    """Whether there is a plan to change: stopped reviews have to be planned anew."""
    schedule = said.assessment.schedule
    return schedule is not None and schedule.state is not ScheduleState.STOPPED


def _is_of_one(said: _Said) -> bool:
    """Whether the one review may be meant that stands open: "pause the review"."""
    is_one = not _PLURAL.search(said.command.text)
    return is_one and awake_review(said.assessment, said.recalled) is not None


def _hand_over(said: _Said) -> Turn | None:
    """To whoever is mentioned, or to whoever types; a name alone is nobody whom Slack could tell."""
    people = said.command.people if said.found["who"].startswith("@") else (said.command.actor,)
    if not _is_planned(said) or len(people) != 1:
        return None
    return working.hand_over(said.assessment, HandOver(**said.about, to=people[0]), said.recalled)


def _plan(said: _Said) -> Turn | None:
    """The day, and the hour where one is named; the rest stays as it is, or is what usually suits."""
    decision, day, schedule = said.assessment.decision, _day(said.found), said.assessment.schedule
    command = PlanReview(**said.about, day=day, **_rest_of_plan(said, schedule))
    if decision is None or planning.fault(command):
        return None
    return _planned(planning.plan(said.assessment, decision, command, said.recalled), said)


def _planned(turn: Turn, said: _Said) -> Turn:
    """A first plan is told to all in the thread; that it was moved is told to whoever typed."""
    after = turn.assessments[-1]
    if said.assessment.schedule is None or after.schedule is None:
        return turn
    rhythm = in_words(rhythm_of(after.schedule))
    return _telling(turn, said, f"Reviews come {rhythm}; {coming(after, said.recalled)}.")


def _day(found: re.Match[str]) -> str:
    """The day as the form of the plan names it."""
    number = found["number"] or found["plain"] or (found["word"] and "1")
    if number:
        return f"day:{int(number)}"
    place = _PLACES.get(found["place"]) or int(found["place"][0])
    if found["kind"] in _WEEKDAYS:
        return f"nth:{place}:{_WEEKDAYS.index(found['kind'])}"
    if found["kind"] == "day":
        return "day:31" if place == LAST else f"day:{place}"
    return f"work:{place}"


def _rest_of_plan(said: _Said, schedule: ReviewSchedule | None) -> dict[str, Any]:
    if schedule is None:
        zone, owner = planning.proposed_zone(said.recalled)[0], said.command.actor
        return {"time": _time(said.found, "10:00"), "zone": zone, "owner": owner}
    is_edge = bool(edge_of(rhythm_of(schedule)))  # which says itself where a free day leads
    return {
        "time": _time(said.found, f"{schedule.hour:02}:{schedule.minute:02}"),
        "zone": schedule.zone,
        "owner": schedule.owner,
        "working_days_only": schedule.working_days_only,
        "moves": str(Moves.BEFORE) if schedule.moves is Moves.BEFORE and not is_edge else "",
        "holidays": schedule.holidays or "",
    }


def _time(found: re.Match[str], otherwise: str) -> str:
    if not found["hour"]:
        return otherwise
    hour, half = int(found["hour"]), (found["half"] or "")[:1]
    hour += 12 if half == "p" and hour < 12 else -12 if half == "a" and hour == 12 else 0
    return f"{hour:02}:{found['minute'] or '00'}"


_STEPS: tuple[tuple[re.Pattern[str], Callable[[_Said], Turn | None]], ...] = (
    (_PAUSE, _pause),
    (_RESUME, _resume),
    (_STOP, _stop),
    *((form, _hand_over) for form in _HAND),
    (_PLAN, _plan),
)
