"""What comes after a record of a breach is sent: additions, decisions of a supervisor; and offers of unfinished ones."""

import sqlalchemy as sa
from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('breach_addendum',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('breach_id', sa.String(36), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('by', sa.String(36), nullable=False),
    sa.Column('who', sa.String(length=200), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('question', sa.String(length=20), nullable=True),
    sa.Column('text', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'breach_id', 'number', name=op.f('pk_breach_addendum'))
    )
    op.create_table('breach_decision',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('breach_id', sa.String(36), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('verdict', sa.String(length=20), nullable=False),
    sa.Column('by', sa.String(36), nullable=False),
    sa.Column('who', sa.String(length=200), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('covers', sa.Integer(), nullable=False),
    sa.Column('note', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('force', 'breach_id', 'number', name=op.f('pk_breach_decision'))
    )
    op.create_table('breach_handover',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('draft_id', sa.String(36), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('by', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('to_officer', sa.String(36), nullable=True),
    sa.PrimaryKeyConstraint('force', 'draft_id', name=op.f('pk_breach_handover'))
    )
