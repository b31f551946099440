"""How a protected person may safely be reached, the life of each reminder of a contact, what a supervisor is asked about it;
and of each contact when it happened and why it was made outside the safe times. What was recorded before is left as it is."""

import sqlalchemy as sa
from alembic import op

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('safe_contact',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('plan', sa.String(36), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by', sa.String(36), nullable=False),
    sa.Column('confirmed_on', sa.Date(), nullable=True),
    sa.Column('ways', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'plan', 'version', name=op.f('pk_safe_contact'))
    )
    op.create_table('contact_step',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('plan', sa.String(36), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('step', sa.String(length=20), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by', sa.String(36), nullable=True),
    sa.PrimaryKeyConstraint('force', 'plan', 'round', 'step', name=op.f('pk_contact_step'))
    )
    op.create_table('contact_matter',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('plan', sa.String(36), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('matter', sa.String(length=20), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('raised_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('ruling', sa.String(length=20), nullable=True),
    sa.Column('decided_by', sa.String(36), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_by', sa.String(36), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('words', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_contact_matter'))
    )
    op.create_index('ix_contact_matter_plan', 'contact_matter', ['force', 'plan', 'raised_at'], unique=False)
    op.create_index('ix_contact_matter_state', 'contact_matter', ['force', 'state', 'raised_at'], unique=False)
    op.add_column('contact_made', sa.Column('happened_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('contact_made', sa.Column('because', sa.LargeBinary(), nullable=True))
