"""Versions of an order that came from another force, and tombstones that are found by the case alone."""

import sqlalchemy as sa
from alembic import op

revision = '0036'
down_revision = '0034'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('version_told',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('held_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('taken_as', sa.Integer(), nullable=False),
    sa.Column('said', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_version_told'))
    )
    op.create_index('ix_version_told_order_id', 'version_told', ['force', 'order_id'], unique=False)
    # Of a record that was erased before, the case is not known any more.
    op.add_column('tombstone', sa.Column('case_mark', sa.BigInteger(), nullable=True))
    op.create_index('ix_tombstone_case_mark', 'tombstone', ['force', 'case_mark'], unique=False)
