"""Questions that no page answered well; all that was typed is sealed."""

from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import BindParameter, Row, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.errors import Outdated
from domain.guidance_questions import Question, QuestionState, Why
from storage.dialects import insert_new
from storage.sealing import Sealer
from storage.tables.guidance_questions import guidance_question

MOVED_ON = "Somebody else dealt with this question just now. Open it again to see how it stands."
MOST = 5_000
_PLACE = "guidance_question.words"
_FORCE: BindParameter[str] = bindparam("force")
_ONE = select(guidance_question).where(guidance_question.c.force == _FORCE, guidance_question.c.id == bindparam("id")).with_for_update()
_SINCE = (
    select(guidance_question)
    .where(guidance_question.c.force == _FORCE, guidance_question.c.asked_at >= bindparam("since"))
    .order_by(guidance_question.c.asked_at.desc(), guidance_question.c.id)
    .limit(MOST)
)
_CHANGE = (
    update(guidance_question)
    .where(
        guidance_question.c.force == bindparam("of"),
        guidance_question.c.id == bindparam("which"),
        guidance_question.c.version == bindparam("was"),
    )
    .values(
        state=bindparam("now_in"),
        expert=bindparam("to"),
        due_at=bindparam("due"),
        answered_by=bindparam("by"),
        answered_at=bindparam("at"),
        version=bindparam("number"),
        words=bindparam("said"),
    )
)


class GuidanceQuestions:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def add(self, one: Question) -> None:
        """One that is there already stays as it is."""
        row = {"id": one.id, "asker": one.asker, "asked_at": one.asked_at, "why": one.why.value, "page": one.page, "state": one.state.value}
        row |= {"force": self._force, "version": one.version, "words": self._sealed(one)}
        await self._connection.execute(insert_new(self._connection, guidance_question, ("force", "id")), row)

    async def hold(self, id: UUID) -> Question | None:
        """The question, kept from other writers until this transaction ends."""
        row = (await self._connection.execute(_ONE, {"force": self._force, "id": id})).first()
        return None if row is None else self._question_of(row)

    async def save(self, one: Question) -> None:
        """Keeps it one version on from what was read; Outdated where somebody else was first."""
        changes: dict[str, Any] = {"now_in": one.state.value, "to": one.expert, "due": one.due_at, "by": one.answered_by}
        changes |= {"at": one.answered_at, "number": one.version, "said": self._sealed(one)}
        done = await self._connection.execute(_CHANGE, {"of": self._force, "which": one.id, "was": one.version - 1, **changes})
        if not done.rowcount:
            raise Outdated(MOVED_ON)

    async def since(self, moment: datetime) -> list[Question]:
        """The newest first."""
        return [self._question_of(row) for row in await self._connection.execute(_SINCE, {"force": self._force, "since": moment})]

    def _sealed(self, one: Question) -> bytes:
        return self._sealer.seal(orjson.dumps([one.words, one.answer, one.again]), _PLACE, str(one.id))

    def _question_of(self, row: Row[tuple[object, ...]]) -> Question:
        words, answer, again = orjson.loads(self._sealer.open(row.words, _PLACE, str(row.id)))
        return Question(
            id=row.id,
            asker=row.asker,
            asked_at=row.asked_at,
            why=Why(row.why),
            page=row.page,
            words=words,
            state=QuestionState(row.state),
            expert=row.expert,
            due_at=row.due_at,
            answer=answer,
            answered_by=row.answered_by,
            answered_at=row.answered_at,
            again=again,
            version=row.version,
        )
