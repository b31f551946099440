"""What a party is found by whole stands in the row of the party: half the room on PostgreSQL. The index is filled from the orders anew."""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Rows that were only deleted would keep their room on PostgreSQL, and its planner would take the tables for empty while they are filled.
    for table in ('party_key', 'party_name', 'lexicon_key', 'lexicon', 'indexed_party'):
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
    sa.Column('no', sa.Integer(), nullable=False),
    sa.Column('dob', sa.Integer(), nullable=True),
    sa.Column('first', sa.Integer(), nullable=True),
    sa.Column('last', sa.Integer(), nullable=True),
    sa.Column('home', sa.BigInteger(), nullable=True),
    sa.Column('phone', sa.BigInteger(), nullable=True),
    sa.Column('email', sa.BigInteger(), nullable=True),
    sa.Column('names', sa.Text(), nullable=False),
    sa.Column('postcode', sa.String(length=10), nullable=True),
    sa.PrimaryKeyConstraint('force', 'no', name=op.f('pk_indexed_party')),
    sqlite_with_rowid=False
    )
    op.create_index('ix_indexed_party_dob', 'indexed_party', ['force', 'dob', 'first', 'last'], unique=False)
    for particular in ('postcode', 'home', 'phone', 'email'):
        held = sa.text(f'{particular} IS NOT NULL')
        op.create_index(f'ix_indexed_party_{particular}', 'indexed_party', ['force', particular], unique=False,
                        sqlite_where=held, postgresql_where=held)
    op.create_table('party_name',
    sa.Column('force', sa.String(length=40), nullable=False),
    sa.Column('surname', sa.Integer(), nullable=False),
    sa.Column('forename', sa.Integer(), nullable=False),
    sa.Column('no', sa.Integer(), nullable=False),
    sa.Column('dob', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('force', 'surname', 'forename', 'no', name=op.f('pk_party_name'), postgresql_include=['dob']),
    sqlite_with_rowid=False
    )
