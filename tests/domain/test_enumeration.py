"""Whoever answers for an officer is told, and never the officer of himself."""

from dataclasses import replace

from domain.enumeration import told_of_many
from domain.officers import Officer, Role
from tests.people import ADMIN, AUDITOR, EVERYONE, RESPONSE, SUPERVISOR, VLO, officer

SECOND = officer("Ola Other", Role.ADMIN)


def among(one: Officer, *more: Officer) -> list[Officer]:
    return [*(each for each in EVERYONE if each.id != one.id), one, *more]


def test_the_officers_own_supervisor_is_told() -> None:
    one = replace(RESPONSE, supervisor=SUPERVISOR.id)
    assert told_of_many(among(one), one.id) == [SUPERVISOR.id]


def test_without_one_who_may_be_told_every_administrator_is() -> None:
    everybody = {ADMIN.id, SECOND.id}
    for supervisor in (None, VLO.id, AUDITOR.id, RESPONSE.id):
        one = replace(RESPONSE, supervisor=supervisor)
        assert set(told_of_many(among(one, SECOND), one.id)) == everybody
    one = replace(RESPONSE, supervisor=SUPERVISOR.id)
    left = [replace(each, active=each.id != SUPERVISOR.id) for each in among(one, SECOND)]
    assert set(told_of_many(left, one.id)) == everybody
    assert set(told_of_many(among(one, SECOND), one.id, frozenset({SUPERVISOR.id}))) == everybody


def test_nobody_is_told_of_himself() -> None:
    both = replace(ADMIN, roles=frozenset({Role.ADMIN, Role.RESPONSE}), supervisor=ADMIN.id)
    assert told_of_many([both, SECOND], both.id) == [SECOND.id]
    assert told_of_many([both], both.id) == []
