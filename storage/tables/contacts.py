"""Contact plans, and what came of each contact."""

from sqlalchemy import Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, String, Table, Text, UniqueConstraint, text

from storage.metadata import Id, Moment, metadata

contact_plan = Table(
    "contact_plan",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("order_id", Id, nullable=False),
    Column("party_id", Id, nullable=False),
    Column("role", String(20), nullable=False),
    Column("owner", Id),
    Column("risk", String(20), nullable=False),
    Column("ahead", Text, nullable=False),
    Column("remind_at", Moment, nullable=False),
    Column("must_by", Moment, nullable=False),
    Column("last_outcome", String(20)),
    Column("last_contact_at", Moment),
    Column("no_answers", Integer, nullable=False),
    Column("round", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("acknowledged_at", Moment),
    Column("snoozes", Integer, nullable=False, server_default=text("0")),
    Column("agreed_days", Integer),
    Column("paused_until", Moment),
    Column("declined_at", Moment),
    PrimaryKeyConstraint("force", "id"),
    UniqueConstraint("force", "party_id"),
)
Index("ix_contact_plan_order", contact_plan.c.force, contact_plan.c.order_id)
Index("ix_contact_plan_due", contact_plan.c.force, contact_plan.c.owner, contact_plan.c.state, contact_plan.c.must_by)

# The orders of a plan: an order has one protected person, and so one plan.
plan_order = Table(
    "plan_order",
    metadata,
    Column("force", String(40), nullable=False),
    Column("order_id", Id, nullable=False),
    Column("plan", Id, nullable=False),
    PrimaryKeyConstraint("force", "order_id"),
)
Index("ix_plan_order_plan", plan_order.c.force, plan_order.c.plan)

contact_made = Table(
    "contact_made",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("plan", Id, nullable=False),
    Column("at", Moment, nullable=False),
    Column("officer", Id, nullable=False),
    Column("why", String(20), nullable=False),
    Column("outcome", String(20), nullable=False),
    Column("note", LargeBinary),
    Column("happened_at", Moment),
    Column("because", LargeBinary),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_contact_made_plan", contact_made.c.force, contact_made.c.plan, contact_made.c.at)
