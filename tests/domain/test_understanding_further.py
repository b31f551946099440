"""Further lines of every kind: each was typed before the reader was looked at again."""

from datetime import datetime
from typing import Any

import pytest

from domain.london import LONDON
from domain.understanding import understand

NOW = datetime(2026, 11, 20, 15, tzinfo=LONDON)
LINES: list[tuple[str, str, dict[str, Any]]] = [
    ("NMO check: Dwayne Carter-Bell, DOB 17.08.1991", "lookup_order", {"person_name": "Dwayne Carter-Bell", "dob": "1991-08-17"}),
    ("got someone in custody, Ryan Pike 4/6/88, any orders?", "lookup_order", {"person_name": "Ryan Pike", "dob": "1988-06-04"}),
    ("whats the expiry on LS25F00442", "lookup_order", {"order_no": "LS25F00442", "wants": "expiry"}),
    ("lookup by phone 07700 900321", "lookup_order", {"phone": "07700900321"}),
    ("what is he not allowed to do under FM24F00123", "lookup_order", {"order_no": "FM24F00123", "wants": "terms"}),
    ("does gary nolan have any previous breaches", "lookup_order", {"person_name": "Gary Nolan", "wants": "history"}),
    ("person at 9 Mill Lane LS6 2AB protected?", "lookup_order", {"postcode": "LS6 2AB", "address": "9 Mill Lane", "search_by": "address"}),
    ("find order - applicant Jade Whitmore", "lookup_order", {"person_name": "Jade Whitmore", "role": "applicant"}),
    ("need the order number for Leanne Barker please", "lookup_order", {"person_name": "Leanne Barker"}),
    (
        "resp sent her a letter last tuesday, order LS25F00442",
        "record_breach",
        {"order_no": "LS25F00442", "conduct": "post_or_gift", "when_raw": "last Tuesday"},
    ),
    (
        "breach of NMO - Gary Nolan - phoned her 4x today",
        "record_breach",
        {"person_name": "Gary Nolan", "role": "respondent", "conduct": "phone_call", "count": 4, "when_raw": "today"},
    ),
    ("he keeps driving past her house, twice this week", "record_breach", {"count": 2, "when_raw": "this week"}),
    (
        "victim received 15 whatsapps overnight from him",
        "record_breach",
        {"conduct": "text_message", "channel": "WhatsApp", "when_raw": "overnight"},
    ),
    ("I need to report that Tyrone Bell has broken his order", "record_breach", {"person_name": "Tyrone Bell", "role": "respondent"}),
    ("whos on my list for tomorrow", "contacts_due", {"date_raw": "tomorrow"}),
    ("show high risk overdue", "contacts_due", {"risk_level": "high", "status": "overdue"}),
    ("do i owe anyone a call", "contacts_due", {}),
    ("any visits due for Leanne this week", "contacts_due", {"status": "due", "date_raw": "this week", "victim_name": "Leanne"}),
    ("spoke to her, she's fine", "log_contact", {"outcome": "safe_no_concerns"}),
    (
        "Called Sarah Khan 3pm - no concerns, next call Monday 10am",
        "log_contact",
        {"victim_name": "Sarah Khan", "outcome": "safe_no_concerns", "when_raw": "15:00", "next_due_raw": "Monday 10:00"},
    ),
    ("unable to reach Jade, tried 4 times", "log_contact", {"victim_name": "Jade", "attempts": 4}),
    ("she didnt pick up", "log_contact", {"outcome": "no_answer"}),
    ("give me 20 mins", "snooze", {"duration": "PT20M", "target_ref": "last_reminder"}),
    ("remind me again on thursday morning", "snooze", {"until_raw": "Thursday morning", "target_ref": "last_reminder"}),
    ("postpone Leanne's call by a week", "snooze", {"victim_name": "Leanne", "duration": "P1W"}),
    ("swap Jade over to PC Amy Pond pls", "reassign", {"to": "Amy Pond", "to_role": "PC", "victim_name": "Jade"}),
    ("can you assign Priya Patel to Kate Marsh", "reassign", {"to": "Kate Marsh", "victim_name": "Priya Patel"}),
    ("dan hill is taking over my contacts", "reassign", {"to": "Dan Hill"}),
    ("what offence is breach under", "guidance", {"topic": "breach_offence"}),
    ("is breach indictable or summary", "guidance", {"topic": "breach_offence"}),
    ("who can apply for a non mol", "guidance", {"topic": "nmo_basics"}),
    ("do we need consent from the victim to charge", "guidance", {"topic": "charging"}),
    ("can I seize his phone", "guidance", {"topic": "evidence"}),
    ("what form does the court use", "guidance", {"topic": "forms"}),
    ("got the sealed order here for Callum Reid", "register_order", {"person_name": "Callum Reid"}),
    ("input order, expires in 12 months", "register_order", {"duration": "P12M"}),
    (
        "papers served on Callum by the bailiff at 11am",
        "record_service",
        {"person_name": "Callum", "role": "respondent", "method": "process_server", "when_raw": "11:00"},
    ),
    ("served. he refused to sign", "record_service", {"respondent_ref": "he"}),
    ("he was told by phone at 3pm", "record_service", {"respondent_ref": "he", "method": "telephone", "when_raw": "15:00"}),
    (
        "he signed for the order at the front desk yesterday",
        "record_service",
        {"respondent_ref": "he", "method": "in_person", "when_raw": "yesterday"},
    ),
    ("victim is moving to Cumbria next week", "transfer", {"to_force": "Cumbria", "direction": "out", "when_raw": "next week"}),
    (
        "pls transfer case to Greater Manchester Police, ref GM/5521",
        "transfer",
        {"to_force": "Greater Manchester", "direction": "out", "reference": "GM/5521"},
    ),
    ("taking a case over from Humberside", "transfer", {"from_force": "Humberside", "direction": "in"}),
    ("what commands can i use", "help", {}),
    ("how do I get started", "help", {}),
    ("scrap it", "cancel", {}),
    ("no dont save that", "cancel", {}),
    ("quit", "cancel", {}),
    ("yo", "smalltalk/out_of_scope", {}),
    ("whats the football score", "smalltalk/out_of_scope", {}),
    ("can you check PNC for me", "smalltalk/out_of_scope", {"kind": "other_system"}),
    ("what shift am i on", "smalltalk/out_of_scope", {}),
    (
        "NMO for the address 40 Station Rd LS6 2AB",
        "lookup_order",
        {"postcode": "LS6 2AB", "address": "40 Station Road", "search_by": "address"},
    ),
    ("date of birth 04.06.88 Ryan Pike anything live", "lookup_order", {"person_name": "Ryan Pike", "dob": "1988-06-04"}),
    ("looking for an order, surname Okafor-Lane, born 1979", "lookup_order", {"person_name": "Okafor-Lane", "birth_year": 1979}),
    ("tell me the terms for order FM24F00123", "lookup_order", {"order_no": "FM24F00123", "wants": "terms"}),
    ("has there been any breaches on LS25F00442", "lookup_order", {"order_no": "LS25F00442", "wants": "history"}),
    ("is this still current FM24F00123", "lookup_order", {"order_no": "FM24F00123", "wants": "expiry"}),
    ("I've got a breach to report, Ryan Pike", "record_breach", {"person_name": "Ryan Pike", "role": "respondent"}),
    (
        "breach happened 18/11/2026 around 2200, he smashed her window at 14 Elm Road",
        "record_breach",
        {"address": "14 Elm Road", "conduct": "damage", "when": "2026-11-18T22:00"},
    ),
    (
        "he tagged her in a facebook post this afternoon",
        "record_breach",
        {"conduct": "social_media", "channel": "Facebook", "when_raw": "this afternoon"},
    ),
    ("resp breached by going in the exclusion zone", "record_breach", {}),
    ("what contacts do I have tomorrow", "contacts_due", {"date_raw": "tomorrow"}),
    ("due today?", "contacts_due", {"status": "due", "date_raw": "today"}),
    ("show the overdue list for team C", "contacts_due", {"team": "C", "status": "overdue"}),
    ("which high risk ones are due", "contacts_due", {"risk_level": "high", "status": "due"}),
    ("victim contacted by text 11:15, safe", "log_contact", {"outcome": "safe_no_concerns", "when_raw": "11:15"}),
    ("Jade not answering, 2 attempts", "log_contact", {"victim_name": "Jade", "outcome": "no_answer", "attempts": 2}),
    (
        "phoned leanne, voicemail, will try again tomorrow",
        "log_contact",
        {"victim_name": "Leanne", "outcome": "left_voicemail", "next_due_raw": "tomorrow"},
    ),
    ("snooze until 1600", "snooze", {"until_raw": "16:00", "target_ref": "last_reminder"}),
    ("hold off until next week", "snooze", {"until_raw": "next week", "target_ref": "last_reminder"}),
    ("remind me end of shift", "snooze", {"until_raw": "end of shift", "target_ref": "last_reminder"}),
    ("can we move Jade to Thursday 2pm", "snooze", {"victim_name": "Jade", "until_raw": "Thursday 14:00"}),
    ("reassign Mary O'Connor's case from me to Kit Rowan", "reassign", {"to": "Kit Rowan", "victim_name": "Mary O'Connor"}),
    ("give the south team ones to DC Shah", "reassign", {"to": "Shah", "to_role": "DC", "team": "south"}),
    ("is it a breach if the kids pass on a message", "guidance", {"topic": "breach_offence"}),
    ("whats the power of arrest for breach of a non mol", "guidance", {"topic": "powers_arrest_entry"}),
    ("who pays for an nmo", "guidance", {"topic": "nmo_basics"}),
    ("do i have to tell the court about a breach", "guidance", {"topic": "breach_offence"}),
    ("please add this order to the system", "register_order", {}),
    (
        "she's moving to Hertfordshire, transfer order FM24F00123",
        "transfer",
        {"to_force": "Hertfordshire", "direction": "out", "order_no": "FM24F00123"},
    ),
    (
        "we've had a case sent from Gwent, reference GW/88/NMO",
        "transfer",
        {"from_force": "Gwent", "direction": "in", "reference": "GW/88/NMO"},
    ),
    ("send this one to the Met", "transfer", {"to_force": "Metropolitan", "direction": "out"}),
    ("help pls", "help", {}),
    ("can you help me", "help", {}),
    ("nah forget it", "cancel", {}),
    ("stop wrong name", "cancel", {"reason": "wrong_name"}),
    ("thank you very much", "smalltalk/out_of_scope", {}),
    ("how's things", "smalltalk/out_of_scope", {}),
    ("whats the capital of france", "smalltalk/out_of_scope", {}),
    ("can you arrange a locksmith", "smalltalk/out_of_scope", {}),
]


@pytest.mark.parametrize(("typed", "intent", "entities"), LINES)
def test_a_line_of_any_kind_is_read(typed: str, intent: str, entities: dict[str, Any]) -> None:
    read = understand(typed, NOW)
    assert (read.intent.value, read.entities) == (intent, entities)
