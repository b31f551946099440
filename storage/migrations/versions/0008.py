"""The reason for access beside each line of the trail, an officer's look-ups of the last hour by an index, and until when a message is shown."""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('audit', sa.Column('reason', sa.String(length=40), nullable=True))
    op.add_column('message', sa.Column('until', sa.DateTime(timezone=True), nullable=True))
    searched = sa.text("event = 'lookup:orders:searched'")
    op.create_index('ix_audit_searched', 'audit', ['force', 'actor', 'at'], unique=False, sqlite_where=searched, postgresql_where=searched)
