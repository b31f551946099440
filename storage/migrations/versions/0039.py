"""The buttons of a card are kept by the card only where they work once: all others were written there for nothing."""

import sqlalchemy as sa
from alembic import op

revision = '0039'
down_revision = '0038'
branch_labels = None
depends_on = None

_ONCE = sa.text('once IS 1')
_ONCE_ON_A_SERVER = sa.text('once IS true')


def upgrade() -> None:
    op.drop_index('ix_action_card', table_name='action')
    op.create_index('ix_action_card', 'action', ['force', 'card'], unique=False, sqlite_where=_ONCE, postgresql_where=_ONCE_ON_A_SERVER)
