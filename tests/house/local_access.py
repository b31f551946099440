"""What one must be allowed for each button of local monitoring and of data quality."""

from domain.officers import Permission

VERBS_OF_LOCAL_MONITORING = {
    "beat:page": Permission.LOOK_UP_ORDER,
    "beat:areas": Permission.LOOK_UP_ORDER,
}
