"""Whence a version of an order came, and whose each contact was, found by its plan."""

import sqlalchemy as sa
from alembic import op

revision = '0037'
down_revision = '0036'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('order_origin',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('file_day', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('force', 'order_id', 'version', name=op.f('pk_order_origin'))
    )
    op.create_index('ix_contact_owner_plan', 'contact_owner', ['force', 'plan'], unique=False)
