"""Of what the victim must be told, and the evidence of a breach that is still to be got."""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('breach_task',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('breach_id', sa.String(36), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('reference', sa.String(length=12), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('soon_lost', sa.Boolean(), nullable=False),
    sa.Column('owner', sa.String(36), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_by', sa.String(36), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('words', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_breach_task'))
    )
    op.create_index('ix_breach_task_breach', 'breach_task', ['force', 'breach_id'], unique=False)
    op.create_index('ix_breach_task_owner', 'breach_task', ['force', 'owner', 'state', 'due_at'], unique=False)
    op.create_table('victim_update',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('breach_id', sa.String(36), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('plan', sa.String(36), nullable=False),
    sa.Column('event', sa.String(length=20), nullable=False),
    sa.Column('happened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_by', sa.DateTime(timezone=True), nullable=False),
    sa.Column('noted_by', sa.String(36), nullable=False),
    sa.Column('noted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('told_by', sa.String(36), nullable=True),
    sa.Column('how', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_victim_update'))
    )
    op.create_index('ix_victim_update_breach', 'victim_update', ['force', 'breach_id', 'happened_at'], unique=False)
    op.create_index('ix_victim_update_plan', 'victim_update', ['force', 'plan', 'state'], unique=False)
