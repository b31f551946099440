"""What an officer said of two orders on one case."""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('order_link',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('later', sa.String(36), nullable=False),
    sa.Column('earlier', sa.String(36), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('relation', sa.String(length=20), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('force', 'later', 'earlier', 'number', name=op.f('pk_order_link'))
    )
    op.create_index('ix_order_link_earlier', 'order_link', ['force', 'earlier'], unique=False)
