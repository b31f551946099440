"""Places that checked conditions name; records that a person called those of one person."""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('condition_place',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('key', sa.BigInteger(), nullable=False),
    sa.Column('order_id', sa.String(36), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.PrimaryKeyConstraint('force', 'key', 'order_id', 'place', name=op.f('pk_condition_place'))
    )
    op.create_index('ix_condition_place_order', 'condition_place', ['force', 'order_id'], unique=False)
    op.create_table('person_link',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('one_order', sa.String(36), nullable=False),
    sa.Column('one_role', sa.String(length=20), nullable=False),
    sa.Column('other_order', sa.String(36), nullable=False),
    sa.Column('other_role', sa.String(length=20), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('word', sa.String(length=20), nullable=False),
    sa.Column('officer', sa.String(36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('force', 'one_order', 'one_role', 'other_order', 'other_role', 'number', name=op.f('pk_person_link'))
    )
    op.create_index('ix_person_link_other', 'person_link', ['force', 'other_order'], unique=False)
