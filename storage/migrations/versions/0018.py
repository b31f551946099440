"""What the protected person agreed to, changes of contact plans with their reasons, and safeguarding plans by version. Plans go on as they are."""

import sqlalchemy as sa
from alembic import op

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('contact_plan', sa.Column('agreed_days', sa.Integer(), nullable=True))
    op.add_column('contact_plan', sa.Column('paused_until', sa.DateTime(timezone=True), nullable=True))
    op.add_column('contact_plan', sa.Column('declined_at', sa.DateTime(timezone=True), nullable=True))
    op.create_table('contact_change',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('plan', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('what', sa.String(length=20), nullable=False),
    sa.Column('value', sa.String(length=40), nullable=False),
    sa.Column('happened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('words', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_contact_change'))
    )
    op.create_index('ix_contact_change_plan', 'contact_change', ['force', 'plan', 'at'], unique=False)
    op.create_table('safeguarding_plan',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('plan', sa.String(36), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('words', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'plan', 'version', name=op.f('pk_safeguarding_plan'))
    )
