"""Contacts acknowledged, put off and handed on; leave, shifts and cover; and what was seen in the chat."""

import sqlalchemy as sa
from alembic import op

revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('contact_plan', sa.Column('acknowledged_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('contact_plan', sa.Column('snoozes', sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column('outbox', sa.Column('seen_at', sa.DateTime(timezone=True), nullable=True))
    sent = sa.text("state = 'sent'")
    op.create_index('ix_outbox_told', 'outbox', ['force', 'recipient', 'sent_at'], unique=False, sqlite_where=sent, postgresql_where=sent)
    op.create_table('duty_absence',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('first_day', sa.Date(), nullable=False),
    sa.Column('last_day', sa.Date(), nullable=True),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('cover', sa.String(36), nullable=True),
    sa.Column('entered_by', sa.String(36), nullable=False),
    sa.Column('entered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('cancelled_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_duty_absence'))
    )
    op.create_index('ix_duty_absence_last', 'duty_absence', ['force', 'cancelled_at', 'last_day'], unique=False)
    op.create_table('duty_shift',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('weekday', sa.SmallInteger(), nullable=False),
    sa.Column('begins', sa.String(length=5), nullable=False),
    sa.Column('ends', sa.String(length=5), nullable=False),
    sa.PrimaryKeyConstraint('force', 'officer', 'weekday', 'begins', name=op.f('pk_duty_shift'))
    )
    op.create_table('duty_offer',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('giver', sa.String(36), nullable=False),
    sa.Column('to_officer', sa.String(36), nullable=False),
    sa.Column('entered_by', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reason', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_duty_offer'))
    )
    op.create_table('duty_offer_plan',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('offer', sa.String(36), nullable=False),
    sa.Column('plan', sa.String(36), nullable=False),
    sa.PrimaryKeyConstraint('force', 'offer', 'plan', name=op.f('pk_duty_offer_plan'))
    )
    op.create_index('ix_duty_offer_plan_plan', 'duty_offer_plan', ['force', 'plan'], unique=False)
    op.create_table('contact_owner',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('plan', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('owner', sa.String(36), nullable=False),
    sa.Column('former', sa.String(36), nullable=True),
    sa.Column('moved_by', sa.String(36), nullable=False),
    sa.Column('how', sa.String(length=12), nullable=False),
    sa.Column('batch', sa.String(36), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_contact_owner'))
    )
    op.create_index('ix_contact_owner_batch', 'contact_owner', ['force', 'batch'], unique=False)
