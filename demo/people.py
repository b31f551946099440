"""The officers of the made-up force, with ids that never change."""

import csv
import io
from uuid import NAMESPACE_URL, UUID, uuid5

from domain.officers import Role

# Name, collar number, roles, team, name of the supervisor.
_OFFICERS: tuple[tuple[str, str, tuple[Role, ...], str, str], ...] = (
    ("PC Sam Okafor-Lane", "4101", (Role.RESPONSE,), "north", "Sgt Alex Marsh"),
    ("PC Jo Trelawney", "4102", (Role.RESPONSE,), "south", "Sgt Robin Vale"),
    ("VLO Kit Rowan", "4201", (Role.VLO,), "north", "Sgt Alex Marsh"),
    ("VLO Noor Bramley", "4202", (Role.VLO,), "south", "Sgt Robin Vale"),
    ("VLO Remi Castell", "4203", (Role.VLO,), "north", "Sgt Alex Marsh"),
    ("Sgt Alex Marsh", "1301", (Role.SUPERVISOR,), "north", ""),
    ("Sgt Robin Vale", "1302", (Role.SUPERVISOR,), "south", ""),
    ("PC Ash Penhallow", "4301", (Role.NEIGHBOURHOOD,), "north", "Sgt Alex Marsh"),
    ("Dale Quill", "9401", (Role.ORDERS_DESK,), "orders desk", ""),
    ("Linden Tarn", "9402", (Role.ORDERS_DESK,), "orders desk", ""),
    ("Audrey Finch-Moor", "9501", (Role.AUDITOR,), "standards", ""),
    ("Addie Loom", "9601", (Role.ADMIN,), "systems", ""),
)
HEADER = ("id", "name", "collar", "email", "roles", "team", "supervisor", "active")


def officer_id(name: str) -> UUID:
    """The made-up Entra object id of the officer of that name."""
    return uuid5(NAMESPACE_URL, f"https://force.example/officers/{name}")


def officers_csv() -> str:
    """What `people import` reads; every role is held by somebody."""
    text = io.StringIO()
    rows = [_row(name, collar, roles, team, chief) for name, collar, roles, team, chief in _OFFICERS]
    csv.writer(text).writerows([HEADER, *rows])
    return text.getvalue()


def _row(name: str, collar: str, roles: tuple[Role, ...], team: str, chief: str) -> list[str]:
    email = f"{name.split(maxsplit=1)[-1].lower().replace(' ', '.')}@force.example"
    held = ";".join(role.value for role in roles)
    return [str(officer_id(name)), name, collar, email, held, team, str(officer_id(chief)) if chief else "", "true"]
