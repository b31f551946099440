"""The first schema."""

import sqlalchemy as sa
from alembic import op

from storage.tables.audit_guard import GUARDS

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('action',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('verb', sa.String(length=60), nullable=False),
    sa.Column('object', sa.String(length=60), nullable=False),
    sa.Column('details', sa.Text(), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('conversation', sa.String(length=300), nullable=False),
    sa.Column('card', sa.String(36), nullable=False),
    sa.Column('once', sa.Boolean(), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_action'))
    )
    op.create_index('ix_action_card', 'action', ['force', 'card'], unique=False)
    op.create_index('ix_action_expires', 'action', ['force', 'expires_at'], unique=False)
    op.create_table('audit',
    sa.Column('seq', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('actor', sa.String(36), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('event', sa.String(length=80), nullable=False),
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('outcome', sa.String(length=40), nullable=False),
    sa.Column('channel', sa.String(length=20), nullable=False),
    sa.Column('recipient', sa.String(length=100), nullable=False),
    sa.Column('typed', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_audit'))
    )
    op.create_index('ix_audit_at', 'audit', ['force', 'at'], unique=False)
    op.create_table('breach',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('reference', sa.String(length=12), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('order_version', sa.Integer(), nullable=False),
    sa.Column('recorded_by', sa.String(36), nullable=False),
    sa.Column('recorder', sa.String(length=200), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('happened_on', sa.Date(), nullable=True),
    sa.Column('states', sa.String(length=60), nullable=False),
    sa.Column('answers', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_breach')),
    sa.UniqueConstraint('force', 'reference', name=op.f('uq_breach_force_reference'))
    )
    op.create_index('ix_breach_order', 'breach', ['force', 'order_id', 'happened_on'], unique=False)
    op.create_table('breach_draft',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answers', sa.LargeBinary(), nullable=False),
    sa.Column('skipping', sa.String(length=20), nullable=True),
    sa.Column('revisiting', sa.String(length=20), nullable=True),
    sa.Column('status', sa.String(length=10), nullable=False),
    sa.Column('etag', sa.Integer(), nullable=False),
    sa.Column('slot', sa.String(length=80), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_breach_draft')),
    sa.UniqueConstraint('force', 'slot', name=op.f('uq_breach_draft_force_slot'))
    )
    op.create_table('contact_made',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('plan', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('why', sa.String(length=20), nullable=False),
    sa.Column('outcome', sa.String(length=20), nullable=False),
    sa.Column('note', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_contact_made'))
    )
    op.create_index('ix_contact_made_plan', 'contact_made', ['force', 'plan', 'at'], unique=False)
    op.create_table('contact_plan',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('party_id', sa.String(36), nullable=False),
    sa.Column('role', sa.String(length=20), nullable=False),
    sa.Column('owner', sa.String(36), nullable=True),
    sa.Column('risk', sa.String(length=20), nullable=False),
    sa.Column('ahead', sa.Text(), nullable=False),
    sa.Column('remind_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('must_by', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_outcome', sa.String(length=20), nullable=True),
    sa.Column('last_contact_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('no_answers', sa.Integer(), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_contact_plan')),
    sa.UniqueConstraint('force', 'party_id', name=op.f('uq_contact_plan_force_party_id'))
    )
    op.create_index('ix_contact_plan_due', 'contact_plan', ['force', 'owner', 'state', 'must_by'], unique=False)
    op.create_index('ix_contact_plan_order', 'contact_plan', ['force', 'order_id'], unique=False)
    op.create_table('conversation',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(length=300), nullable=False),
    sa.Column('channel', sa.String(length=20), nullable=False),
    sa.Column('officer', sa.String(36), nullable=True),
    sa.Column('service_url', sa.String(length=300), nullable=True),
    sa.Column('tenant', sa.String(length=60), nullable=True),
    sa.Column('bot', sa.Text(), nullable=True),
    sa.Column('welcomed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reachable', sa.Boolean(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('etag', sa.Integer(), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_conversation'))
    )
    op.create_index('ix_conversation_officer', 'conversation', ['force', 'officer'], unique=False)
    op.create_table('document',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('name', sa.String(length=250), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_document')),
    sa.UniqueConstraint('force', 'order_id', 'sha256', name=op.f('uq_document_force_order_id_sha256'))
    )
    op.create_table('feed_file',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('name', sa.String(length=250), nullable=False),
    sa.Column('day', sa.Date(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('force', 'sha256', name=op.f('pk_feed_file'))
    )
    op.create_table('heartbeat',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('name', sa.String(length=40), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('error', sa.String(length=60), nullable=True),
    sa.PrimaryKeyConstraint('force', 'name', name=op.f('pk_heartbeat'))
    )
    op.create_table('inbox',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('conversation', sa.String(length=300), nullable=False),
    sa.Column('activity', sa.String(length=200), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('force', 'conversation', 'activity', name=op.f('pk_inbox')),
    sqlite_with_rowid=False
    )
    op.create_table('lexicon',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('token', sa.String(length=80), nullable=False),
    sa.Column('as_surname', sa.Integer(), nullable=False),
    sa.Column('as_forename', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'token', name=op.f('pk_lexicon')),
    sqlite_with_rowid=False
    )
    op.create_table('lexicon_key',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('key', sa.BigInteger(), nullable=False),
    sa.Column('token', sa.String(length=80), nullable=False),
    sa.PrimaryKeyConstraint('force', 'key', 'token', name=op.f('pk_lexicon_key')),
    sqlite_with_rowid=False
    )
    op.create_table('mark',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'name', name=op.f('pk_mark'))
    )
    op.create_table('message',
    sa.Column('seq', sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('conversation', sa.String(length=300), nullable=False),
    sa.Column('reply_to', sa.String(length=200), nullable=True),
    sa.Column('activity', sa.LargeBinary(), nullable=False),
    sa.Column('about', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('delivered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('channel_id', sa.String(length=300), nullable=True),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_message')),
    sa.UniqueConstraint('force', 'id', name=op.f('uq_message_force_id'))
    )
    op.create_index('ix_message_conversation', 'message', ['force', 'conversation', 'seq'], unique=False)
    op.create_table('nmo',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('reference', sa.String(length=20), nullable=False),
    sa.Column('case_no', sa.String(length=40), nullable=False),
    sa.Column('file_name', sa.String(length=250), nullable=False),
    sa.Column('familyman_no', sa.Text(), nullable=True),
    sa.Column('order_name', sa.Text(), nullable=False),
    sa.Column('court_name', sa.Text(), nullable=True),
    sa.Column('court_code', sa.Text(), nullable=True),
    sa.Column('made_on', sa.Date(), nullable=True),
    sa.Column('court_date_raw', sa.Text(), nullable=True),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('end_raw', sa.Text(), nullable=True),
    sa.Column('return_hearing_on', sa.Date(), nullable=True),
    sa.Column('served_file', sa.Boolean(), nullable=False),
    sa.Column('welsh_file_name', sa.Text(), nullable=True),
    sa.Column('has_document', sa.Boolean(), nullable=False),
    sa.Column('conditions_checked', sa.Boolean(), nullable=False),
    sa.Column('discharged_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('undertaking_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('needs_review', sa.Text(), nullable=True),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('row_digest', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_nmo')),
    sa.UniqueConstraint('force', 'case_no', 'file_name', name=op.f('uq_nmo_force_case_no_file_name')),
    sa.UniqueConstraint('force', 'reference', name='uq_nmo_force_reference')
    )
    op.create_index('ix_nmo_familyman', 'nmo', ['force', 'familyman_no'], unique=False)
    op.create_table('officer',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('collar', sa.String(length=40), nullable=False),
    sa.Column('email', sa.String(length=200), nullable=False),
    sa.Column('roles', sa.String(length=200), nullable=False),
    sa.Column('team', sa.String(length=100), nullable=False),
    sa.Column('supervisor', sa.String(36), nullable=True),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_officer'))
    )
    op.create_table('order_version',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('replaced_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('snapshot', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'order_id', 'version', name=op.f('pk_order_version'))
    )
    op.create_table('outbox',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('plan', sa.String(36), nullable=False),
    sa.Column('occurrence', sa.Integer(), nullable=False),
    sa.Column('stage', sa.String(length=20), nullable=False),
    sa.Column('recipient', sa.String(36), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('next_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('urgency', sa.SmallInteger(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('worker', sa.String(length=80), nullable=True),
    sa.Column('lease_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('repeat', sa.Boolean(), nullable=False),
    sa.Column('error', sa.String(length=60), nullable=True),
    sa.Column('message_id', sa.String(length=300), nullable=True),
    sa.Column('channel', sa.String(length=20), nullable=True),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_outbox')),
    sa.UniqueConstraint('force', 'plan', 'occurrence', 'stage', 'recipient', name=op.f('uq_outbox_force_plan_occurrence_stage_recipient'))
    )
    op.create_index('ix_outbox_due', 'outbox', ['force', 'state', 'due_at'], unique=False)
    op.create_index('ix_outbox_next', 'outbox', ['force', 'state', 'urgency', 'next_at'], unique=False)
    op.create_table('party',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('role', sa.String(length=20), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('surname', sa.Text(), nullable=True),
    sa.Column('forenames', sa.Text(), nullable=True),
    sa.Column('dob', sa.Date(), nullable=True),
    sa.Column('withheld', sa.Text(), nullable=False),
    sa.Column('confidential', sa.Text(), nullable=False),
    sa.Column('particulars', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'order_id', 'role', name=op.f('pk_party'))
    )
    op.create_table('party_name',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('surname_token', sa.String(length=80), nullable=False),
    sa.Column('forename_token', sa.String(length=80), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('role', sa.String(length=12), nullable=False),
    sa.Column('party', sa.String(36), nullable=False),
    sa.Column('names', sa.Text(), nullable=False),
    sa.Column('dob', sa.Date(), nullable=True),
    sa.Column('postcode', sa.String(length=10), nullable=True),
    sa.PrimaryKeyConstraint('force', 'surname_token', 'forename_token', 'order_id', 'role', name=op.f('pk_party_name'))
    )
    op.create_index('ix_party_name_dob', 'party_name', ['force', 'dob'], unique=False)
    op.create_index('ix_party_name_order', 'party_name', ['force', 'order_id'], unique=False)
    op.create_index('ix_party_name_postcode', 'party_name', ['force', 'postcode'], unique=False)
    op.create_table('reject',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('manifest', sa.String(length=250), nullable=False),
    sa.Column('manifest_sha256', sa.String(length=64), nullable=False),
    sa.Column('line', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(length=600), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('raw', sa.LargeBinary(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('mended_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_reject')),
    sa.UniqueConstraint('force', 'manifest_sha256', 'line', name=op.f('uq_reject_force_manifest_sha256_line'))
    )
    op.create_index('ix_reject_open', 'reject', ['force', 'mended_at'], unique=False)
    op.create_table('slot',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('name', sa.String(length=40), nullable=False),
    sa.Column('slot', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('force', 'name', 'slot', name=op.f('pk_slot'))
    )
    for statement in GUARDS[op.get_context().dialect.name]:
        op.execute(statement)
