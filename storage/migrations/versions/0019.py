"""Tries at contacts for the weekly report, and the digest of a shift."""

import sqlalchemy as sa
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('contact_try',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('plan', sa.String(36), nullable=False),
    sa.Column('why', sa.String(length=20), nullable=False),
    sa.Column('must_by', sa.DateTime(timezone=True), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('risk', sa.String(length=20), nullable=False),
    sa.Column('outcome', sa.String(length=20), nullable=False),
    sa.Column('owner', sa.String(36), nullable=True),
    sa.PrimaryKeyConstraint('force', 'plan', 'why', 'must_by', 'at', 'officer', name=op.f('pk_contact_try'))
    )
    op.create_index('ix_contact_try_at', 'contact_try', ['force', 'at'], unique=False)
    op.create_index('ix_contact_try_must_by', 'contact_try', ['force', 'must_by'], unique=False)
    op.create_table('digest',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('again_high', sa.DateTime(timezone=True), nullable=False),
    sa.Column('again', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened', sa.DateTime(timezone=True), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('force', 'officer', 'day', name=op.f('pk_digest'))
    )
