"""What a force's file says of retention: the years of each review group, and the group of each class of record."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from domain.errors import Unreadable
from domain.policy_values import section, whole
from domain.retention import Group, RecordClass, RetentionRules, ReviewRule

SECTION = {"classes", "notice_days", *(one.value for one in Group)}
# Records are normally kept at least six years (guidance on the management of police information).
_FIRST, _AGAIN, _NOTICE = range(6, 101), range(1, 31), range(366)


def read_retention(given: Mapping[str, Any]) -> RetentionRules:
    """Raises Unreadable, with the name of the setting first."""
    usual = RetentionRules()
    groups = {one: _rule(given, one, usual.groups[one]) for one in Group}
    named = section(given, "retention.classes", {one.value for one in RecordClass})
    classes = {one: _group(named.get(one.value, usual.classes[one].value), one) for one in RecordClass}
    notice = timedelta(days=whole(given.get("notice_days", usual.notice.days), "retention.notice_days", _NOTICE))
    return RetentionRules(groups, classes, notice)


def _rule(given: Mapping[str, Any], group: Group, usual: ReviewRule) -> ReviewRule:
    name = f"retention.{group.value}"
    said = section(given, name, {"first_years", "again_years"})
    first = whole(said.get("first_years", usual.first), f"{name}.first_years", _FIRST)
    return ReviewRule(first, whole(said.get("again_years", usual.again), f"{name}.again_years", _AGAIN))


def _group(said: object, one: RecordClass) -> Group:
    if said not in set(Group):
        raise Unreadable(f"retention.classes.{one.value} must be one of {', '.join(Group)}")
    return Group(str(said))
