"""Why, by whom and when it was said that no further visit is made to a respondent."""

import sqlalchemy as sa
from alembic import op

revision = '0038'
down_revision = '0037'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('visit_plan', sa.Column('ended_why', sa.String(length=20), nullable=True))
    op.add_column('visit_plan', sa.Column('ended_by', sa.String(36), nullable=True))
    op.add_column('visit_plan', sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True))
