"""The search index by numbers, with homes, telephone numbers and e-mail addresses; it is filled from the orders afterwards."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ('party_name', 'lexicon_key', 'lexicon'):
        op.drop_table(table)
    op.create_table('lexicon',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('no', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('token', sa.String(length=80), nullable=False),
    sa.Column('as_surname', sa.Integer(), nullable=False),
    sa.Column('as_forename', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'no', name=op.f('pk_lexicon')),
    sqlite_with_rowid=False
    )
    op.create_index('ix_lexicon_token', 'lexicon', ['force', 'token'], unique=True)
    op.create_table('lexicon_key',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('key', sa.BigInteger(), nullable=False),
    sa.Column('token', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'key', 'token', name=op.f('pk_lexicon_key')),
    sqlite_with_rowid=False
    )
    op.create_table('indexed_party',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('no', sa.BigInteger(), nullable=False),
    sa.Column('names', sa.Text(), nullable=False),
    sa.Column('dob', sa.Integer(), nullable=True),
    sa.Column('first', sa.Integer(), nullable=True),
    sa.Column('postcode', sa.String(length=10), nullable=True),
    sa.Column('found_by', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'no', name=op.f('pk_indexed_party')),
    sqlite_with_rowid=False
    )
    op.create_index('ix_indexed_party_dob', 'indexed_party', ['force', 'dob', 'first'], unique=False)
    op.create_table('party_name',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('surname', sa.Integer(), nullable=False),
    sa.Column('forename', sa.Integer(), nullable=False),
    sa.Column('no', sa.BigInteger(), nullable=False),
    sa.Column('dob', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('force', 'surname', 'forename', 'no', name=op.f('pk_party_name')),
    sqlite_with_rowid=False
    )
    op.create_table('party_key',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('key', sa.BigInteger(), nullable=False),
    sa.Column('no', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('force', 'key', 'no', name=op.f('pk_party_key')),
    sqlite_with_rowid=False
    )
