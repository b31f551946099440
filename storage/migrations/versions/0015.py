"""Whether a record of a breach tells of earlier ones that nobody had reported, beside its sealed answers. What was sent before is left as it is."""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('breach', sa.Column('unreported', sa.Boolean(), server_default=sa.false(), nullable=False))
