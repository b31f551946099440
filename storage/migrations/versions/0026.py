"""Retention decided record by record, what is left of an erased one, and lines of the trail that may lose what was typed and nothing else."""

import sqlalchemy as sa
from alembic import op

from storage.tables.audit_guard import ERASURE_GUARDS

revision = '0026'
down_revision = '0025'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('retention_decision',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('what', sa.String(length=10), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('next_review', sa.Date(), nullable=True),
    sa.Column('review_group', sa.String(length=10), nullable=True),
    sa.Column('reason', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'order_id', 'number', name=op.f('pk_retention_decision'))
    )
    op.create_table('tombstone',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('reference', sa.String(length=20), nullable=False),
    sa.Column('mark', sa.BigInteger(), nullable=False),
    sa.Column('ground', sa.String(length=20), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_tombstone'))
    )
    op.create_index('ix_tombstone_mark', 'tombstone', ['force', 'mark'], unique=False)
    for statement in ERASURE_GUARDS[op.get_context().dialect.name]:
        op.execute(statement)
