"""The indexes of the outbox hold what is still to be sent, and no longer what is done with; whoever cannot be reached is found by an index."""

import sqlalchemy as sa
from alembic import op

revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None


def upgrade() -> None:
    pending = sa.text("state = 'pending'")
    live = sa.text("state IN ('pending', 'leased', 'sending')")
    without_chat = sa.text("state = 'pending' AND error = 'no_conversation'")
    held = sa.text('lease_until IS NOT NULL')
    op.drop_index('ix_outbox_due', 'outbox')
    op.drop_index('ix_outbox_next', 'outbox')
    op.create_index('ix_outbox_due', 'outbox', ['force', 'due_at'], unique=False, sqlite_where=live, postgresql_where=live)
    op.create_index('ix_outbox_lease', 'outbox', ['force', 'lease_until'], unique=False, sqlite_where=held, postgresql_where=held)
    op.create_index('ix_outbox_next', 'outbox', ['force', 'urgency', 'next_at'], unique=False, sqlite_where=pending, postgresql_where=pending)
    op.create_index(
        'ix_outbox_without_chat', 'outbox', ['force', 'recipient'], unique=False, sqlite_where=without_chat, postgresql_where=without_chat
    )
    op.create_index(
        'ix_conversation_lost',
        'conversation',
        ['force', 'officer'],
        unique=False,
        sqlite_where=sa.text('reachable IS 0'),
        postgresql_where=sa.text('reachable IS false'),
    )
