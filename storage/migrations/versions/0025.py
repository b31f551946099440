"""Measures of every kind in the register of orders: the kind, the instant it was made, and the power of arrest of its clauses."""

import sqlalchemy as sa
from alembic import op

revision = '0025'
down_revision = '0023'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('nmo', sa.Column('kind', sa.String(length=20), server_default='nmo', nullable=False))
    op.add_column('nmo', sa.Column('made_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('nmo', sa.Column('power_clauses', sa.Text(), nullable=True))
    op.add_column('nmo', sa.Column('power_until', sa.DateTime(timezone=True), nullable=True))
