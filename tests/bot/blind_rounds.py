"""Blind rounds as a machine that tries every order of steps, on the real conversation and a real SQLite file.

Whatever people do: before a round is opened nobody's answer is in a message, a Home, a status, a log or among what an
export may take; each answer is kept once, as it was given last; what was settled stands.
"""

import asyncio
import json
import shutil
from collections.abc import Coroutine, Sequence
from contextlib import AsyncExitStack, ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from structlog.testing import capture_logs

from bot import commands
from bot.dialogue.round import next_own
from bot.replies import write_reply
from rules import FRAMEWORK
from rules.facts import ALONE, FACTS
from storage import open_storage
from storage.answer_records import BLIND
from storage.records import Assessment, AssessmentState, BlindAnswers
from tests.bot.blind_readers import Listening, all_of, asks_alone, telling
from tests.bot.house import TENANT

STARTER = "U2"
PEOPLE = ("U1", "U2", "U3")
OUTSIDER = "U9"
CHANNEL = "C1"
ONE_SECOND = timedelta(seconds=1)

people = st.sampled_from(PEOPLE)
several = st.lists(people, min_size=2, unique=True)
choice = st.integers(0, 2)
"""Which option is pressed; people agree often enough, and differ often enough."""

Given = dict[str, Any]


class BlindRounds(RuleBasedStateMachine):
    """One feature whose questions each answers alone, and another one beside it that all answer together."""

    def __init__(self, template: Path, folder: Path) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.kept = ExitStack()
        self.logged = self.kept.enter_context(capture_logs())
        self.storing = AsyncExitStack()
        file = folder / "blind.db"
        shutil.copyfile(template, file)
        self.given: dict[str, Given] = {}
        self.settled: Given = {}
        self.is_open = self.is_cancelled = False

        async def opened() -> Listening:
            return Listening(await self.storing.enter_async_context(open_storage(f"sqlite:///{file}")))

        self.house = self.wait(opened())
        for person in (*PEOPLE, OUTSIDER):
            self.house.channels[person] = {CHANNEL: "support-ai"}

    def wait(self, step: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(step)

    def teardown(self) -> None:
        self.wait(self.storing.aclose())
        self.kept.close()
        self.runner.close()

    def do(self, kind: type[commands.CommandBase], by: str, **fields: Any) -> Any:
        """Somebody does something, and what follows is delivered. Gives the modal that opens."""
        modal = self.wait(self.house.do(kind, by, channel=CHANNEL, **fields))
        self.wait(self.house.later(1))
        return modal

    @property
    def assessment(self) -> Assessment:
        return self.wait(self.house.storage.assessments.get(TENANT, self.id))

    @property
    def rows(self) -> Sequence[BlindAnswers]:
        return self.wait(self.house.storage.blind.of(TENANT, self.id))

    def own(self, person: str) -> BlindAnswers | None:
        return next((one for one in self.rows if one.person == person and not one.is_off), None)

    @initialize(named=several, given=st.lists(st.tuples(people, choice), min_size=4, max_size=16))
    def begin(self, named: list[str], given: list[tuple[str, int]]) -> None:
        self.other = self.wait(self.house.start("Invoice reader", CHANNEL, STARTER)).id
        self.id = self.wait(self.house.start("Support copilot", CHANNEL, STARTER)).id
        self.wait(self.house.later(1))
        self.house.read.clear()
        assert self.do(commands.AskBlind, STARTER, assessment_id=self.id) is not None
        self.name(named)
        for person, pressed in given:
            self.answer(person, pressed, 1)

    def name(self, named: Sequence[str]) -> None:
        is_change = bool(self.given)
        self.do(commands.PeopleNamed, STARTER, assessment_id=self.id, people=tuple(named), is_change=is_change)
        self.given |= {person: self.given.get(person, {}) for person in named}

    def is_running(self) -> bool:
        return not self.is_open and not self.is_cancelled

    @precondition(is_running)
    @rule(named=several)
    def name_others(self, named: list[str]) -> None:
        """Somebody is added, or taken off, as one who has left."""
        self.name(named)
        self.look()

    @rule(person=people, pressed=choice)
    def press_twice(self, person: str, pressed: int) -> None:
        """A double press: the second one says the same."""
        self.answer(person, pressed, 2)

    def answer(self, person: str, pressed: int, times: int) -> None:
        """The next question of one's own."""
        fact = self.next_of(person)
        if fact is not None:
            self.give(person, fact, pressed, times)

    @precondition(is_running)
    @rule(person=people, pressed=st.lists(choice, min_size=1, max_size=3))
    def finish(self, person: str, pressed: list[int]) -> None:
        """All that is left of one's own questions; whoever finishes last opens the answers."""
        for at in range(len(FACTS)):
            fact = self.next_of(person) if self.is_running() and self.own(person) else None
            if fact is None:
                return
            self.give(person, fact, pressed[at % len(pressed)], 1)

    def next_of(self, person: str) -> str | None:
        mine = self.own(person)
        return next_own(mine, FRAMEWORK) if mine else "need"

    @precondition(lambda self: any(self.given.values()))
    @rule(person=people, pressed=choice, data=st.data())
    def answer_again(self, person: str, pressed: int, data: st.DataObject) -> None:
        """Another answer to a question that one has answered."""
        if known := self.given.get(person):
            self.give(person, data.draw(st.sampled_from(sorted(known))), pressed, 1)

    @rule(pressed=choice)
    def answer_as_an_outsider(self, pressed: int) -> None:
        """Somebody whom nobody named."""
        self.give(OUTSIDER, "need", pressed, 1)

    def give(self, person: str, fact: str, pressed: int, times: int) -> None:
        """Press an option, the third one is "not sure"; it counts where this person is asked and nothing is open."""
        counts = self.is_running() and self.own(person) is not None
        option = FRAMEWORK.by_fact[fact].options[pressed % 2].value
        is_unsure = pressed == 2
        for _ in range(times):
            self.do(
                commands.GiveBlindAnswer, person, assessment_id=self.id, fact=fact, is_unsure=is_unsure,
                values=() if is_unsure else (option,),
            )  # fmt: skip
        if counts:
            self.given[person][fact] = None if is_unsure else (option,) if fact in ALONE else option
        self.look()

    @precondition(lambda self: self.is_open or sum(map(len, self.given.values())) > 2)
    @rule(person=st.sampled_from((*PEOPLE, OUTSIDER)))
    def open_the_answers(self, person: str) -> None:
        """The starter may at any time, others once a week is over."""
        was = self.is_running()
        self.do(commands.OpenBlindAnswers, person, assessment_id=self.id)
        self.look()
        assert not was or person != STARTER or self.is_open

    @rule()
    def a_week_passes(self) -> None:
        self.wait(self.house.later(8 * 24 * 3600))

    @precondition(lambda self: self.is_running() and sum(map(len, self.given.values())) > 8)
    @rule()
    def cancel(self) -> None:
        self.do(commands.Cancel, STARTER, assessment_id=self.id)
        self.is_cancelled = self.assessment.state is AssessmentState.CANCELLED
        assert self.is_cancelled

    @precondition(lambda self: self.is_open)
    @rule(person=people, data=st.data())
    def settle(self, person: str, data: st.DataObject) -> None:
        """One of several answers is made to count, or nothing happens where one counts already."""
        alone: dict[str, set[Any]] = {}
        for one in self.rows:
            for fact, answer in one.answers.items() if not one.is_off else ():
                alone.setdefault(fact, set()).add(answer.value)
        differing = {fact: values for fact, values in alone.items() if len(values) > 1 and fact not in self.settled}
        if differing:
            fact = data.draw(st.sampled_from(sorted(differing)))
            value = data.draw(st.sampled_from(sorted(differing[fact] - {None}, key=str)))
            was = self.assessment.answers.get(fact)
            plain = ",".join(value) if isinstance(value, tuple) else value
            self.do(
                commands.DifferenceSettled, person, assessment_id=self.id, fact=fact, value=plain, reason="We know."
            )
            self.settled[fact] = was.value if was else value

    @rule(person=people)
    def look_around(self, person: str) -> None:
        """Somebody opens their Home and asks how it stands."""
        self.wait(self.house.open(person))
        self.do(commands.ShowStatus, person)

    @rule(person=people)
    def answer_beside_it(self, person: str) -> None:
        """The other feature's question is answered for all to see, which is nobody's answer here."""
        other = self.wait(self.house.storage.assessments.get(TENANT, self.other))
        if other.asking:
            self.do(commands.SayNotSure, person, assessment_id=self.other, fact=other.asking)

    def look(self) -> None:
        """Whether it was opened by now: all have finished, or somebody did not wait."""
        self.is_open = self.is_open or (not self.is_cancelled and self.assessment.asking != BLIND)

    @invariant()
    def every_answer_is_kept_once_as_it_was_given_last(self) -> None:
        if not self.given:
            return
        rows = self.rows
        assert len({one.person for one in rows}) == len(rows)
        for one in rows:
            kept = {fact: answer.value for fact, answer in one.answers.items()}
            is_forgotten = one.is_off and one.opened_at is not None
            assert kept == ({} if is_forgotten else self.given[one.person])

    @invariant()
    def nobody_reads_an_answer_before_it_is_opened(self) -> None:
        if not self.given or self.is_open:
            return
        assert self.assessment.answers == {}
        assert self.wait(self.house.storage.blind.opened(TENANT, [self.id])) == ()
        shown = [all_of(reply) for reader, reply in self.house.read if reader is None or not asks_alone(reply)]
        # The feature beside shows every option of its own open question, which gives nothing away.
        told = "\n".join(words for words in shown if self.id in words or self.other not in words)
        told += "\n".join(all_of(screen) for _, screen in self.house.published) + str(self.logged)
        for known in self.given.values():
            for fact, value in known.items():
                assert not [words for words in telling(fact, value) if words in told], (fact, value)

    @invariant()
    def nobody_is_shown_what_another_one_answers_alone(self) -> None:
        if not self.is_open:
            for reader, reply in self.house.read:
                if asks_alone(reply):
                    others = {who for who in (*PEOPLE, OUTSIDER) if who != reader}
                    assert not [who for who in others if f'"by": "{who}"' in json.dumps(write_reply(reply))]

    @invariant()
    def what_was_settled_stands(self) -> None:
        if self.settled:
            answers = self.assessment.answers
            assert {fact: answers[fact].value for fact in self.settled} == self.settled

    @invariant()
    def what_all_agree_on_counts_once_it_is_opened(self) -> None:
        if not self.is_open:
            return
        there = [{f: a.value for f, a in one.answers.items()} for one in self.rows if not one.is_off]
        answers = self.assessment.answers
        for fact in set.intersection(*map(set, there)) if there else ():
            if len({known[fact] for known in there}) == 1 and there[0][fact] is not None:
                assert answers[fact].value == there[0][fact]
