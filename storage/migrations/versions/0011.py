"""The surname beside the forename of everybody born on a day: of many, those of the surname typed come first. The index is filled from the orders anew."""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ('party_key', 'party_name', 'lexicon_key', 'lexicon', 'indexed_party'):
        op.execute(f'DELETE FROM {table}')
    op.drop_index('ix_indexed_party_dob', table_name='indexed_party')
    op.add_column('indexed_party', sa.Column('last', sa.Integer(), nullable=True))
    op.create_index('ix_indexed_party_dob', 'indexed_party', ['force', 'dob', 'first', 'last'], unique=False)
