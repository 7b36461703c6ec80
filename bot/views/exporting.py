"""What is asked before an export leaves: where to, and whether what looks like a secret goes along."""

from bot.ids import Act
from bot.replies import ExportAsk
from bot.views.blocks import Block, Message, actions, button, context, message, section
from bot.views.text import count, name


def asking(reply: ExportAsk) -> Message:
    """The question to the one who asked; nothing is posted before it is answered."""
    return message(
        section(f"*{_where(reply)}*", _holds(reply)),
        section(_secrets(reply)) if reply.secrets else None,
        actions(*_choices(reply)),
        context("Nothing has been posted yet."),
    )


def _where(reply: ExportAsk) -> str:
    if reply.asks_where:
        return "Where shall the tables of this channel go?"
    return f"Export {'the record of ' + name(reply.name) if reply.assessment_id else 'the tables'} as it is?"


def _holds(reply: ExportAsk) -> str:
    if reply.assessment_id:
        return "The record goes into its thread, for everybody in the channel."
    return "They hold every answer, review and failure with who said it, also what was changed later."


def _secrets(reply: ExportAsk) -> str:
    look = "looks like a secret" if reply.secrets == 1 else "look like secrets"
    return (
        f"{count(reply.secrets, 'typed text')} {look}, such as a key or a password. "
        "I cover that in the files unless you keep it. If it is real, change it where it is used."
    )


def _choices(reply: ExportAsk) -> list[Block]:
    if reply.assessment_id:
        return [
            button("Cover and post", Act.EXPORT_RECORD, reply.assessment_id, "cover", tail="cover", style="primary"),
            button("Post as it is", Act.EXPORT_RECORD, reply.assessment_id, "keep", tail="keep"),
        ]
    scope = "workspace" if reply.is_workspace else "channel"
    if not reply.asks_where:
        return [
            button("Cover and send", Act.EXPORT_TO, "here", "cover", scope, tail="cover", style="primary"),
            button("Send as it is", Act.EXPORT_TO, "here", "keep", scope, tail="keep"),
        ]
    found = [
        button("Only to me", Act.EXPORT_TO, "me", "cover", scope, tail="me", style="primary"),
        button("Into this channel", Act.EXPORT_TO, "here", "cover", scope, tail="here"),
    ]
    as_it_is = button("Only to me, as it is", Act.EXPORT_TO, "me", "keep", scope, tail="me_keep")
    return [*found, as_it_is] if reply.secrets else found
