"""Changes to orders that are held, drafts of orders to register, and where each record came from."""

import sqlalchemy as sa
from alembic import op

revision = '0023'
down_revision = '0022'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('order_change',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('learned', sa.String(length=20), nullable=False),
    sa.Column('undoes', sa.String(36), nullable=True),
    sa.Column('said', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_order_change')),
    sa.UniqueConstraint('force', 'order_id', 'version', name='uq_order_change_version')
    )
    op.create_index('ix_order_change_undoes', 'order_change', ['force', 'undoes'], unique=False)
    op.create_table('order_draft',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(36), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=True),
    sa.Column('seen', sa.Integer(), nullable=False),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('typed', sa.LargeBinary(), nullable=False),
    sa.Column('paper', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('force', 'id', name=op.f('pk_order_draft'))
    )
    op.create_index('ix_order_draft_officer', 'order_draft', ['force', 'officer', 'kind'], unique=False)
    op.add_column('nmo', sa.Column('provenance', sa.String(length=20), server_default='court_feed', nullable=False))
