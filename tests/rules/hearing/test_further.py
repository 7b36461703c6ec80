"""Every failure that a line tells stands on the list, whichever words tell it, and nothing that is none of them."""

from rules.hearing import hear, line
from tests.tables import each


@each(
    ("open_fact", "text", "failures"),
    [
        ("failure", "puts half of the rental mails under 'repairs', plus it gets multi step logic wrong",
         {"classification", "reasoning"}),
        ("failure", "calls the crm with the wrong id and then its logic falls apart", {"tool_errors", "reasoning"}),
        ("hosting", "today's prompt calls the wrong api and then its conclusions are faulty",
         {"tool_errors", "reasoning"}),
        ("failure", "the queue is wrong half the time, and it talks like a lawyer", {"classification", "tone"}),
        ("failure", "sorts warranty cases under returns and its sums don't add up", {"classification", "reasoning"}),
        ("failure", "invents paragraph numbers. plus the layout is off, headings missing",
         {"invented_facts", "format"}),
        ("failure", "it makes up names, users hate it", {"invented_facts"}),
        ("failure", "it cannot combine two clauses and invents paragraphs", {"reasoning", "invented_facts"}),
        ("failure", "sounds like a machine and the table is missing columns", {"tone", "format"}),
        ("failure", "past 40 pages it loses track, on top it fills params wrong", {"context_overload", "tool_errors"}),
        ("failure", "loses the thread after 50 pages, also it sends wrong params to the booking api",
         {"context_overload", "tool_errors"}),
        ("failure", "files refunds in the repairs tray now and then and sounds creepy", {"classification", "tone"}),
        ("failure", "replies too stiff; json broken in 1 of 10; takes 8 sec and folks leave",
         {"tone", "format", "too_slow"}),
        ("failure", "wrong tone, we noticed it in the second week", {"tone"}),
        ("failure", "it makes up names, and invoices are mixed up with bills now and then", {"invented_facts"}),
    ],
)  # fmt: skip
def test_each_failure_that_is_told_is_listed(open_fact: str, text: str, failures: set[str]):
    heard = hear(line(text, open_fact, {}, mention=True))

    assert {*heard.saves} == {"failure"}
    assert {*(heard.saves["failure"] or ())} >= failures
    assert "too_costly" not in (heard.saves["failure"] or ())


@each(
    ("text", "failures"),
    [
        ("puts returns under exchanges and the other way round", {"classification"}),
        ("says it's dangerous and stops, although we are a licensed lab", {"refusals"}),
        ("won't say a thing about alcohol, and we are a supermarket chain", {"refusals"}),
        ("some 1 of 4 times a closing bracket is missing", {"format"}),
        ("it explained to a visitor how to pick the lock", {"safety"}),
        ("the format is fine, it does not make up facts, it only mislabels", {"classification"}),
    ],
)
def test_nothing_is_listed_that_is_only_named_beside_it(text: str, failures: set[str]):
    assert {*(hear(line(text, "failure", {}, mention=True)).saves["failure"] or ())} == failures


def test_what_it_has_while_it_fails_is_nothing_that_people_look_up():
    text = "it has all the figures and still draws the wrong conclusion on multi-step cases"

    assert hear(line(text, "failure", {}, mention=True)).saves == {"failure": ("reasoning",)}
