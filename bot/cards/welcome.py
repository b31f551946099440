"""What can I do here, by role: shown once as a welcome and again on help."""

from bot.cards.parts import Card, button, card, heading, line
from bot.offers import Offer
from domain.officers import ROLE_NAMES, Officer, Permission, Role

NO_EMERGENCY = "In danger now? Emergency button or radio control; 999 if you are off air. This bot is no emergency channel."

DUE = '{} due today. Press My contacts, or type "my contacts".'


def welcome_card(officer: Officer, offer: Offer, due: int = 0) -> Card:
    """`due` is how many contacts this officer owes today."""
    names = ", ".join(ROLE_NAMES[role] for role in Role if role in officer.roles)
    body = [
        heading("NMO Bot"),
        line(f"You are signed in as {officer.name} ({names})."),
        *([line(DUE.format(f"{due} contacts are" if due > 1 else "1 contact is"), strong=True)] if due else []),
        *[line(words) for permission, words in ABILITIES if officer.may(permission)],
        *_at_the_command_line(officer),
        line(NO_EMERGENCY, strong=True),
    ]
    # On a small screen the end of the card is what one sees first.
    owed = {"contact:list": f" ({due} due today)"} if due else {}
    buttons = [button(title + owed.get(verb, ""), offer.press(verb)) for permission, title, verb in STARTS if officer.may(permission)]
    return card(body, buttons, marked=False)


def _at_the_command_line(officer: Officer) -> list[Card]:
    """Outside the demonstration a command runs for an administrator only."""
    asked_for = [] if Role.ADMIN in officer.roles else [words for permission, words in THROUGH_THE_ADMINISTRATOR if officer.may(permission)]
    own = [words for permission, words in AT_THE_COMMAND_LINE if Role.ADMIN in officer.roles and officer.may(permission)]
    return [line(words) for words in (*asked_for, *own)]


ABILITIES = (
    (
        Permission.LOOK_UP_ORDER,
        'Look an order up: type a name with a date of birth or a postcode, a telephone number, a house and street, or a case number. "any nmo on john smith dob 12/3/85". "history of NMO-XXXXXX" shows all that happened to one.',
    ),
    (Permission.RECORD_BREACH, "Record a breach: find the order, press Record a breach, answer page by page."),
    (
        Permission.REGISTER_ORDER,
        'Register an order from a paper you are shown: type "register an order", or send its PDF with the paperclip. Record what happened to one: open it, then "served in person today by pc 4417".',
    ),
    (
        Permission.REGISTER_ORDER,
        'Other measures: "measures on NMO-XXXXXX" shows what is known to be on the same respondent, "enter a measure", or "add a dvpo to NMO-XXXXXX", enters one.',
    ),
    (Permission.REVIEW_ORDERS, 'See what waits at intake, and for how long: type "intake".'),
    (Permission.SIGN_OFF_BREACH, 'Sign off records of breaches, or return them with a note: type "awaiting sign-off".'),
    (
        Permission.PLAN_CONTACT,
        'Keep up reassurance contact: type "my contacts", "snooze til 10", "give it to PC Example", "I am off from Monday". Reminders come by themselves. "contact plan NMO-XXXXXX" opens what was agreed.',
    ),
    (
        Permission.SEE_TEAM_CONTACTS,
        'See who is waiting in your teams: type "who is waiting", "overdue", "weekly report" or "who is away".',
    ),
    (
        Permission.VISIT_RESPONDENT,
        'Keep an eye on the orders of your beat: type "orders on my beat", "expiring this month in ...", "patrol list". "plan a visit to NMO-XXXXXX" plans a compliance visit to the respondent.',
    ),
    (
        Permission.TRANSFER,
        'Hand a protected person over to another force: type "transfer NMO-XXXXXX". "transfers" lists them all.',
    ),
    (
        Permission.KEEP_QUALITY,
        'See what the register lacks, and mend it with one press: type "data quality". "exercise mode" makes orders to practise on.',
    ),
    (Permission.REVIEW_RETENTION, 'Review how long each record is kept, and hold, export or let go of one: type "retention reviews".'),
    (Permission.HEAR_ALARMS, 'See how reminders stand and which officers cannot be reached: type "who cannot be reached".'),
    (Permission.APPROVE_GUIDANCE, 'Approve a page of guidance that your force has written: type "guidance to approve".'),
    (Permission.SEE_QUESTIONS, 'See what colleagues asked the guidance in vain: type "guidance questions".'),
    (Permission.READ_GUIDANCE, 'Ask about the law and good practice: "can i arrest if it has not been served"'),
)
AT_THE_COMMAND_LINE = (
    (
        Permission.IMPORT_FEED,
        "Court orders come in by the feed, at the command line: feed import, then feed rejects lists what is to be mended.",
    ),
    (
        Permission.REVIEW_ORDERS,
        'Say how the orders of one case stand to each other, and see how the court feed stands: type "orders to review".',
    ),
    (
        Permission.KEEP_DATABASE,
        "Keep a sealed list of the orders that run, for when the bot is down, at the command line: print, with the name of a PDF to write.",
    ),
    (Permission.READ_AUDIT, "Read the audit trail at the command line: audit export, with an officer's, order's or record's id."),
)
THROUGH_THE_ADMINISTRATOR = (
    (
        Permission.IMPORT_FEED,
        "Court orders come in by the feed: ask the administrator to take a file in (feed import), and for the rows you have to mend (feed rejects).",
    ),
    (
        Permission.READ_AUDIT,
        "Read the audit trail: ask the administrator to export it for you (audit export), with an officer's, order's or record's id.",
    ),
)
STARTS = (
    (Permission.LOOK_UP_ORDER, "Look up an order", "help:look_up"),
    (Permission.PLAN_CONTACT, "My contacts", "contact:list"),
    (Permission.SIGN_OFF_BREACH, "Awaiting sign-off", "breach:awaiting"),
    (Permission.REVIEW_ORDERS, "Orders to review", "review:list"),
    (Permission.READ_GUIDANCE, "What guidance is there?", "guidance:list"),
)
