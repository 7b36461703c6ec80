"""A second answer in a line after the verdict, from a word that is said of something else, is none."""

from rules.facts import Value
from rules.hearing import hear, line
from tests.tables import each


@each(
    ("text", "saves"),
    [
        ("labels r consistent now, redone last wk", {"labels": "consistent"}),
        ("the labels are consistent now, reworked by one team", {"labels": "consistent"}),
        ("examples are now 4k, redone by hand", {"examples": "thousands"}),
        ("hosting is on premises now, the contract was redone", {"hosting": "on_premises"}),
        ("any api is fine now, legal reworked the policy", {"hosting": "any_api"}),
        ("sources are required now, compliance reworked the rules", {"receipts": "required"}),
        ("content changes monthly now, we redo the pages", {"freshness": "monthly"}),
        ("we have no examples now, the old ones were thrown out and will be redone", {"examples": "none"}),
        ("labels are mixed now, the current batch is open", {"labels": "mixed"}),
        ("each clerk may only see their own files now, cleaned up in march", {"access": "per_user"}),
        ("two people agree on 95 % now, checked every week", {"labels": "consistent"}),
        ("evals run continuously now, every night", {"evals": "continuous"}),
        ("source is the crm now, the old wiki is gone", {"source": "systems"}),
        ("only 40 examples left now, the rest was wrong", {"examples": "tens"}),
    ],
)
def test_what_a_statement_is_not_about_is_not_changed(text: str, saves: dict[str, Value]):
    assert hear(line(text, None, {}, mention=True)).saves == saves


@each(
    ("text", "saves"),
    [
        ("a wrong answer is just redone now", {"stakes": "rework"}),
        ("labels are consistent now, and a mistake means rework", {"labels": "consistent", "stakes": "rework"}),
        ("facts change weekly now and volume is 20k a day", {"freshness": "weekly", "volume": "under_100k"}),
        ("wiki is clean now, and we have a golden set", {"hygiene": "clean", "evals": "golden_set"}),
    ],
)
def test_two_answers_that_are_told_are_both_changed(text: str, saves: dict[str, Value]):
    assert hear(line(text, None, {}, mention=True)).saves == saves
