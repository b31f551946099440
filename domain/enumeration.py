"""Who is told when one officer looks up more people than the force has set."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from domain.officers import Officer, Permission, Role

HOUR = timedelta(hours=1)


def told_of_many(people: Sequence[Officer], officer: UUID, apart_from: frozenset[UUID] = frozenset()) -> list[UUID]:
    """The officer's own supervisor; where there is none to be told, every administrator; nobody of themselves."""
    free = {one.id: one for one in people if one.may(Permission.SEE_LOOK_UPS) and one.id not in {officer, *apart_from}}
    chief = next((one.supervisor for one in people if one.id == officer), None)
    return [chief] if chief in free else [one.id for one in free.values() if Role.ADMIN in one.roles]
