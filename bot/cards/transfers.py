"""Cards of people who go over to another force: what goes along, who accepts, how it stands, and what came from elsewhere. No name outside a card."""

from collections.abc import Iterator, Sequence

from bot.cards.breach_files import TAKES_FILE
from bot.cards.parts import Card, button, card, choices, facts, heading, line, text_input, warning
from bot.offers import Offer
from domain.contact_words import RISK_WORDS
from domain.london import deadline, long_date, long_moment
from domain.orders import Order
from domain.outbox import TRANSFER_ANSWERED, TRANSFER_BOTH, TRANSFER_CAME, TRANSFER_LATE, TRANSFER_NOT_TAKEN
from domain.safe_windows import window_words
from domain.transfer_pack import WITH_VERSIONS, Pack, PackedOrder, TakenOut
from domain.transfers import LONGEST, Direction, ErasedHere, Transfer, TransferState, state_words
from domain.undoing import WITHIN_WORDS
from services.transfers import Prepared, Shown

TAKE = "transfer:file"
DUTY = "Until they accept, contact stays with its owner here. No reminder stops."
CHECKS = "Ring them first. At high risk the MARAC passes its own pack. When they have accepted: have the address on flags updated and the marker of the old premises removed."
AFTERWARDS = "Now have the address on flags updated and the marker of the old premises removed."
OURS_NOW = "Contact with the protected person is ours now. The first is owed at once."
ANSWER_BROUGHT = "Our bot brings them the answer: nothing has to be carried."
CARRY_ANSWER = (
    "Press Sealed answer at the chat page and carry it to them: until they have it, they keep contact too. In Teams no file is given."
)
CARRY = "Press Sealed file at the chat page and carry it to them: only their bot can open it, and they drop it into its chat page. In Teams no file is given."
BROUGHT = "Its bot is told by ours: nothing has to be carried."
ADDRESS = "The new address goes into the sealed file alone. It is never on anything that the respondent may see."
UNDO_WORDS = f"A slip can be undone for {WITHIN_WORDS}."
NONE = "Nobody is being transferred. To hand a person over, type: transfer NMO-XXXXXX to the force's name."
BY_HAND = "A sealed file from them is dropped into the chat page. Without one: look the person up or register the order from their papers, then contact is owed here as for any order."
RING_THEM = "It had ended otherwise here. Ring them, and settle whose the contact is: until then both forces keep it."
HELD_ALREADY = "The order is in the register here already, marked as theirs. Accepting makes you the owner of the contact where you keep contact, and asks for the first one at once. Assess the risk anew."
HELD_BACK = "Until you accept, what was erased is not taken up; if you do not accept, it stays erased. Accepting takes it up again, keeps your reason on the trail, makes you the owner of the contact where you keep contact, and asks for the first one at once. Assess the risk anew."
NO_VERSIONS = "Their bot is older than ours: earlier versions of the order did not come with it. Ask them what the court changed, and when."
NEWS = {
    TRANSFER_CAME: ("A transfer from another force waits for you", "Open it, then accept it or say why not. Until then they keep contact."),
    TRANSFER_LATE: ("A transfer still waits for the other force", "Contact stays here. Ring them; if they will not, take it back."),
    TRANSFER_ANSWERED: ("The other force has answered a transfer", "Open it to see whose the contact is now."),
    TRANSFER_BOTH: ("The other force has accepted a transfer that was over here", RING_THEM),
    TRANSFER_NOT_TAKEN: ("The other force's bot did not take a transfer", "Open it and carry the sealed file by hand, or ring them."),
}


def prepared_card(one: Prepared, chosen: str, offer: Offer) -> Card:
    """One form, nothing sent yet: which force, who accepts there, and where the person lives now."""
    body = [
        heading("Transfer this person to another force?"),
        line(DUTY),
        facts(
            [
                ("Protected person", ", ".join(dict.fromkeys(order.applicant.name for order in one.orders))),
                ("Orders that go along", ", ".join(order.reference for order in one.orders)),
                ("Records of breaches", str(one.breaches)),
                ("Risk", RISK_WORDS[one.plan.risk]),
                ("Next contact due by", deadline(one.plan.due.must_by)),
            ]
        ),
        *(warning(f"Not in the pack: {words}") for words in one.lacks),
        _which_force(one, chosen),
        text_input(
            "acceptor", "Who accepts it there: name, and e-mail address or telephone", required="Say who accepts it there.", limit=LONGEST
        ),
        line(ADDRESS, quiet=True),
        text_input("address1", "New address, if known: house and street", limit=LONGEST),
        text_input("address2", "Town", limit=LONGEST),
        text_input("postcode", "Postcode", limit=20),
        text_input("note", "What they must know first", multiline=True, limit=LONGEST),
        line(CHECKS, quiet=True),
    ]
    return card(body, [button("Seal and send", offer.press_once("transfer:send", str(one.plan.id)), style="positive")])


def _which_force(one: Prepared, chosen: str) -> Card:
    options = [(force.name if force.key else f"{force.name} (no key held: cannot be sealed)", force.code) for force in one.forces]
    field = choices("to", "To which force", options, required="Choose the force.")
    return field | ({"value": chosen} if chosen else {})


def transfer_card(shown: Shown, offer: Offer, *, brings: bool, at_page: bool) -> Card:
    """How one stands, and what can be done with it now. `brings` where our bot brings the file to theirs, `at_page` where a file can be saved."""
    one = shown.transfer
    if one.direction is Direction.IN:
        return _in_card(shown, offer, brings=brings, at_page=at_page)
    state = f"{state_words(one)}{_since(one)}"
    body = [
        heading(f"Transfer {one.reference} to {one.other_name}"),
        facts(
            [
                ("State", state),
                ("Orders", ", ".join(order.reference for order in shown.orders)),
                ("To be accepted by", one.acceptor),
                ("Answer expected by", deadline(one.accept_by) if one.is_open else None),
                ("Answered by", one.answerer or None),
                ("Their reason", one.reason or None),
            ]
        ),
        line(_whose(one), strong=True),
        *([line(BROUGHT if brings else CARRY)] if one.is_open else []),
        *([line(AFTERWARDS)] if one.state is TransferState.ACCEPTED else []),
    ]
    return card(body, list(_ways_out(one, offer, at_page=at_page)), speak=f"Transfer {one.reference}.")


def acceptance_card(one: Transfer, offer: Offer) -> Card:
    """What the other force told by telephone or e-mail."""
    body = [
        heading(f"What did {one.other_name} say?"),
        line("Record only what they have told you: an acceptance ends the contact here."),
        text_input("who", "Who answered there: name and telephone", required="Say who answered there.", limit=LONGEST),
        text_input("reason", "If they declined: why", limit=LONGEST),
    ]
    presses = [
        button("They accepted", offer.press_once("transfer:accepted", str(one.id)), style="positive"),
        button("They declined", offer.press_once("transfer:declined", str(one.id))),
    ]
    return card(body, presses)


def list_card(found: Sequence[Transfer], offer: Offer) -> Card:
    if not found:
        return card([heading("Transfers"), line(NONE)])
    rows = [line(_row(one)) for one in found]
    presses = [button(f"Open {one.reference}", offer.press("transfer:open", str(one.id))) for one in found]
    return card([heading("Transfers"), *rows], presses)


def news_words(stage: str) -> tuple[str, str]:
    return NEWS[stage]


def marks(transfers: Sequence[Transfer]) -> list[str]:
    """What the card of an order says of the forces that it came from or went to."""
    return [words for one in transfers if (words := _mark(one))]


def _mark(one: Transfer) -> str:
    if one.direction is Direction.IN and one.state is TransferState.ACCEPTED and one.answered_at:
        return f"From {one.other_name}: transferred in on {long_moment(one.answered_at)} ({one.reference}). Contact with the protected person is ours."
    if one.direction is Direction.IN and one.is_open:
        return f"Transfer {one.reference} from {one.other_name} waits: contact is still theirs."
    if one.direction is Direction.IN and one.state is TransferState.DECLINED:
        return f"Transfer {one.reference} from {one.other_name} was not accepted here: contact is still theirs."
    if one.direction is Direction.OUT and one.state is TransferState.ACCEPTED and one.answered_at:
        return f"Contact with the protected person is {one.other_name}'s since {long_moment(one.answered_at)} ({one.reference}). The order is in force here all the same, as far as its state above says."
    if one.direction is Direction.OUT and one.is_open:
        return f"Being transferred to {one.other_name} ({one.reference}): contact is still ours."
    return ""


def _in_card(shown: Shown, offer: Offer, *, brings: bool, at_page: bool) -> Card:
    one, pack = shown.transfer, shown.pack
    body = [
        heading(f"Transfer {one.reference} from {one.other_name}"),
        facts(
            [
                ("State", f"{state_words(one)}{_since(one)}"),
                ("Answer expected by", deadline(one.accept_by) if one.is_open else None),
                ("Taken up though erased before", one.reason or None if one.state is TransferState.ACCEPTED else None),
            ]
        ),
        *(warning(_erased_words(erased)) for erased in shown.erased),
        *([] if pack is None else _pack_lines(pack)),
    ]
    orders = [button(f"Open {order.reference}", offer.press("order:open", str(order.id))) for order in shown.orders]
    if not one.is_open:
        ours = [line(OURS_NOW, strong=True)] if one.state is TransferState.ACCEPTED else []
        told = line(ANSWER_BROUGHT if brings else CARRY_ANSWER)
        return card([body[0], *ours, told, *body[1:]], [*orders, *_file(one, offer, at_page=at_page)])
    presses = [
        button("Accept: contact is ours", offer.press_once("transfer:accept", str(one.id)), style="positive"),
        button("Do not accept", offer.press_once("transfer:refuse", str(one.id))),
        *orders,
    ]
    return card([*body, *_to_decide(shown)], presses, speak=f"Transfer {one.reference}.")


def _to_decide(shown: Shown) -> Iterator[Card]:
    yield line(HELD_BACK if shown.erased else HELD_ALREADY)
    if shown.erased:
        yield text_input("why", "If you accept it: why what was erased is taken up again", limit=LONGEST)
    yield text_input("reason", "If you do not accept it: why", limit=LONGEST)


def _erased_words(one: ErasedHere) -> str:
    of = "A record of this order" if one.is_same else "A record of an order of this case"
    return f"{of} ({one.theirs} there) was erased here as {one.reference} on {long_moment(one.at)} by {one.by}. It is not in the register and nobody finds it."


def _taken_out_words(one: TakenOut, pack: Pack) -> str:
    when = f" on {long_moment(one.at)} by {one.by}" if one.at else ""
    number = "1 record of a breach" if one.breaches == 1 else f"{one.breaches} records of breaches"
    with_it = f", and {number} that came with it" if one.breaches else ""
    ask = f" Ask {pack.from_name} which breaches are still open." if one.breaches else ""
    return f"{one.reference} was erased here{when}{with_it}.{ask}"


def _pack_lines(pack: Pack) -> Iterator[Card]:
    yield from (warning(_taken_out_words(one, pack)) for one in pack.erased)
    if pack.format < WITH_VERSIONS:
        yield warning(NO_VERSIONS)
    yield facts(
        [
            ("Protected person", ", ".join(dict.fromkeys(one.order.applicant.name for one in pack.orders))),
            ("Sent by", pack.sender),
            ("Contact was kept by", pack.owner or None),
            ("For", pack.acceptor),
            ("Their note", pack.note or None),
            ("Risk as they assessed it", RISK_WORDS[pack.risk]),
            ("Their next contact was due by", deadline(pack.next_due)),
            ("Last contact", long_moment(pack.last_contact_at) if pack.last_contact_at else None),
            ("Safe days and times", window_words(pack.ways.windows) if pack.ways and pack.ways.windows else None),
            (
                "Safe contact",
                "in the pack, shown with the contact once it is accepted" if pack.ways else "none came with it: find out first",
            ),
            ("Children", pack.safeguarding.children or None if pack.safeguarding else None),
            ("IDVA", pack.safeguarding.idva or None if pack.safeguarding else None),
            ("MARAC", long_date(pack.safeguarding.marac) if pack.safeguarding and pack.safeguarding.marac else None),
        ]
    )
    for one in pack.orders:
        yield line(f"Order {one.order.reference} there", strong=True)
        yield facts(list(_order_facts(one)))
        for number, words in enumerate(one.conditions, start=1):
            yield line(f"{number}. {words}")
    for breach in pack.breaches:
        day = f" of {long_date(breach.happened_on)}" if breach.happened_on else ""
        yield line(f"Breach {breach.reference}{day}: the whole record is in the pack.")


def _order_facts(one: PackedOrder) -> Iterator[tuple[str, str | None]]:
    order: Order = one.order
    yield "Respondent", order.respondent.name
    yield "Case", order.case_no
    yield "Made", long_date(order.made_on) if order.made_on else "day not known"
    yield "Ends", long_moment(order.expires_at) if order.expires_at else "no end date known"
    yield "Discharged", deadline(order.discharged_at) if order.discharged_at else None
    yield "Undertaking instead", deadline(order.undertaking_at) if order.undertaking_at else None
    yield "Version there", f"{order.version}, with all before it" if one.earlier else str(order.version)
    yield "Paper", "in the pack" if one.papers else "not in the pack"
    yield "Conditions", "as they checked them: check them anew" if one.conditions else "not checked"
    yield "Service and awareness", f"{len(one.evidence)} recorded" if one.evidence else "no proof of either"


def _ways_out(one: Transfer, offer: Offer, *, at_page: bool) -> Iterator[Card]:
    id = str(one.id)
    if one.is_open:
        yield from _file(one, offer, at_page=at_page)
        yield button("Record their answer", offer.press("transfer:answer", id))
        yield button("Take it back", offer.press_once("transfer:withdraw", id))
    elif one.by_hand:
        yield button("Wrong? Undo", offer.press_once("transfer:undo", id))


def _file(one: Transfer, offer: Offer, *, at_page: bool) -> Iterator[Card]:
    if at_page:
        title = "Sealed file" if one.direction is Direction.OUT else "Sealed answer"
        yield button(title, offer.press(TAKE, str(one.id))) | {"verb": TAKES_FILE}


def _since(one: Transfer) -> str:
    return f", {long_moment(one.answered_at)}" if one.answered_at else f", since {long_moment(one.at)}"


def _whose(one: Transfer) -> str:
    if one.state is TransferState.ACCEPTED:
        return f"Contact is {one.other_name}'s now. Nobody is reminded here any more."
    return DUTY if one.is_open else "Contact stays here."


def _row(one: Transfer) -> str:
    way = f"to {one.other_name}" if one.direction is Direction.OUT else f"from {one.other_name}"
    return f"{one.reference} {way}: {state_words(one)}{_since(one)}."
