"""The audit trail refuses UPDATE and DELETE in the database itself, however the table came to be made.

One change alone passes: that what was typed is taken out of a line, with all else of it as it was. An erasure needs it, and the line stays.
"""

from sqlalchemy import DDL, event

from storage.tables.core import audit

_REFUSED = "SELECT RAISE(ABORT, 'the audit trail is append-only')"
_SQLITE = tuple(f"CREATE TRIGGER audit_no_{verb.lower()} BEFORE {verb} ON audit BEGIN {_REFUSED}; END" for verb in ("UPDATE", "DELETE"))
_FUNCTION = "'BEGIN RAISE EXCEPTION ''the audit trail is append-only''; END'"
_POSTGRESQL = (
    f"CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS {_FUNCTION}",
    "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()",
    "CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()",
)
GUARDS: dict[str, tuple[str, ...]] = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}

_STAY = ("seq", "force", "id", "at", "actor", "kind", "event", "subject", "outcome", "channel", "recipient", "reason")
_AS_IT_WAS = " AND ".join(("NEW.typed IS NULL", *(f"NEW.{name} IS OLD.{name}" for name in _STAY)))
_NEW, _OLD = (", ".join(f"{row}.{name}" for name in _STAY) for row in ("NEW", "OLD"))
_BUT_ERASURE = (
    f"'BEGIN IF TG_OP = ''UPDATE'' THEN IF NEW.typed IS NULL AND ROW({_NEW}) IS NOT DISTINCT FROM ROW({_OLD}) THEN RETURN NEW; END IF; END IF; "
    "RAISE EXCEPTION ''the audit trail is append-only''; END'"
)
# After GUARDS: what was typed may be taken out of a line, and nothing else.
ERASURE_GUARDS: dict[str, tuple[str, ...]] = {
    "sqlite": (
        "DROP TRIGGER audit_no_update",
        f"CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit WHEN NOT ({_AS_IT_WAS}) BEGIN {_REFUSED}; END",
    ),
    "postgresql": (f"CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS {_BUT_ERASURE}",),
}

for dialect, first in GUARDS.items():
    for statement in (*first, *ERASURE_GUARDS[dialect]):
        event.listen(audit, "after_create", DDL(statement).execute_if(dialect=dialect))  # type: ignore[no-untyped-call]  # DDL has no types
