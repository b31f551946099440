"""What follows a record of a breach: of what the victim must be told, and which evidence is still to be got."""

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

# One row an event; how the victim was told is sealed in `how`.
victim_update = Table(
    "victim_update",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("breach_id", Id, nullable=False),
    Column("order_id", Id, nullable=False),
    Column("plan", Id, nullable=False),
    Column("event", String(20), nullable=False),
    Column("happened_at", Moment, nullable=False),
    Column("due_by", Moment, nullable=False),
    Column("noted_by", Id, nullable=False),
    Column("noted_at", Moment, nullable=False),
    Column("state", String(10), nullable=False),
    Column("told_at", Moment),
    Column("closed_at", Moment),
    Column("told_by", Id),
    Column("how", LargeBinary),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_victim_update_breach", victim_update.c.force, victim_update.c.breach_id, victim_update.c.happened_at)
Index("ix_victim_update_plan", victim_update.c.force, victim_update.c.plan, victim_update.c.state)

# The kind's own words and the reason why it cannot be obtained are sealed in `words`.
breach_task = Table(
    "breach_task",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("breach_id", Id, nullable=False),
    Column("order_id", Id, nullable=False),
    Column("reference", String(12), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("soon_lost", Boolean, nullable=False),
    Column("owner", Id, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("state", String(20), nullable=False),
    Column("closed_at", Moment),
    Column("closed_by", Id),
    Column("version", Integer, nullable=False),
    Column("words", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_breach_task_breach", breach_task.c.force, breach_task.c.breach_id)
Index("ix_breach_task_owner", breach_task.c.force, breach_task.c.owner, breach_task.c.state, breach_task.c.due_at)
