"""The values of a force's file of policy, each checked; what is wrong is said with the setting's own name first."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from domain.errors import Unreadable

LONGEST_NAME = 60


def section(given: Mapping[str, Any], name: str, known_names: set[str]) -> Mapping[str, Any]:
    """A part of the file, empty where it is silent; `name` is dotted."""
    found = given.get(name.rpartition(".")[2], {})
    if not isinstance(found, dict):
        raise Unreadable(f"{name} must be a section, [{name}]")
    known(found, known_names, f"{name}.")
    return found


def known(given: Mapping[str, Any], names: set[str], where: str) -> None:
    """A name that nobody knows is wrong, since a slip would pass for a rule."""
    for name in given:
        if name not in names:
            raise Unreadable(f"{where}{name} is no setting of this file")


def whole(value: object, name: str, among: range) -> int:
    if type(value) is not int or value not in among:
        raise Unreadable(f"{name} must be a whole number from {among[0]} to {among[-1]}")
    return value


def yes_or_no(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise Unreadable(f"{name} must be true or false")
    return value


def days(listed: object, name: str) -> frozenset[date]:
    """A date of TOML, and no moment: a day has no hour."""
    found = listed if isinstance(listed, list) else [None]
    if any(isinstance(day, datetime) or not isinstance(day, date) for day in found):
        raise Unreadable(f"{name} must be a list of dates, such as [2027-05-10]")
    return frozenset(found)


def names(listed: object, name: str) -> frozenset[str]:
    found: list[object] = listed if isinstance(listed, list) else [None]
    if not all(isinstance(one, str) and 0 < len(one.strip()) <= LONGEST_NAME for one in found):
        raise Unreadable(f'{name} must be a list of names, each at most {LONGEST_NAME} letters long, such as ["dapo"]')
    return frozenset(str(one).strip().casefold() for one in found)
