"""What a line may ask for, in the names of the public contract."""

from enum import StrEnum


class Intent(StrEnum):
    """As the public contract, section 5, names them."""

    RECORD_BREACH = "record_breach"
    LOOKUP_ORDER = "lookup_order"
    CONTACTS_DUE = "contacts_due"
    LOG_CONTACT = "log_contact"
    SNOOZE = "snooze"
    REASSIGN = "reassign"
    RECORD_SERVICE = "record_service"
    REGISTER_ORDER = "register_order"
    TRANSFER = "transfer"
    GUIDANCE = "guidance"
    HELP = "help"
    CANCEL = "cancel"
    SMALLTALK = "smalltalk/out_of_scope"
