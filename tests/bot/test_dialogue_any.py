"""Whatever people press, in whatever order: the promises of a conversation hold after every step."""

from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot import commands
from bot.dialogue.progress import CONTRADICTION
from bot.views import render, render_modal
from rules import FRAMEWORK, decide
from rules.facts import FACTS, VALUES
from storage.records import AssessmentState
from tests.bot.room import Room, open_questions

PEOPLE = st.sampled_from(["U1", "U2", "U3"])
ANY_FACT = st.sampled_from(FACTS)
CONTROLS = st.sampled_from([
    commands.Stop, commands.Continue, commands.AnswerRest, commands.ShowMore, commands.Compare, commands.ShowPrecedents,
    commands.ShowRows, commands.AskQuestion, commands.ShowRoadmap, commands.ShowStatus, commands.ShowHelp,
])  # fmt: skip
WORDS = st.sampled_from([
    "weekly", "about once a week", "every two weeks", "not sure", "our own documents", "200 pages", "stop",
    "2m requests a day", "back", "why not fine-tuning?", "what if it changes live", "compare",
    "what would change it?", "banana", "format and tone", "<!channel>", "",
])  # fmt: skip


class Conversation(RuleBasedStateMachine):
    """People in one channel with one interview, and now and then a new version of it."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Room()
        self.room.start()
        self.given: list[tuple[str, Any]] = []

    def is_over(self) -> bool:
        return self.room.assessment.state in {AssessmentState.CANCELLED, AssessmentState.SUPERSEDED}

    @rule(by=PEOPLE, data=st.data())
    def answer_what_is_asked(self, by: str, data: st.DataObject) -> None:
        asked = self.room.assessment.asking
        if asked is None or asked.startswith(CONTRADICTION):
            return
        before = len(self.room.assessment.answers)
        values = data.draw(st.sampled_from([None, *VALUES[asked]]))
        self.room.answer(values, by)
        if not self.is_over():
            assert len(self.room.assessment.answers) >= before
            assert self.room.assessment.answers[asked].by == by

    @rule(by=PEOPLE, facts=st.fixed_dictionaries({fact: st.sampled_from([None, *VALUES[fact]]) for fact in FACTS}))
    def answer_to_the_end(self, by: str, facts: dict[str, Any]) -> None:
        if self.room.assessment.state is AssessmentState.INTERVIEWING:
            self.room.interview(facts, by)
            assert self.room.assessment.state is AssessmentState.DECIDED

    @rule(by=PEOPLE, fact=ANY_FACT, data=st.data())
    def answer_anything(self, by: str, fact: str, data: st.DataObject) -> None:
        values = data.draw(st.lists(st.sampled_from([*VALUES[fact], "gone"]), max_size=3))
        before = self.room.assessment
        self.room.answer(values, by, fact=fact)
        if before.asking != fact and fact in before.answers:
            assert self.room.assessment.answers[fact] == before.answers[fact]

    @rule(by=PEOPLE, fact=ANY_FACT, kind=st.sampled_from([commands.ChangeAnswer, commands.Back, commands.KeepAnswer]))
    def move(self, by: str, fact: str, kind: type[commands.CommandBase]) -> None:
        self.room.do(kind, by, fact=fact)

    @rule(by=PEOPLE, kind=CONTROLS)
    def press(self, by: str, kind: type[commands.CommandBase]) -> None:
        self.room.do(kind, by)
        if self.room.modal is not None:
            assert render_modal(self.room.modal)["type"] == "modal"

    @rule(by=PEOPLE, text=WORDS, is_mention=st.booleans())
    def say(self, by: str, text: str, *, is_mention: bool) -> None:
        self.room.type(text, by, is_mention=is_mention)

    @rule(by=PEOPLE, side=st.sampled_from(["", "freshness", "source", "failure"]))
    def resolve(self, by: str, side: str) -> None:
        asked = self.room.assessment.asking or ""
        found = asked.removeprefix(CONTRADICTION)
        self.room.do(commands.ResolveContradiction, by, contradiction=found, fact=side)

    @rule(by=PEOPLE, place=st.integers(0, 30), is_done=st.booleans())
    def tick(self, by: str, place: int, *, is_done: bool) -> None:
        items = [item.id for item in self.room.assessment.checklist] or ["gone"]
        self.room.do(commands.MarkItem, by, item_id=items[place % len(items)], is_done=is_done)

    @rule(by=PEOPLE, fact=ANY_FACT, data=st.data())
    def record_what_if(self, by: str, fact: str, data: st.DataObject) -> None:
        self.room.do(commands.RecordChange, by, fact=fact, value=data.draw(st.sampled_from(VALUES[fact])))

    @rule(by=PEOPLE, kind=st.sampled_from([commands.Cancel, commands.StartNewVersion]), dice=st.integers(0, 9))
    def end(self, by: str, kind: type[commands.CommandBase], dice: int) -> None:
        if dice == 0:
            self.room.do(kind, by)

    @invariant()
    def one_question_stands_open_and_it_is_the_one_that_is_asked(self) -> None:
        assessment = self.room.assessment
        is_running = assessment.state is AssessmentState.INTERVIEWING
        asked = assessment.asking if is_running and not (assessment.asking or "").startswith(CONTRADICTION) else None
        assert open_questions(self.room) == ([asked] if asked else [])
        assert not is_running or assessment.asking is not None

    @invariant()
    def an_answer_that_stands_is_shown_with_who_gave_it(self) -> None:
        for fact, answer in self.room.assessment.answers.items():
            shown = self.room.message(f"question:{fact}")
            if fact != self.room.assessment.asking:
                assert (shown.kind, shown.said.by) == ("answered", answer.by)

    @invariant()
    def a_verdict_is_what_the_rules_say_of_its_answers(self) -> None:
        assessment = self.room.assessment
        if assessment.state is not AssessmentState.DECIDED:
            return
        assert assessment.decision is not None
        assert assessment.decision.facts == assessment.facts()
        assert assessment.decision.verdict == decide(assessment.facts(), FRAMEWORK)
        assert self.room.message("verdict").architecture == assessment.decision.verdict.verdict
        assert self.room.message("parent").architecture == assessment.decision.verdict.verdict

    @invariant()
    def everything_said_can_be_shown(self) -> None:
        for say in self.room.turns[-1].says:
            assert render(say.reply).text

    @invariant()
    def one_turn_says_each_thing_once(self) -> None:
        says = self.room.turns[-1].says
        keyed = [(say.method, say.about, say.message_key) for say in says if say.message_key]
        assert len(keyed) == len(set(keyed))


Conversation.TestCase.settings = settings(
    max_examples=20,
    stateful_step_count=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestConversation = pytest.mark.filterwarnings("default")(Conversation.TestCase)


def test_while_two_answers_do_not_fit_a_third_is_written_down_and_nothing_is_called_the_verdict(room: Room):
    room.start()
    room.answer("facts")
    room.answer("model", fact="source")
    room.type("a nurse sees only the patients of her own ward")
    assert room.assessment.answers["access"].value == "per_user"

    room.type("we need no citations")
    room.type("compare prompting and fine-tuning")

    assert room.assessment.answers["receipts"].value == "none"
    assert any(said.startswith("So far the verdict would be") for said in room.thread[-2].says)
