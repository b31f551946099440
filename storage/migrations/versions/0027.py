"""Compliance visits to respondents."""

import sqlalchemy as sa
from alembic import op

revision = '0027'
down_revision = '0026'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('visit_plan',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('respondent', sa.String(36), nullable=False),
    sa.Column('owner', sa.String(36), nullable=True),
    sa.Column('must_by', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by', sa.String(36), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('met_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('last_outcome', sa.String(length=20), nullable=True),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_visit_plan'))
    )
    op.create_index('ix_visit_plan_order', 'visit_plan', ['force', 'order_id'], unique=False)
    op.create_index('ix_visit_plan_due', 'visit_plan', ['force', 'state', 'owner', 'must_by'], unique=False)
    op.create_table('visit_made',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('plan', sa.String(36), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('outcome', sa.String(length=20), nullable=False),
    sa.Column('words', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_visit_made'))
    )
    op.create_index('ix_visit_made_plan', 'visit_made', ['force', 'plan', 'at'], unique=False)
