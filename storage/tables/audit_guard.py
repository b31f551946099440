"""The audit trail refuses UPDATE and DELETE in the database itself, however the table came to be made."""

from sqlalchemy import DDL, event

from storage.tables.core import audit

_SQLITE = tuple(
    f"CREATE TRIGGER audit_no_{verb.lower()} BEFORE {verb} ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END"
    for verb in ("UPDATE", "DELETE")
)
_FUNCTION = "'BEGIN RAISE EXCEPTION ''the audit trail is append-only''; END'"
_POSTGRESQL = (
    f"CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS {_FUNCTION}",
    "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()",
    "CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()",
)
GUARDS: dict[str, tuple[str, ...]] = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}

for dialect, statements in GUARDS.items():
    for statement in statements:
        event.listen(audit, "after_create", DDL(statement).execute_if(dialect=dialect))  # type: ignore[no-untyped-call]  # DDL has no types
