"""Officers of the made-up force, one a role."""

from uuid import NAMESPACE_URL, uuid5

from domain.officers import Officer, Role


def officer(name: str, *roles: Role, team: str = "north", active: bool = True) -> Officer:
    return Officer(
        id=uuid5(NAMESPACE_URL, f"made-up:{name}"),
        force="demo",
        name=name,
        collar="0000",
        email=f"{name.split(maxsplit=1)[0].lower()}@force.example",
        roles=frozenset(roles),
        team=team,
        active=active,
    )


RESPONSE = officer("Robin Response", Role.RESPONSE)
VLO = officer("Vic Liaison", Role.VLO)
SUPERVISOR = officer("Sandy Supervisor", Role.SUPERVISOR)
NEIGHBOUR = officer("Nat Neighbour", Role.NEIGHBOURHOOD)
DESK = officer("Dale Desk", Role.ORDERS_DESK)
SECOND_DESK = officer("Sol Second", Role.ORDERS_DESK)
AUDITOR = officer("Audrey Auditor", Role.AUDITOR)
ADMIN = officer("Adi Admin", Role.ADMIN)
LEFT = officer("Lee Left", Role.RESPONSE, active=False)
EVERYONE = (RESPONSE, VLO, SUPERVISOR, NEIGHBOUR, DESK, AUDITOR, ADMIN, LEFT)
