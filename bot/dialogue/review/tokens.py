"""The tokens with which CI posts results of a feature: shown, made once and never shown again, revoked."""

import json

from bot.commands import MakeToken, RevokeToken, ShowTokens
from bot.dialogue.guard import named_decision
from bot.dialogue.turn import Recalled, Turn, edit, post, problem
from bot.handing.tokens import digest_of, written
from bot.replies import TokenLine, TokenShown, TokensModal, Trouble
from storage.records import Assessment, Decision, ResultsToken

MOST = 5
"""Of one feature: one for each pipeline, and room to change one."""


def token_key(token: str) -> str:
    """The key of the line in the thread that tells of a token."""
    return f"token:{token}"


def show(command: ShowTokens, recalled: Recalled) -> Turn:
    """The modal: which tokens there are, and a way to make one."""
    named = named_decision(command, recalled.assessment, Trouble.NONE_DECIDED)
    if isinstance(named, Turn):
        return named
    return Turn(modal=_modal(named[0], command, recalled.tokens))


def make(assessment: Assessment, _: Decision, command: MakeToken, recalled: Recalled) -> Turn:
    """Make one; the modal shows it this once, and the thread hears who made it."""
    if len(recalled.tokens) >= MOST:
        return Turn(modal=_modal(assessment, command, recalled.tokens))
    token = written(assessment.tenant, recalled.new_id, recalled.new_secret)
    made = ResultsToken(
        id=recalled.new_id,
        tenant=assessment.tenant,
        assessment_id=assessment.id,
        digest=digest_of(token),
        made_by=command.actor,
        made_at=recalled.now,
    )
    line = post(TokenLine(name=assessment.name, by=command.actor), token_key(made.id))
    modal = _modal(assessment, command, (*recalled.tokens, made), secret=token)
    return Turn(says=(line,), tokens=(made,), modal=modal)


def revoke(assessment: Assessment, command: RevokeToken, recalled: Recalled) -> Turn:
    """Revoke one: from now on it is as if it had never been."""
    token = next((one for one in recalled.tokens if one.id == command.token_id), None)
    if token is None:
        return problem(command, Trouble.OUT_OF_DATE, in_thread=False)
    over = token.model_copy(update={"revoked_by": command.actor, "revoked_at": recalled.now})
    left = tuple(one for one in recalled.tokens if one.id != token.id)
    line = TokenLine(name=assessment.name, by=token.made_by, revoked_by=command.actor)
    told = edit(line, token_key(token.id))
    return Turn(says=(told,), tokens=(over,), modal=_modal(assessment, command, left))


def _modal(
    assessment: Assessment,
    command: ShowTokens | MakeToken | RevokeToken,
    tokens: tuple[ResultsToken, ...],
    *,
    secret: str = "",
) -> TokensModal:
    place = {"channel": command.channel or assessment.channel, "response_url": command.response_url or ""}
    return TokensModal(
        private=json.dumps(place),
        assessment_id=assessment.id,
        name=assessment.name,
        tokens=tuple(
            TokenShown(id=one.id, made_by=one.made_by, made_at=one.made_at, used_at=one.used_at) for one in tokens
        ),
        secret=secret,
        can_make=len(tokens) < MOST,
        replaces=not isinstance(command, ShowTokens),
    )
