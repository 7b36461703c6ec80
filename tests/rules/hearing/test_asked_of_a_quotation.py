"""What is asked of a quotation, and of what a colleague holds: what could change it, and what it would take."""

from rules.hearing import hear, line
from tests.rules.hearing.asked import SAID, key_of, keys
from tests.tables import each


@each(
    "text",
    [
        "> the verdict may change\nby what?",
        "> this verdict holds until an answer changes\nwhich one would that be?",
        "> the recommendation could be different\nthrough what, exactly?",
        "> it stays so unless something changes\nand what might that be?",
        "> the advice holds unless things change\nwhat things?",
        "> your advice is not final\nwhat would alter it?",
        "> this stands for now\nuntil what happens?",
    ],
)
def test_what_the_quoted_verdict_depends_on_is_asked_by_pointing_at_it(text):
    assert keys(text) == [("what_would_change",)]


@each(
    ("text", "found"),
    [
        ("> the verdict may change\nwhat do we do first, then?", "next"),
        ("> the outcome may change\nhow likely is that?", "how_sure"),
        ("> the outcome may change\nwhen do you look at it again?", "review"),
        ("> the outcome is RAG\non what grounds?", "why"),
        ("> the hybrid holds for now\nwhat is a hybrid?", "glossary hybrid"),
    ],
)
def test_something_else_may_be_asked_of_it(text, found):
    assert keys(text) == [key_of(found)]


@each(
    ("text", "found"),
    [
        ('@Tom insists "it ought to be the hybrid". what would have to happen for that?', "what_would_make hybrid"),
        ('@Tom insists "it ought to be the hybrid". why isn\'t it?', "why_not hybrid"),
        ("@Lena and @Tom say we should fine-tune. under what conditions would you agree?", "what_would_make fine_tune"),
        ('Our CTO says "a prompt is enough". Under which circumstances would that be so?', "what_would_make prompt"),
        ("@Sven wants a model of our own. why is that not your pick?", "why_not fine_tune"),
    ],
)
def test_what_a_colleague_holds_is_asked_about(text, found):
    assert [one.intent for one in hear(line(text, None, SAID, mention=True)).questions] == [found.split()[0]]
    assert keys(text) == [key_of(found)]


@each(
    "text",
    [
        "@Tom what would have to happen for that?",
        "@Priya do you think it should be hybrid?",
        '@Priya keeps saying "it should be hybrid".',
        "@Tom says lunch is at noon. who's in?",
        "@Bo says the demo is at 3. can you join?",
    ],
)
def test_what_is_said_to_a_colleague_or_told_of_other_things_is_let_be(text):
    assert hear(line(text, None, SAID, mention=True)).silent
