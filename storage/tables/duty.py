"""Who is away and who works when, contacts that are handed on, and whose each was."""

from sqlalchemy import Column, Date, Index, LargeBinary, PrimaryKeyConstraint, SmallInteger, String, Table

from storage.metadata import Id, Moment, metadata

duty_absence = Table(
    "duty_absence",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("officer", Id, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date),
    Column("kind", String(10), nullable=False),
    Column("cover", Id),
    Column("entered_by", Id, nullable=False),
    Column("entered_at", Moment, nullable=False),
    Column("cancelled_at", Moment),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_duty_absence_last", duty_absence.c.force, duty_absence.c.cancelled_at, duty_absence.c.last_day)

duty_shift = Table(
    "duty_shift",
    metadata,
    Column("force", String(40), nullable=False),
    Column("officer", Id, nullable=False),
    Column("weekday", SmallInteger, nullable=False),
    Column("begins", String(5), nullable=False),
    Column("ends", String(5), nullable=False),
    PrimaryKeyConstraint("force", "officer", "weekday", "begins"),
)

duty_offer = Table(
    "duty_offer",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("giver", Id, nullable=False),
    Column("to_officer", Id, nullable=False),
    Column("entered_by", Id, nullable=False),
    Column("at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("state", String(12), nullable=False),
    Column("answered_at", Moment),
    Column("reason", LargeBinary),
    PrimaryKeyConstraint("force", "id"),
)
duty_offer_plan = Table(
    "duty_offer_plan",
    metadata,
    Column("force", String(40), nullable=False),
    Column("offer", Id, nullable=False),
    Column("plan", Id, nullable=False),
    PrimaryKeyConstraint("force", "offer", "plan"),
)
Index("ix_duty_offer_plan_plan", duty_offer_plan.c.force, duty_offer_plan.c.plan)

# Rows are only added. The batch is the offer that moved it, or what moved many at once.
contact_owner = Table(
    "contact_owner",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("plan", Id, nullable=False),
    Column("at", Moment, nullable=False),
    Column("owner", Id, nullable=False),
    Column("former", Id),
    Column("moved_by", Id, nullable=False),
    Column("how", String(12), nullable=False),
    Column("batch", Id, nullable=False),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_contact_owner_plan", contact_owner.c.force, contact_owner.c.plan)
Index("ix_contact_owner_batch", contact_owner.c.force, contact_owner.c.batch)
