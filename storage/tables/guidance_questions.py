"""Questions that no page answered well, and what an expert answered."""

from sqlalchemy import Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

# What was asked, answered and asked again is sealed: officers name people in it.
guidance_question = Table(
    "guidance_question",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("asker", Id, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("why", String(20), nullable=False),
    Column("page", String(80), nullable=False),
    Column("state", String(20), nullable=False),
    Column("expert", Id),
    Column("due_at", Moment),
    Column("answered_by", Id),
    Column("answered_at", Moment),
    Column("version", Integer, nullable=False),
    Column("words", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_guidance_question_asked", guidance_question.c.force, guidance_question.c.asked_at)
