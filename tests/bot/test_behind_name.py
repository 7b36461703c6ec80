"""Words that begin with a feature's name are about that feature; what stands behind it is what they say."""

from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.names import behind_name
from tests.examples import examples
from tests.tables import each

COPILOT = "Support copilot"


@each(
    ("text", "said"),
    [
        ("about Support copilot: why not fine-tuning?", "why not fine-tuning?"),
        ("About support COPILOT why not fine-tuning?", "why not fine-tuning?"),
        ("a question about “Support copilot”: how sure are you", "how sure are you"),
        ("Support copilot: weekly", "weekly"),
        ("support copilot, how sure are you", "how sure are you"),
        ("re: Support copilot – what next", "what next"),
        ("about the support copilot, why not fine-tuning?", "why not fine-tuning?"),
        ("for our Support copilot: weekly", "weekly"),
        ("The support copilot: how sure are you", "how sure are you"),
        ("about Support copilot", ""),
        ("Support copilot", ""),
        ("Support copilot answers from the handbook", None),
        ("Support copilots: why", None),
        ("about Support copilots", None),
        ("about the copilot: why", None),
        ("why not fine-tuning about Support copilot?", None),
        ("", None),
    ],
)
def test_what_stands_behind_the_name_is_what_is_said(text: str, said: str | None):
    assert behind_name(text, COPILOT) == said


@examples(50)
@given(st.text(min_size=1, max_size=30), st.text(max_size=40))
def test_no_words_and_no_name_are_at_fault(name: str, text: str):
    said = behind_name(text, name)
    assert said is None or text.endswith(said)
