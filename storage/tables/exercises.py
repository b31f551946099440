"""Which orders are made up to practise on, so that figures leave them out."""

from sqlalchemy import Column, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

exercise_order = Table(
    "exercise_order",
    metadata,
    Column("force", String(40), nullable=False),
    Column("order_id", Id, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("officer", Id, nullable=False),
    Column("ended_at", Moment),
    PrimaryKeyConstraint("force", "order_id"),
)
