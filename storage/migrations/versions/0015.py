"""The last day of a breach, and whether its record tells of earlier ones never reported, beside its sealed answers. What was sent before is left as it is."""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('breach', sa.Column('ended_on', sa.Date(), nullable=True))
    op.add_column('breach', sa.Column('unreported', sa.Boolean(), server_default=sa.false(), nullable=False))
