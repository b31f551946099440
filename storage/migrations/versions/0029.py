"""Protected people who go over to another force, or come from one."""

import sqlalchemy as sa
from alembic import op

revision = '0029'
down_revision = '0028'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('transfer',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('reference', sa.String(length=20), nullable=False),
    sa.Column('direction', sa.String(length=3), nullable=False),
    sa.Column('other', sa.String(length=40), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('plan', sa.String(36), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('accept_by', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by', sa.String(36), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('words', sa.LargeBinary(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('reply', sa.LargeBinary(), nullable=True),
    sa.Column('next_try_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('tries', sa.Integer(), server_default=sa.text("0"), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_transfer')),
    sa.UniqueConstraint('force', 'reference', 'other', 'direction', name=op.f('uq_transfer_force_reference_other_direction'))
    )
    op.create_index('ix_transfer_answered', 'transfer', ['force', 'answered_at'], unique=False)
    op.create_index('ix_transfer_next_try', 'transfer', ['force', 'next_try_at'], unique=False)
    op.create_index('ix_transfer_state', 'transfer', ['force', 'state', 'at'], unique=False)
    op.create_table('transfer_order',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('transfer', sa.String(36), nullable=False),
    sa.PrimaryKeyConstraint('force', 'order_id', 'transfer', name=op.f('pk_transfer_order'))
    )
    op.create_index('ix_transfer_order_transfer', 'transfer_order', ['force', 'transfer'], unique=False)
