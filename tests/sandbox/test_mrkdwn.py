"""Which parts of a message are active, so that a test can prove that a person's text never is."""

from bot.sandbox.mrkdwn import active, tokens
from tests.sandbox.samples import actions, button, mrkdwn, plain, section
from tests.tables import each


@each(
    ("text", "kinds"),
    [
        ("<!channel> <!here|ok>", ["broadcast", "broadcast"]),
        ("<@U0ANA|Ann>", ["mention"]),
        ("<#C0SUPPORT>", ["channel"]),
        ("<!subteam^S1>", ["group"]),
        ("<!date^1^{date}|x>", ["date"]),
        ("<https://a.invalid|slack.com>", ["link"]),
        ("&lt;!channel&gt; &lt;@U0ANA&gt;", []),
        ("a < b and c > d", ["bracket"]),
        ("see https://a.invalid or example.com", ["autolink", "autolink"]),
        ("@channel #general", []),
        ("*bold* 1.5 v2.0 e.g.", []),
    ],
)
def test_the_active_parts_of_a_text_are_found(text, kinds):
    assert [one.kind for one in active({"text": text})] == kinds


def test_what_was_written_and_what_slack_adds_can_be_told_apart():
    message = {"blocks": [section("example.com <@U1>")]}

    assert [one.kind for one in active(message, autolinks=False)] == ["mention"]
    assert tokens("x <@U1> example.com") == ["@U1"]


def test_verbatim_text_is_not_linked_and_plain_text_is_dead():
    verbatim = {"type": "section", "text": {**mrkdwn("https://a.invalid"), "verbatim": True}}
    dead = {"type": "header", "text": plain("<!channel> https://a.invalid")}

    assert active({"blocks": [verbatim, dead]}) == []


def test_names_become_active_where_the_app_asks_for_it():
    assert [one.value for one in active({"text": "@channel #general", "link_names": True})] == ["@channel", "#general"]
    assert [one.value for one in active({"text": "@channel", "parse": "full"})] == ["@channel"]


def test_rich_text_buttons_and_markdown_are_looked_through():
    pieces = [
        {"type": "text", "text": "<!channel>"},
        {"type": "user", "user_id": "U1"},
        {"type": "broadcast", "range": "here"},
        {"type": "link", "url": "https://a.invalid"},
    ]
    rich = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": pieces}]}
    message = {
        "blocks": [
            rich,
            actions(button(url="https://b.invalid")),
            {"type": "markdown", "text": "[x](https://c.invalid/)"},
        ],
        "attachments": [{"text": "<@U2>"}],
    }

    found = active(message, autolinks=False)

    assert [(one.kind, one.value) for one in found] == [
        ("mention", "U1"),
        ("broadcast", "here"),
        ("link", "https://a.invalid"),
        ("link", "https://b.invalid"),
        ("link", "https://c.invalid/"),
        ("mention", "@U2"),
    ]
    assert found[0].where == "/blocks/0/elements/0/elements/1"
