"""Beside the sealed answers of a breach: its last day, who gave them, and whether they tell of earlier ones never reported;
and when it was recorded that a victim was told. What was sent before is left as it is."""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('breach', sa.Column('ended_on', sa.Date(), nullable=True))
    op.add_column('breach', sa.Column('answered_by', sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column('breach', sa.Column('unreported', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('victim_update', sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True))
