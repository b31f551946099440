"""What one must be allowed to see a line of a chat again."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('message') as batch:
        batch.add_column(sa.Column('needs', sa.String(length=40), server_default='look_up_order', nullable=False))
