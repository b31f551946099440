"""Who may do what, written out a second time."""

from dataclasses import replace

import pytest

from domain.errors import NotAllowed
from domain.officers import GRANTS, ROLE_NAMES, Officer, Permission, Role, SystemJob
from tests.people import ADMIN, AUDITOR, DESK, LEFT, NEIGHBOUR, RESPONSE, SUPERVISOR, VLO, officer

P = Permission
ALL = {P.READ_GUIDANCE, P.OPEN_CONVERSATION}
ON_THE_STREET = ALL | {P.LOOK_UP_ORDER, P.RECORD_BREACH, P.RECORD_SERVICE, P.REGISTER_ORDER}
RESPONDING = ON_THE_STREET | {P.LINK_RECORDS}
SAFEGUARDING = RESPONDING | {P.PLAN_CONTACT, P.SEE_SAFE_CONTACT, P.SEE_CONTACT_POLICY, P.CHECK_CONDITIONS}
SAFEGUARDING |= {P.CHANGE_ORDER, P.TRANSFER, P.CARRY_TRANSFERS}


@pytest.mark.parametrize(
    ("person", "may"),
    [
        (RESPONSE, RESPONDING | {P.VISIT_RESPONDENT}),
        (NEIGHBOUR, ON_THE_STREET | {P.VISIT_RESPONDENT}),
        (VLO, SAFEGUARDING),
        (
            SUPERVISOR,
            SAFEGUARDING
            | {
                P.SEE_TEAM_CONTACTS,
                P.DECIDE_CONTACT,
                P.SEE_LOOK_UPS,
                P.SIGN_OFF_BREACH,
                P.VISIT_RESPONDENT,
                P.KEEP_QUALITY,
                P.APPROVE_GUIDANCE,
                P.SEE_QUESTIONS,
                P.HEAR_ALARMS,
            },
        ),
        (
            DESK,
            SAFEGUARDING
            | {P.IMPORT_FEED, P.REVIEW_ORDERS, P.REVIEW_RETENTION, P.ERASE_RECORDS, P.KEEP_QUALITY, P.APPROVE_GUIDANCE, P.SEE_QUESTIONS},
        ),
        (AUDITOR, ALL | {P.READ_AUDIT}),
        (
            ADMIN,
            ALL
            | {
                P.IMPORT_FEED,
                P.REVIEW_ORDERS,
                P.ERASE_RECORDS,
                P.IMPORT_PEOPLE,
                P.HEAR_ALARMS,
                P.KEEP_DATABASE,
                P.CARRY_TRANSFERS,
                P.READ_AUDIT,
                P.SEE_CONTACT_POLICY,
                P.SEE_LOOK_UPS,
                P.SEE_QUESTIONS,
            },
        ),
        (LEFT, set()),
        (officer("Nobody Yet"), set()),
        (officer("Both Roles", Role.RESPONSE, Role.AUDITOR), RESPONDING | {P.VISIT_RESPONDENT, P.READ_AUDIT}),
    ],
)
def test_each_role_may_do_this_and_nothing_else(person: Officer, may: set[Permission]) -> None:
    assert {permission for permission in Permission if person.may(permission)} == may


def test_no_person_has_what_only_the_systems_jobs_do() -> None:
    assert not {P.SEND_REMINDERS, P.RUN_JOBS} & frozenset().union(*GRANTS.values())


def test_every_role_has_a_name_and_its_grants() -> None:
    assert set(ROLE_NAMES) == set(GRANTS) == set(Role)


def test_a_refusal_says_whom_to_ask_and_names_nobody() -> None:
    with pytest.raises(NotAllowed, match="ask your supervisor") as refused:
        AUDITOR.must(P.LOOK_UP_ORDER)
    assert AUDITOR.name not in refused.value.advice


def test_a_role_ends_the_moment_an_officer_leaves() -> None:
    with pytest.raises(NotAllowed):
        replace(RESPONSE, active=False).must(P.READ_GUIDANCE)


def test_a_job_of_the_system_may_do_what_it_was_given_under_an_id_that_stays() -> None:
    job = SystemJob("dispatcher", "demo", frozenset({P.SEND_REMINDERS}))
    job.must(P.SEND_REMINDERS)
    with pytest.raises(NotAllowed, match="dispatcher"):
        job.must(P.LOOK_UP_ORDER)
    assert job.id == SystemJob("dispatcher", "demo", frozenset()).id != SystemJob("auditor", "demo", frozenset()).id
