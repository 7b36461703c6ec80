"""What nothing here answers is said to be unknown, however like a known question its words are."""

from tests.rules.hearing.after_verdict import asked
from tests.rules.hearing.asked import key_of
from tests.tables import each


@each(
    "text",
    [
        "Could you tell me how many vacation days I have left?",
        "How many seats are left in the training on Thursday?",
        "How many tickets are left for the concert?",
        "who approves my expense report?",
        "how many training days am I still entitled to this year?",
        "Procurement asks which of the four bidders has the best service hotline. Do you know?",
        "We are choosing a caterer for the summer party and would like to know which has vegan food. Any idea?",
        "We would like to know which supplier is faster. I thought I'd ask here before I ring them. Do you know?",
        "I fill in the form for parental leave and do not know how many months I may take. Can you look that up?",
        "Which consultancy should we hire to build this, and what do they charge?",
    ],
)
def test_leave_seats_and_suppliers_are_not_known_here(text):
    assert asked(text) == [("unknown",)]


@each(
    ("text", "found"),
    [
        ("how many of our questions are left, do you know?", "status_of_answers "),
        ("Procurement would like to know when this is reviewed. Can you say?", "review"),
        ("My boss wants to hear who else does it. Any idea?", "precedents"),
        ("I had to explain to the board why it is RAG, and had no answer. Do you?", "why"),
        ("I thought I'd ask you before I tell them: how sure are you?", "how_sure"),
        ("who put 50k requests in?", "who_answered volume"),
    ],
)
def test_what_is_known_is_answered_in_the_same_words(text, found):
    assert asked(text) == [key_of(found)]
