"""An order joins the plan of its protected person."""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('plan_order',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('plan', sa.String(36), nullable=False),
    sa.PrimaryKeyConstraint('force', 'order_id', name=op.f('pk_plan_order'))
    )
    op.create_index('ix_plan_order_plan', 'plan_order', ['force', 'plan'], unique=False)
    op.execute('INSERT INTO plan_order (force, order_id, plan) SELECT force, order_id, id FROM contact_plan')
