"""The approvals of a force's own pages of guidance, and the questions that no page answered well."""

import sqlalchemy as sa
from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('guidance_approval',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('page', sa.String(length=80), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('by', sa.String(36), nullable=False),
    sa.Column('who', sa.String(length=200), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('force', 'page', 'number', name=op.f('pk_guidance_approval'))
    )
    op.create_table('guidance_question',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('asker', sa.String(36), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('why', sa.String(length=20), nullable=False),
    sa.Column('page', sa.String(length=80), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('expert', sa.String(36), nullable=True),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_by', sa.String(36), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('words', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_guidance_question'))
    )
    op.create_index('ix_guidance_question_asked', 'guidance_question', ['force', 'asked_at'], unique=False)
