"""Tables every capability stands on: officers, conversations, inbox, messages, actions, audit, marks."""

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
)

from domain.access import SEARCHED
from storage.metadata import Id, Moment, Serial, metadata

officer = Table(
    "officer",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("name", String(200), nullable=False),
    Column("collar", String(40), nullable=False),
    Column("email", String(200), nullable=False),
    Column("roles", String(200), nullable=False),
    Column("team", String(100), nullable=False),
    Column("supervisor", Id),
    Column("active", Boolean, nullable=False),
    PrimaryKeyConstraint("force", "id"),
)

# One row a conversation: where to reach it, whose it is, and the dialog's state as plain JSON with its e-tag and expiry.
conversation = Table(
    "conversation",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", String(300), nullable=False),
    Column("channel", String(20), nullable=False),
    Column("officer", Id),
    Column("service_url", String(300)),
    Column("tenant", String(60)),
    Column("bot", Text),
    Column("welcomed_at", Moment),
    Column("reachable", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("etag", Integer, nullable=False),
    Column("expires_at", Moment, nullable=False),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_conversation_officer", conversation.c.force, conversation.c.officer)
# Chats that the channel has refused for good: few, and looked for in each reading of the figures.
LOST = conversation.c.reachable.is_(False)
Index("ix_conversation_lost", conversation.c.force, conversation.c.officer, sqlite_where=LOST, postgresql_where=LOST)

inbox = Table(
    "inbox",
    metadata,
    Column("force", String(40), nullable=False),
    Column("conversation", String(300), nullable=False),
    Column("activity", String(200), nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("force", "conversation", "activity"),
    # Written in every turn, so it is one page of the file and not three; a day of it is little to read through once an hour.
    sqlite_with_rowid=False,
)

message = Table(
    "message",
    metadata,
    Column("seq", Serial, primary_key=True, autoincrement=True),
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("conversation", String(300), nullable=False),
    Column("reply_to", String(200)),
    Column("activity", LargeBinary, nullable=False),
    Column("about", Text, nullable=False),
    Column("needs", String(40), nullable=False, server_default="look_up_order"),
    Column("at", Moment, nullable=False),
    Column("delivered_at", Moment),
    Column("channel_id", String(300)),
    Column("until", Moment),
    UniqueConstraint("force", "id"),
)
Index("ix_message_conversation", message.c.force, message.c.conversation, message.c.seq)

action = Table(
    "action",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", String(32), nullable=False),
    Column("verb", String(60), nullable=False),
    Column("object", String(60), nullable=False),
    Column("details", Text, nullable=False),
    Column("officer", Id, nullable=False),
    Column("conversation", String(300), nullable=False),
    Column("card", Id, nullable=False),
    Column("once", Boolean, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    PrimaryKeyConstraint("force", "id"),
    # As with the inbox: ten are written with every answer, and the old ones are looked for once an hour.
    sqlite_with_rowid=False,
)
# Only buttons that work once are looked for by their card.
_ONCE = action.c.once.is_(True)
Index("ix_action_card", action.c.force, action.c.card, sqlite_where=_ONCE, postgresql_where=_ONCE)

audit = Table(
    "audit",
    metadata,
    Column("seq", Serial, primary_key=True, autoincrement=True),
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("at", Moment, nullable=False),
    Column("actor", Id, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("event", String(80), nullable=False),
    Column("subject", Text, nullable=False),
    Column("outcome", String(40), nullable=False),
    Column("channel", String(20), nullable=False),
    Column("recipient", String(100), nullable=False),
    Column("typed", LargeBinary),
    Column("reason", String(40)),
)
Index("ix_audit_at", audit.c.force, audit.c.at)
# Of look-ups alone, and found by an officer's own in the last hour: no other line pays for it.
_LOOKED_UP = audit.c.event == literal_column(f"'{SEARCHED}'")
Index("ix_audit_searched", audit.c.force, audit.c.actor, audit.c.at, sqlite_where=_LOOKED_UP, postgresql_where=_LOOKED_UP)

mark = Table(
    "mark",
    metadata,
    Column("force", String(40), nullable=False),
    Column("name", String(60), nullable=False),
    Column("value", Text, nullable=False),
    PrimaryKeyConstraint("force", "name"),
)
