"""Buttons lie by their ids alone, side by side as one card offers them, and are no longer kept in the order in which they expire: each card writes half as much."""

from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index('ix_action_expires', table_name='action')
    if op.get_bind().dialect.name == 'sqlite':
        with op.batch_alter_table('action', recreate='always', table_kwargs={'sqlite_with_rowid': False}):
            pass
