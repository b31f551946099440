"""The terms of an order as read from its paper and checked by a person."""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('order_terms',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('paper', sa.String(length=64), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('terms', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'order_id', 'version', name=op.f('pk_order_terms'))
    )
    op.add_column('nmo', sa.Column('without_notice', sa.Boolean(), nullable=True))
