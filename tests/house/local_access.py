"""What one must be allowed for each button of local monitoring and of data quality."""

from domain.officers import Permission

VERBS_OF_LOCAL_MONITORING = {
    "beat:page": Permission.LOOK_UP_ORDER,
    "beat:areas": Permission.LOOK_UP_ORDER,
    "visit:open": Permission.VISIT_RESPONDENT,
    "visit:list": Permission.VISIT_RESPONDENT,
    "visit:plan": Permission.VISIT_RESPONDENT,
    "visit:ask": Permission.VISIT_RESPONDENT,
    "visit:record": Permission.VISIT_RESPONDENT,
    "visit:take": Permission.VISIT_RESPONDENT,
    "visit:give": Permission.SEE_TEAM_CONTACTS,
    "visit:give_to": Permission.SEE_TEAM_CONTACTS,
    "visit:give_back": Permission.VISIT_RESPONDENT,
    "visit:ask_close": Permission.VISIT_RESPONDENT,
    "visit:close": Permission.VISIT_RESPONDENT,
    "visit:undo_close": Permission.VISIT_RESPONDENT,
    "visit:undo_hands": Permission.VISIT_RESPONDENT,
    "visit:sheet": Permission.VISIT_RESPONDENT,
    "quality:report": Permission.KEEP_QUALITY,
    "quality:list": Permission.KEEP_QUALITY,
    "quality:mend": Permission.KEEP_QUALITY,
    "quality:looked": Permission.KEEP_QUALITY,
    "quality:confirm": Permission.KEEP_QUALITY,
    "quality:address": Permission.KEEP_QUALITY,
    "quality:plan": Permission.KEEP_QUALITY,
    "quality:owner": Permission.KEEP_QUALITY,
    "quality:assign": Permission.KEEP_QUALITY,
    "exercise:begin": Permission.KEEP_QUALITY,
    "exercise:end": Permission.KEEP_QUALITY,
}
