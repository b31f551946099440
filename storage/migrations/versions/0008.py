"""The reason for access beside each line of the trail."""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('audit', sa.Column('reason', sa.String(length=40), nullable=True))
