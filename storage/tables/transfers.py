"""Protected people who go over to another force, or come from one."""

from sqlalchemy import Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, String, Table, UniqueConstraint

from storage.metadata import Id, Moment, metadata

# `content` is the sealed file of one that went out, which only the other force can open, and the pack of one that came in, sealed here. `going` is the sealed
# file that still has to be brought to the other force's bot.
transfer = Table(
    "transfer",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("reference", String(20), nullable=False),
    Column("direction", String(3), nullable=False),
    Column("other", String(40), nullable=False),
    Column("state", String(12), nullable=False),
    Column("plan", Id),
    Column("at", Moment, nullable=False),
    Column("accept_by", Moment, nullable=False),
    Column("by", Id),
    Column("answered_at", Moment),
    Column("version", Integer, nullable=False),
    Column("words", LargeBinary, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("reply", LargeBinary),
    Column("next_try_at", Moment),
    Column("tries", Integer, nullable=False, server_default="0"),
    PrimaryKeyConstraint("force", "id"),
    UniqueConstraint("force", "reference", "other", "direction"),
)
Index("ix_transfer_state", transfer.c.force, transfer.c.state, transfer.c.at)
Index("ix_transfer_answered", transfer.c.force, transfer.c.answered_at)
Index("ix_transfer_next_try", transfer.c.force, transfer.c.next_try_at)

transfer_order = Table(
    "transfer_order",
    metadata,
    Column("force", String(40), nullable=False),
    Column("order_id", Id, nullable=False),
    Column("transfer", Id, nullable=False),
    PrimaryKeyConstraint("force", "order_id", "transfer"),
)
Index("ix_transfer_order_transfer", transfer_order.c.force, transfer_order.c.transfer)
