"""Parts of the access rules of buttons: an officer who lacks one permission, and the rules of measures."""

from dataclasses import dataclass

from domain.officers import Officer, Permission


@dataclass(frozen=True)
class AllBut(Officer):
    """May do everything but one thing."""

    lacking: Permission = Permission.READ_GUIDANCE

    def may(self, permission: Permission) -> bool:
        return permission is not self.lacking


OF_MEASURES = {
    "measure:ask": Permission.REGISTER_ORDER,
    "measure:beside": Permission.LOOK_UP_ORDER,
    "measure:ask_change": Permission.CHANGE_ORDER,
    "measure:change": Permission.CHANGE_ORDER,
    "measure:ask_end": Permission.CHANGE_ORDER,
    "measure:end": Permission.CHANGE_ORDER,
}
OF_RETENTION = {
    f"retention:{verb}": Permission.REVIEW_RETENTION
    for verb in ("list", "open", "retain", "hold", "lift", "regroup", "ask_dispose", "propose", "dispose", "export")
}
DETAILS_OF_MEASURES = {"kind": "dvpo", "beside": ""}
