"""The shapes that the public contract shows, exactly: one line of each kind, with every entity and no other."""

import pytest

from tests.understanding import Line, understood

LINES: list[Line] = [
    ("forget that, wrong person", "cancel", {"reason": "wrong_person"}),
    ("any high risk contacts outstanding for north team", "contacts_due", {"risk_level": "high", "team": "north", "status": "outstanding"}),
    (
        "anything expiring in the next 2 weeks on my beat",
        "contacts_due",
        {"kind": "order_expiry", "date_raw": "next 2 weeks", "area": "my beat"},
    ),
    ("who charges breach of nmo", "guidance", {"topic": "charging"}),
    ("can i nick him if its just been emailed to him", "guidance", {"topic": "service_awareness", "channel": "email"}),
    ("hows a dvpn differ from an nmo", "guidance", {"topic": "dvpn_dvpo", "compare_with": "NMO"}),
    ("help", "help", {}),
    ("no answer x2 for order LS25F00442", "log_contact", {"order_no": "LS25F00442", "outcome": "no_answer", "attempts": 2}),
    (
        "spoke to Jade at 2pm all ok, next one friday",
        "log_contact",
        {"victim_name": "Jade", "when_raw": "14:00", "outcome": "safe_no_concerns", "next_due_raw": "Friday"},
    ),
    (
        "double check respondent Lee Anderson-Hughes not expired",
        "lookup_order",
        {"person_name": "Lee Anderson-Hughes", "role": "respondent", "wants": "expiry"},
    ),
    ("anything live on M6 3QP", "lookup_order", {"postcode": "M6 3QP", "status": "live"}),
    (
        "can he go within 100m of her work per the order for D. Patel",
        "lookup_order",
        {"person_name": "D. Patel", "wants": "terms", "location_type": "workplace", "distance_m": 100},
    ),
    ("has he been served? case LS25F00442", "lookup_order", {"order_no": "LS25F00442", "wants": "service_status"}),
    ("order no FM24F00123", "lookup_order", {"order_no": "FM24F00123"}),
    ("is 14 elm rd covered", "lookup_order", {"address": "14 Elm Road", "search_by": "address"}),
    ("move the high risk ones to vlo kate marsh", "reassign", {"risk_level": "high", "to": "Kate Marsh", "to_role": "VLO"}),
    ("want to record a breach for gary nolan", "record_breach", {"person_name": "Gary Nolan", "role": "respondent"}),
    (
        "breach yday evening, facebook, victim is angela ross",
        "record_breach",
        {"victim_name": "Angela Ross", "conduct": "social_media", "channel": "Facebook", "when_raw": "yesterday evening"},
    ),
    (
        "breach - texted her 3 times last night on order FM24F00123",
        "record_breach",
        {"order_no": "FM24F00123", "conduct": "text_message", "count": 3, "when_raw": "last night"},
    ),
    (
        "told him by phone about the order at 6pm he said he knew",
        "record_service",
        {"respondent_ref": "he", "method": "telephone", "when_raw": "18:00", "awareness_admitted": True},
    ),
    ("upload attached nmo pdf", "register_order", {"document": True}),
    ("run a pnc on this reg AB12 CDE", "smalltalk/out_of_scope", {"kind": "other_system", "vehicle_reg": "AB12CDE"}),
    ("push Jade's contact to mon am", "snooze", {"victim_name": "Jade", "until_raw": "Monday morning"}),
    ("not today, sort it fri", "snooze", {"until_raw": "Friday", "target_ref": "last_reminder"}),
    (
        "transfer in from west yorks ref WY/NMO/77",
        "transfer",
        {"from_force": "West Yorkshire", "reference": "WY/NMO/77", "direction": "in"},
    ),
]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_a_line_comes_out_in_the_shape_of_the_contract(line: Line) -> None:
    assert understood(line[0]) == line
