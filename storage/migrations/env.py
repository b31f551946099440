"""Alembic's environment: runs on the connection it is handed, so that the key of an encrypted database stays in one place."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import BigInteger

import storage.tables
from storage.metadata import Id, Moment, metadata

assert storage.tables.__name__  # noqa: S101 - importing the package is what makes every table known


def plain_types(kind: str, item: Any, _: AutogenContext) -> str | Literal[False]:
    """A migration is history: it names the database's own types, not classes of ours that may change later."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Id):
        return "sa.String(36)"
    if kind == "type" and isinstance(item, BigInteger) and "sqlite" in item._variant_mapping:  # noqa: SLF001 - Alembic reads it too
        return 'sa.BigInteger().with_variant(sa.Integer(), "sqlite")'
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_item=plain_types,
    transaction_per_migration=False,
)
context.run_migrations()
