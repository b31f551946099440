"""The drafts of an order are found by the order, since what two officers have begun of one breach is looked for at every step; a record names the tool of its risk."""

import sqlalchemy as sa
from alembic import op

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index('ix_breach_draft_order', 'breach_draft', ['force', 'order_id'], unique=False)
    op.add_column('breach', sa.Column('risk_tool', sa.String(length=20), server_default=sa.text("''"), nullable=False))
