"""What tests of the answers begin with: a team's facts, and a question put to them."""

from rules.catalog import FRAMEWORK
from rules.facts import Facts
from rules.hearing import Asked
from rules.telling import Background, tell

TEAM = Facts(
    need="facts", freshness="weekly", source="documents", corpus="large", hygiene="clean", receipts="required",
    access="everyone", failure=("invented_facts",), examples="none", evals="ad_hoc", latency="under_3s",
    volume="under_100k", ops=("search",), stakes="money", hosting="any_api",
)  # fmt: skip
OPEN = Facts(need="facts")


def told(intent: str, facts: Facts = TEAM, *, background: Background | None = None, **slots):
    return tell(Asked(intent, slots), background or Background(facts))


def words(answer) -> str:
    return " ".join((*answer.says, *answer.more))


def option_of(fact: str):
    value = FRAMEWORK.by_fact[fact].options[0].value
    return (value,) if FRAMEWORK.by_fact[fact].is_list else value
