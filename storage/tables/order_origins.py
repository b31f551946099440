"""Whence each version of an order came that nobody recorded as a change of theirs."""

from sqlalchemy import Column, Date, Integer, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

# `officer` is whoever made it, the system's own job among them; `file_day` is the day of the court feed's file that brought it.
order_origin = Table(
    "order_origin",
    metadata,
    Column("force", String(40), nullable=False),
    Column("order_id", Id, nullable=False),
    Column("version", Integer, nullable=False),
    Column("officer", Id, nullable=False),
    Column("at", Moment, nullable=False),
    Column("file_day", Date),
    PrimaryKeyConstraint("force", "order_id", "version"),
)
