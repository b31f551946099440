"""How an order changed; evidence of service and awareness; who is told of changes."""

from uuid import UUID, uuid5

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('evidence',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('how', sa.String(length=20), nullable=False),
    sa.Column('happened_on', sa.Date(), nullable=True),
    sa.Column('happened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('source', sa.String(length=20), nullable=False),
    sa.Column('recorded_by', sa.String(36), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('words', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_evidence'))
    )
    op.create_index('ix_evidence_order', 'evidence', ['force', 'order_id', 'recorded_at'], unique=False)
    op.create_table('order_watch',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('force', 'order_id', 'officer', name=op.f('pk_order_watch'))
    )
    op.add_column('nmo', sa.Column('variation', sa.Integer(), server_default='0', nullable=False))
    op.add_column('nmo', sa.Column('change', sa.String(length=20), nullable=True))
    op.add_column('nmo', sa.Column('changed_on', sa.Date(), nullable=True))
    op.add_column('nmo', sa.Column('changed_at', sa.DateTime(timezone=True), nullable=True))
    _note_served_copies()


def _note_served_copies() -> None:
    """Orders whose served copy came before there was a place for evidence; each has the id that the next import would give it."""
    order = sa.table("nmo", *map(sa.column, ("force", "id")), sa.column("served_file", sa.Boolean), sa.column("received_at", sa.DateTime(timezone=True)))
    told = ("force", "id", "order_id", "kind", "how", "source", "recorded_by")
    evidence = sa.table("evidence", *map(sa.column, told), sa.column("recorded_at", sa.DateTime(timezone=True)))
    served = op.get_bind().execute(sa.select(order).where(order.c.served_file)).all()
    rows = [
        dict(zip(told, (one.force, str(uuid5(UUID(one.id), "served-copy")), one.id, "service", "other", "court_feed", str(UUID(int=0))), strict=True))
        | {"recorded_at": one.received_at}
        for one in served
    ]
    if rows:
        op.bulk_insert(evidence, rows)
