"""Result files and the tokens that hand them in, as the bot asks for them; and how a turn saves them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, func, insert, select, update

from storage.database import Repository, asks
from storage.errors import Conflict
from storage.prepared import Prepared
from storage.records import Change, ResultFile, ResultsToken, Tenant
from storage.statements import keys, of, owned, read_all, read_one
from storage.tables import result_files, results_tokens

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_NEWEST = (
    select(result_files)
    .where(owned(result_files), result_files.c.assessment_id.in_(_IDS))
    .order_by(result_files.c.at.desc(), result_files.c.digest)
    .limit(bindparam("limit"))
)
_OF_CONTENT = (
    select(result_files)
    .where(owned(result_files, "digest"), result_files.c.assessment_id.in_(_IDS))
    .order_by(result_files.c.at.desc())
    .limit(1)
)
_TOKEN = select(results_tokens).where(owned(results_tokens, "id"))
_TOKENS = (
    select(results_tokens)
    .where(owned(results_tokens), results_tokens.c.assessment_id.in_(_IDS), results_tokens.c.revoked_at.is_(None))
    .order_by(results_tokens.c.made_at, results_tokens.c.id)
)
_UPDATE_FILE = Prepared(update(result_files).where(owned(result_files, "assessment_id", "digest", "version")))
_REVOKED = ("revoked_by", "revoked_at")
_UPDATE_TOKEN = (
    update(results_tokens)
    .where(owned(results_tokens, "id"))
    .values(
        used_at=bindparam("new_used_at", type_=results_tokens.c.used_at.type),
        **{
            name: func.coalesce(results_tokens.c[name], bindparam(f"new_{name}", type_=results_tokens.c[name].type))
            for name in _REVOKED
        },
    )
)
"""A token that was revoked stays so, whatever a request says of it that began before."""


def _newest(
    connection: Connection, tenant: Tenant, assessment_ids: Sequence[str], *, limit: int = 24
) -> tuple[ResultFile, ...]:
    """The result files of these assessments, the newest first; at most so many."""
    return read_all(connection, ResultFile, _NEWEST, of(tenant) | {"ids": [*assessment_ids], "limit": limit})


def _of_content(
    connection: Connection, tenant: Tenant, assessment_ids: Sequence[str], digest: str
) -> ResultFile | None:
    """The file with this content that was read for one of these assessments."""
    return read_one(connection, ResultFile, _OF_CONTENT, of(tenant, digest=digest) | {"ids": [*assessment_ids]})


def _token(connection: Connection, tenant: Tenant, id: str) -> ResultsToken | None:  # noqa: A002 - as it is called
    """The token with this id, a revoked one too."""
    return read_one(connection, ResultsToken, _TOKEN, of(tenant, id=id))


def _tokens(connection: Connection, tenant: Tenant, assessment_ids: Sequence[str]) -> tuple[ResultsToken, ...]:
    """The tokens of these assessments that nobody revoked, the oldest first."""
    return read_all(connection, ResultsToken, _TOKENS, of(tenant) | {"ids": [*assessment_ids]})


class ResultFiles(Repository):
    """Result files and tokens of all tenants; every question names one tenant."""

    newest = asks(_newest)
    of_content = asks(_of_content)
    token = asks(_token)
    tokens = asks(_tokens)


def save_results(connection: Connection, change: Change) -> None:
    """Save a turn's result files and tokens. Raises Conflict where a file was saved by somebody else since."""
    for file in change.result_files:
        _save_file(connection, file)
    for token in change.tokens:
        _save_token(connection, token)


def _save_file(connection: Connection, file: ResultFile) -> None:
    row = file.model_dump(exclude={"tenant"}) | {"version": file.version + 1}
    if file.version == 0:
        there = _of_content(connection, file.tenant, (file.assessment_id,), file.digest)
        if there is not None:
            raise Conflict
        connection.execute(insert(result_files), keys(file.tenant) | row)
        return
    was = of(file.tenant, assessment_id=file.assessment_id, digest=file.digest, version=file.version)
    if not _UPDATE_FILE.run(connection, was | row):
        raise Conflict


def _save_token(connection: Connection, token: ResultsToken) -> None:
    row = token.model_dump(exclude={"tenant"})
    new = {f"new_{name}": row[name] for name in ("used_at", *_REVOKED)}
    if not connection.execute(_UPDATE_TOKEN, of(token.tenant, id=token.id) | new).rowcount:
        connection.execute(insert(results_tokens), keys(token.tenant) | row)
