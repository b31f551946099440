"""Compliance visits to respondents: what is planned, and what came of each."""

from sqlalchemy import Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

visit_plan = Table(
    "visit_plan",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("order_id", Id, nullable=False),
    Column("respondent", Id, nullable=False),
    Column("owner", Id),
    Column("must_by", Moment, nullable=False),
    Column("made_by", Id, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("state", String(10), nullable=False),
    Column("met_at", Moment),
    Column("last_outcome", String(20)),
    Column("tries", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("ended_why", String(20)),
    Column("ended_by", Id),
    Column("ended_at", Moment),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_visit_plan_order", visit_plan.c.force, visit_plan.c.order_id)
Index("ix_visit_plan_due", visit_plan.c.force, visit_plan.c.state, visit_plan.c.owner, visit_plan.c.must_by)

# What the respondent said, and what would help, are sealed in `words`. Rows are only added.
visit_made = Table(
    "visit_made",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("plan", Id, nullable=False),
    Column("order_id", Id, nullable=False),
    Column("at", Moment, nullable=False),
    Column("officer", Id, nullable=False),
    Column("outcome", String(20), nullable=False),
    Column("words", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_visit_made_plan", visit_made.c.force, visit_made.c.plan, visit_made.c.at)
