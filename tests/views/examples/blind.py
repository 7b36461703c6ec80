"""Blind answers."""

from bot.replies import (
    AnyModal,
    BlindCompared,
    BlindDone,
    BlindModal,
    BlindQuestion,
    BlindRound,
    Choice,
    DifferenceShown,
    PeopleModal,
    Reply,
    RoundEnd,
    SettleModal,
    SideShown,
    VerdictAlone,
)
from rules.differing import Bearing
from rules.framework import Architecture
from tests.views.examples.interview import PARENT
from tests.views.examples.pieces import ANA, AT, BEN, NAME, PROGRESS, REGULATED, UNSURE, WEEKLY, A

CHEN = "U0CHEN"
ROUND = BlindRound(assessment_id=A, started_by=ANA, asked=3, done=1, waiting=(BEN, CHEN))
WHY = "Facts that change weekly are fetched when someone asks."
QUESTION = BlindQuestion(
    assessment_id=A,
    name=NAME,
    fact="freshness",
    text="How often does the truth behind the answers change?",
    why=WHY,
    options=(Choice(value="static", label="Almost never"), Choice(value="weekly", label="Weekly")),
    progress=PROGRESS,
)
LIST = QUESTION.model_copy(
    update={"fact": "ops", "text": "What can the team run today?", "is_list": True, "selected": ("weekly",), "turn": 2}
)
MANY = QUESTION.model_copy(
    update={
        "fact": "examples",
        "options": tuple(Choice(value=f"v{place}", label=f"Option {place}") for place in range(9)),
        "selected": ("v3",),
    }
)
CHANGES = DifferenceShown(
    fact="freshness",
    topic="How often the truth changes",
    sides=(
        SideShown(value="weekly", words="weekly", by=(ANA, BEN), architecture=Architecture.RAG),
        SideShown(value="static", words="almost never", by=(CHEN,), architecture=Architecture.PROMPT, passes=False),
    ),
    bearing=Bearing.CHANGES,
    settles=ANA,
)
MAY = CHANGES.model_copy(
    update={
        "fact": "examples",
        "topic": "Trusted examples",
        "sides": (
            SideShown(value="hundreds", words="hundreds", by=(BEN,), architecture=Architecture.RAG),
            SideShown(value="unknown", words=None, by=(ANA, CHEN), architecture=Architecture.RAG),
        ),
        "bearing": Bearing.MAY,
        "settles": BEN,
        "is_sure": True,
    }
)
NEVER = MAY.model_copy(update={"fact": "stakes", "topic": "What a wrong answer costs", "bearing": Bearing.NEVER})
COMPARED = BlindCompared(
    assessment_id=A,
    name=NAME,
    asked=3,
    done=3,
    at=AT,
    agreed=(REGULATED.model_copy(update={"by": None}), UNSURE.model_copy(update={"by": None})),
    differences=(CHANGES, MAY, NEVER),
    alone=(
        VerdictAlone(by=(ANA, BEN), architecture=Architecture.RAG),
        VerdictAlone(by=(CHEN,), architecture=Architecture.PROMPT, passes=False),
    ),
)
MANY_MORE = tuple(
    (MAY if place < 6 else NEVER).model_copy(update={"fact": f"fact{place}", "topic": f"Topic {place}"})
    for place in range(12)
)
BLIND: dict[str, Reply] = {
    "parent_can_ask_alone": PARENT.model_copy(update={"can_ask_alone": True, "last_by": None, "last_at": None}),
    "parent_blind": PARENT.model_copy(update={"is_blind": True, "progress": None, "last_by": None, "last_at": None}),
    "blind_round": ROUND,
    "blind_round_begins": ROUND.model_copy(update={"done": 0, "named": (ANA, BEN, CHEN), "waiting": ()}),
    "blind_round_again": ROUND.model_copy(update={"waiting": ()}),
    "blind_round_all": ROUND.model_copy(update={"done": 3, "waiting": (), "ended": RoundEnd.ALL}),
    "blind_round_opened": ROUND.model_copy(update={"waiting": (), "ended": RoundEnd.OPENED, "by": ANA}),
    "blind_round_closed": ROUND.model_copy(update={"waiting": (), "ended": RoundEnd.CLOSED}),
    "blind_question": QUESTION,
    "blind_question_list": LIST,
    "blind_question_many": MANY,
    "blind_done": BlindDone(assessment_id=A, name=NAME, given=8),
    "blind_done_last": BlindDone(assessment_id=A, name=NAME, given=1, is_opened=True),
    "blind_compared": COMPARED,
    "blind_compared_early": COMPARED.model_copy(
        update={"opened_by": ANA, "done": 1, "missing": (BEN, CHEN), "alone": COMPARED.alone[:1]}
    ),
    "blind_compared_one": COMPARED.model_copy(
        update={"opened_by": ANA, "done": 0, "missing": (ANA, BEN), "only": BEN, "differences": (), "alone": ()}
    ),
    "blind_compared_agreed": COMPARED.model_copy(update={"differences": (), "alone": ()}),
    "blind_compared_nothing": COMPARED.model_copy(
        update={"opened_by": ANA, "done": 0, "agreed": (), "differences": (), "alone": ()}
    ),
    "blind_compared_many": COMPARED.model_copy(update={"differences": (CHANGES, *MANY_MORE)}),
}
OWN = BlindModal(private="{}", assessment_id=A, name=NAME, question=QUESTION, given=(WEEKLY, REGULATED, UNSURE))
BLIND_MODALS: dict[str, AnyModal] = {
    "people": PeopleModal(private="{}", name=NAME),
    "people_changed": PeopleModal(private="{}", name=NAME, people=(ANA, BEN), is_change=True),
    "blind_own": OWN,
    "blind_own_first": OWN.model_copy(update={"given": ()}),
    "blind_own_list": OWN.model_copy(update={"question": LIST, "replaces": True}),
    "blind_own_done": OWN.model_copy(update={"question": None}),
    "blind_own_opened": OWN.model_copy(update={"question": None, "is_opened": True}),
    "settle": SettleModal(private="{}", text=QUESTION.text, difference=CHANGES),
    "settle_unsure": SettleModal(private="{}", text=QUESTION.text, difference=MAY),
}
