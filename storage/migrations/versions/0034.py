"""A surname of two words is found as one word too, and more pet forms by their name. The index is filled from the orders anew."""

from alembic import op

revision = '0034'
down_revision = '0029'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Rows that were only deleted would keep their room on PostgreSQL.
    empty = 'TRUNCATE' if op.get_bind().dialect.name == 'postgresql' else 'DELETE FROM'
    for table in ('party_name', 'lexicon_key', 'lexicon', 'indexed_party'):
        op.execute(f'{empty} {table}')
