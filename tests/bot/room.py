"""A channel with people in it, without Slack and without a database: commands go in, what stands in the thread is seen.

It keeps the rules that Slack keeps: a message is posted once under its key and edited only while it stands.
"""

from collections import Counter
from collections.abc import Sequence
from copy import copy
from datetime import UTC, datetime, timedelta
from typing import Any

from bot import commands
from bot.commands import CommandBase
from bot.dialogue import Recalled, Turn, advance
from bot.dialogue.ask import reopen
from bot.dialogue.names import clean
from bot.dialogue.progress import question_key
from bot.dialogue.roadmap import ROADMAP_KEYS
from bot.dialogue.turn import Gathered
from bot.replies import AnyModal, EarlierVerdict, MovedLine, Reply, read_reply, write_reply
from rules import FRAMEWORK
from storage.deliveries import IN_THREAD
from storage.records import (
    Answer,
    Assessment,
    AssessmentState,
    BlindAnswers,
    Bucket,
    Decision,
    DeliveryMethod,
    LoggedFailure,
    MessageRef,
    Tenant,
)
from tests.bot.declared import declared

TENANT = Tenant(team="T1")
CHANNEL = "C1"
ENDED = {AssessmentState.CANCELLED, AssessmentState.SUPERSEDED}

COPILOT: dict[str, Any] = {
    "need": "facts",
    "freshness": "weekly",
    "source": "documents",
    "corpus": "large",
    "hygiene": "mixed",
    "receipts": "regulated",
    "access": "everyone",
    "failure": ["invented_facts"],
    "examples": "none",
    "evals": "ad_hoc",
    "latency": "under_3s",
    "volume": "under_100k",
    "ops": ["search"],
    "stakes": "money",
    "hosting": "private_cloud",
}
"""The facts of a support copilot: a team that retrieval suits."""


class Room:
    """One channel. `at` is the id of the newest assessment."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
        self.assessments: dict[str, Assessment] = {}
        self.messages: dict[tuple[str, str], Reply] = {}
        self.thread: list[Reply] = []
        self.private: list[tuple[str, Reply]] = []
        self.modal: AnyModal | None = None
        self.dedupe: set[str] = set()
        self.failures: dict[str, LoggedFailure] = {}
        self.blind: dict[tuple[str, int], BlindAnswers] = {}
        self.turns: list[Turn] = []
        self.history: tuple[Answer, ...] = ()
        """Every answer that was given, as storage keeps them."""
        self.verdicts: tuple[Decision, ...] = ()
        """The same of every verdict."""
        self.at = ""
        self._ids = 0

    def copy(self) -> "Room":
        """Another room in which all this has happened; what is kept in it never changes, so it is shared."""
        room = Room()
        vars(room).update({name: copy(kept) for name, kept in vars(self).items()})
        return room

    @property
    def assessment(self) -> Assessment:
        """The newest one."""
        return self.assessments[self.at]

    def message(self, key: str, at: str = "") -> Any:
        """What stands under this key."""
        return self.messages[at or self.at, key]

    def told(self) -> Any:
        """What was last said to one person alone."""
        return self.private[-1][1]

    def do(self, kind: type[CommandBase], by: str = "U1", **fields: Any) -> Turn:
        """Somebody does something here."""
        if "assessment_id" in kind.model_fields and not fields.get("assessment_id"):
            fields["assessment_id"] = self.at
        return self.run(kind(**{"tenant": TENANT, "channel": CHANNEL, "actor": by, **fields}))

    def run(self, command: CommandBase) -> Turn:
        """Carry out a command as the advisor would."""
        self.now += timedelta(seconds=20)
        self._ids += 1
        recalled = self._recall(command)
        turn = advance(command, declared(command, recalled))
        self._apply(turn, recalled.assessment.id if recalled.assessment else self.at)
        return turn

    def start(self, name: str = "Support copilot", by: str = "U1") -> Turn:
        """`/ftrag assess`."""
        return self.do(commands.StartAssessment, by, name=name, response_url="https://hooks.slack.com/x")

    def answer(self, values: str | Sequence[str] | None = None, by: str = "U1", fact: str | None = None) -> Turn:
        """Answer the open question (or another one) by a click; None is "not sure"."""
        asked = fact or self.assessment.asking or ""
        if values is None:
            return self.do(commands.SayNotSure, by, fact=asked)
        return self.do(
            commands.GiveAnswer, by, fact=asked, values=(values,) if isinstance(values, str) else tuple(values)
        )

    def open(self, fact: str) -> None:
        """This question is the one that stands open, whatever stood open before."""
        recalled = self._recall(commands.ShowMore(tenant=TENANT, channel=CHANNEL, assessment_id=self.at))
        self._apply(reopen(self.assessment, fact, recalled), self.at)

    def type(self, text: str, by: str = "U1", *, is_mention: bool = True) -> Turn:
        """Type in the thread."""
        return self.do(commands.TypedText, by, thread_ts="1.1", text=text, is_mention=is_mention)

    def phase(self, name: str) -> Any:
        """One phase of the roadmap, as somebody sees it who opens it."""
        self.do(commands.OpenPhase, "U9", phase=name)
        return next(phase for phase in self.told().phases if phase.phase == name)

    def interview(self, facts: dict[str, Any], by: str = "U1") -> None:
        """Answer what is asked from these facts, "not sure" where they say nothing, until nothing is asked."""
        for _ in range(60):
            asked = self.assessment.asking
            if asked is None:
                return
            if asked.startswith("contradiction:"):
                self.do(commands.ResolveContradiction, by, contradiction=asked.partition(":")[2], fact="")
            else:
                self.answer(facts.get(asked), by)
        raise AssertionError("the interview does not end")

    def _recall(self, command: CommandBase) -> Recalled:
        found = self.assessments.get(getattr(command, "assessment_id", ""))
        live = [a for a in reversed(self.assessments.values()) if a.state not in ENDED and a.channel == command.channel]
        if isinstance(command, commands.StartAssessment):
            wanted = clean(command.name).casefold()
            found = next((a for a in live if a.name.casefold() == wanted), None)
        if isinstance(command, commands.TypedText):
            found = self.assessments.get(self.at)
        named = getattr(command, "name", "")
        if isinstance(command, commands.Reassess | commands.ShowRoadmap | commands.LogFailure) and named:
            found = next((a for a in live if a.decision and a.name.casefold() == clean(named).casefold()), None)
        if isinstance(command, commands.LogFailure | commands.FailureLogged):
            while found and found.state is AssessmentState.SUPERSEDED:
                found = self.assessments[found.superseded_by or ""]
        is_typed = isinstance(command, commands.TypedText)
        posted = {key for of, key in self.messages if found and of == found.id}
        return Recalled(
            now=self.now,
            framework=FRAMEWORK,
            new_id=f"a{self._ids}",
            assessment=found,
            others=tuple(a for a in reversed(self.assessments.values()) if a.channel == command.channel),
            posted=frozenset(posted),
            own=tuple(self._place(key, found.id) for key in sorted(posted)) if found else (),
            roadmap=frozenset(posted & set(ROADMAP_KEYS)),
            links={key: f"https://x.invalid/{key}" for key in posted}
            | {"message": "https://x.invalid/message" if getattr(command, "message_ts", "") else ""},
            previous=self.assessments.get(found.supersedes or "") if found and found.decision is None else None,
            successor=self.assessments.get(found.superseded_by or "") if found else None,
            blind=tuple(one for (of, _), one in sorted(self.blind.items()) if found and of == found.id),
            failure=(failure := self.failures.get(getattr(command, "failure_id", ""))),
            log=tuple(sorted(self.failures.values(), key=lambda one: one.at, reverse=True)),
            counts=self._counts(found, failure.at if failure else self.now),
            gathered=Gathered(history=self.history, verdicts=self.verdicts) if is_typed else None,
        )

    def _place(self, key: str, of: str) -> MessageRef:
        """Where a message stands: named by its number among all that there are."""
        at = [*self.messages].index((of, key))
        return MessageRef(tenant=TENANT, assessment_id=of, key=key, channel=CHANNEL, ts=f"{at}.0")

    def _counts(self, found: Assessment | None, until: datetime) -> Counter[Bucket]:
        counted: Counter[Bucket] = Counter()
        while found:
            own = [one for one in self.failures.values() if one.assessment_id == found.id and not one.withdrawn_at]
            counted.update(one.bucket for one in own if one.at <= until)
            found = self.assessments.get(found.supersedes or "")
        return counted

    def _apply(self, turn: Turn, found: str) -> None:
        self.turns.append(turn)
        self.modal = turn.modal
        for assessment in turn.assessments:
            # What is saved is read back: a record that storage could not keep would show here.
            kept = Assessment.model_validate_json(assessment.model_dump_json())
            before = self.assessments[kept.id].answers if kept.id in self.assessments else {}
            self.history += tuple(each for fact, each in kept.answers.items() if before.get(fact) != each)
            given = self.assessments[kept.id].decision if kept.id in self.assessments else None
            self.verdicts += (kept.decision,) if kept.decision is not None and kept.decision != given else ()
            self.assessments[kept.id] = kept.model_copy(update={"version": kept.version + 1})
            self.at = kept.id
        for one in turn.blind:
            answers = BlindAnswers.model_validate_json(one.model_dump_json())
            self.blind[one.assessment_id, one.place] = answers.model_copy(update={"version": one.version + 1})
        for failure in turn.failures:
            self.failures[failure.id] = LoggedFailure.model_validate_json(failure.model_dump_json())
        if turn.deletes:
            del self.assessments[turn.deletes]
        about = self.at if turn.assessments else found
        for say in turn.says:
            self._say(say, say.about or about)

    def _say(self, say: Any, about: str) -> None:
        reply = read_reply(write_reply(say.reply))
        if say.dedupe_key:
            if say.dedupe_key in self.dedupe:
                return
            self.dedupe.add(say.dedupe_key)
        place = (about, say.message_key)
        if (say.message_key or "").startswith(IN_THREAD):
            place = [*self.messages][int(float(say.message_key.removeprefix(IN_THREAD)))]
        if say.is_private:
            self.private.append((say.user or "", reply))
        elif say.method is DeliveryMethod.UPDATE:
            assert place in self.messages, f"{say.message_key} is edited and was never posted"
            standing = self.messages[place]
            is_gone = isinstance(standing, MovedLine) and not standing.stays and not isinstance(reply, MovedLine)
            assert not is_gone, f"{say.message_key} is edited and was taken away"
            self.messages[place] = reply
        else:
            standing = self.messages.get(place)
            assert standing is None or isinstance(standing, EarlierVerdict | MovedLine), (
                f"{say.message_key} posted twice"
            )
            self.thread.append(reply)
            if say.message_key:
                self.messages[place] = reply


def open_questions(room: Room, at: str = "") -> list[str]:
    """The facts whose messages are questions that can be answered now."""
    found = [
        key.partition(":")[2] for of, key in room.messages if of == (at or room.at) and key.startswith("question:")
    ]
    return [fact for fact in found if room.message(question_key(fact), at).kind == "question"]


def reassess(room: Room, by: str = "U2", **fields: Any) -> None:
    room.do(commands.Reassess, by, **fields)


def confirm_all(room: Room, by: str = "U2", **other: Any) -> None:
    """Press "Still so" on whatever is offered, but for the facts in `other`."""
    for _ in range(60):
        asked = room.assessment.asking
        if asked is None:
            return
        if asked.startswith("contradiction:"):
            room.do(commands.ResolveContradiction, by, contradiction=asked.partition(":")[2], fact="")
        elif room.message(f"question:{asked}").kind == "still_so" and asked not in other:
            room.do(commands.StillSo, by, fact=asked)
        else:
            if room.message(f"question:{asked}").kind == "still_so":
                room.do(commands.SomethingElse, by, fact=asked)
            room.answer(other.get(asked), by)
    raise AssertionError("the re-assessment does not end")


def asks_last(room: Room) -> str:
    """The fact that the last message of the thread asks for."""
    last = room.thread[-1]
    assert last.kind == "question"
    assert room.message(f"question:{last.fact}") == last
    return last.fact


def item(room: Room, id_: str = "golden_tasks") -> Any:
    return next(found for found in room.assessment.checklist if found.id == id_)
