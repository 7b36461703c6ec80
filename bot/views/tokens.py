"""The tokens with which CI posts results: the modal, and the line in the thread."""

from bot.ids import Act, Modal
from bot.replies import TokenLine, TokenShown, TokensModal
from bot.views.blocks import Block, Message, actions, button, confirm, context, message, modal, section
from bot.views.text import day, escape, name, ours, person

_CURL = (
    "curl --fail-with-body https://YOUR-FTRAG-HOST/results \\\n"
    '  -H "Authorization: Bearer $RESULTS_TOKEN" \\\n'
    "  --data-binary @results.json"
)


def tokens(reply: TokensModal) -> Block:
    """Which tokens there are; a new one is shown this once."""
    making = actions(button("Make a token", Act.TOKEN_MAKE, reply.assessment_id, style="primary"))
    full = context("That is as many as fit. Revoke one to make another.")
    return modal(
        "Results from CI",
        [
            section(
                f"A pipeline can post the result file of {name(reply.name)} after each run. "
                "A token lets it do that, for this feature and nothing else."
            ),
            *_new(reply),
            *[_row(reply, one) for one in reply.tokens],
            making if reply.can_make else full,
            section("*How to post*", f"```{escape(_CURL)}```"),
        ],
        kind=Modal.READ,
        private=reply.private,
    )


def _new(reply: TokensModal) -> list[Block]:
    if not reply.secret:
        return []
    return [
        section(
            "*Your new token.* Copy it now into your pipeline's secrets: it is shown this once.",
            f"```{ours(reply.secret)}```",
        ),
    ]


def _row(reply: TokensModal, one: TokenShown) -> Block:
    used = f", last used on {day(one.used_at)}" if one.used_at else ", not used yet"
    sure = confirm("Revoke this token?", "Whoever posts with it is refused from now on.", "Revoke it", "Keep it")
    press = button("Revoke", Act.TOKEN_REVOKE, reply.assessment_id, one.id, tail=one.id, style="danger", confirm=sure)
    return section(f"A token that {person(one.made_by)} made on {day(one.made_at)}{used}.", accessory=press)


def line(reply: TokenLine) -> Message:
    """In the thread: who made a token, or revoked it."""
    if reply.revoked_by:
        return message(section(f"{person(reply.revoked_by)} revoked the token with which a pipeline posted results."))
    made = f"{person(reply.by)} made a token with which a pipeline can post results of {name(reply.name)} here."
    return message(section(made))
