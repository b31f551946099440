"""What the records of orders lack, its figures day by day, how many rows each file of the feed held, and orders to practise on."""

import sqlalchemy as sa
from alembic import op

revision = '0028'
down_revision = '0027'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('feed_file', sa.Column('rows', sa.Integer(), nullable=True))
    op.add_column('feed_file', sa.Column('rejected', sa.Integer(), nullable=True))
    op.create_table('quality_finding',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('flaw', sa.String(length=20), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('force', 'flaw', 'order_id', name=op.f('pk_quality_finding'))
    )
    op.create_index('ix_quality_finding_since', 'quality_finding', ['force', 'flaw', 'since'], unique=False)
    op.create_table('quality_figure',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('flaw', sa.String(length=20), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('total', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'day', 'flaw', name=op.f('pk_quality_figure'))
    )
    op.create_table('quality_look',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('flaw', sa.String(length=20), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_quality_look'))
    )
    op.create_index('ix_quality_look_order', 'quality_look', ['force', 'order_id'], unique=False)
    op.create_table('exercise_order',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('force', 'order_id', name=op.f('pk_exercise_order'))
    )
