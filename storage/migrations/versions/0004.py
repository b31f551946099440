"""How an order changed."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('nmo', sa.Column('variation', sa.Integer(), server_default='0', nullable=False))
    op.add_column('nmo', sa.Column('change', sa.String(length=20), nullable=True))
    op.add_column('nmo', sa.Column('changed_on', sa.Date(), nullable=True))
    op.add_column('nmo', sa.Column('changed_at', sa.DateTime(timezone=True), nullable=True))
