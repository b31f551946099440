"""What each button of the register's own dialogs needs."""

from domain.officers import Permission

REGISTER_VERBS = {
    "review:list": Permission.REVIEW_ORDERS,
    "review:open": Permission.REVIEW_ORDERS,
    "review:unchecked": Permission.CHECK_CONDITIONS,
    "review:decide": Permission.REVIEW_ORDERS,
    "paper:open": Permission.LOOK_UP_ORDER,
    "paper:aside": Permission.CHECK_CONDITIONS,
    "paper:check": Permission.CHECK_CONDITIONS,
    "paper:save": Permission.CHECK_CONDITIONS,
    "paper:confirm": Permission.CHECK_CONDITIONS,
    **dict.fromkeys(
        [
            f"register:{what}"
            for what in ("check", "ask", "answer", "back", "form", "kinds", "kind", "stop", "save", "drop", "paper", "attach")
        ],
        Permission.REGISTER_ORDER,
    ),
    **dict.fromkeys([f"register:{what}" for what in ("waiting", "take", "leave")], Permission.CHECK_CONDITIONS),
    **dict.fromkeys([f"intake:{what}" for what in ("page", "open", "reject", "checked", "confirmed")], Permission.REVIEW_ORDERS),
    "timeline:page": Permission.LOOK_UP_ORDER,
    "timeline:person": Permission.LOOK_UP_ORDER,
    "change:menu": Permission.LOOK_UP_ORDER,
    "change:ask": Permission.RECORD_SERVICE,
    "change:check": Permission.RECORD_SERVICE,
    "change:again": Permission.RECORD_SERVICE,
    "change:confirm": Permission.RECORD_SERVICE,
    "change:drop": Permission.RECORD_SERVICE,
    "change:undo": Permission.RECORD_SERVICE,
}
