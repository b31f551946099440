"""What officers tell: a breach, a contact, a service, a new order."""

import pytest

from tests.understanding import Line, understood

LINES: list[Line] = [
    (
        "need to log a breach, he turned up at her house at 22:10 last night",
        "record_breach",
        {"conduct": "attended_address", "when_raw": "last night 22:10"},
    ),
    (
        "respondent rang victim 12 times this morning order LS25F00442",
        "record_breach",
        {"order_no": "LS25F00442", "conduct": "phone_call", "count": 12, "when_raw": "this morning"},
    ),
    (
        "breached his nmo by messaging her on insta yesterday",
        "record_breach",
        {"conduct": "social_media", "channel": "Instagram", "when_raw": "yesterday"},
    ),
    (
        "nicked gary nolan for breach of nmo, custody no 06CC/1234/26",
        "record_breach",
        {"person_name": "Gary Nolan", "role": "respondent", "custody_no": "06CC/1234/26"},
    ),
    (
        "report breach wayne dobbs went to 14 elm road at 2130 on 12/11/2026",
        "record_breach",
        {
            "person_name": "Wayne Dobbs",
            "role": "respondent",
            "address": "14 Elm Road",
            "conduct": "attended_address",
            "when": "2026-11-12T21:30",
        },
    ),
    (
        "victim sarah khan says he texted her twice today",
        "record_breach",
        {"victim_name": "Sarah Khan", "conduct": "text_message", "count": 2, "when_raw": "today"},
    ),
    ("record a breech against Lee Anderson-Hughes", "record_breach", {"person_name": "Lee Anderson-Hughes", "role": "respondent"}),
    (
        "breach of order FM24F00123, sent flowers to her mums house monday",
        "record_breach",
        {"order_no": "FM24F00123", "conduct": "post_or_gift", "when_raw": "Monday"},
    ),
    (
        "put a breach on for tariq mahmood, victim is Jade, he followed her home tues night",
        "record_breach",
        {"person_name": "Tariq Mahmood", "role": "respondent", "victim_name": "Jade", "conduct": "following", "when_raw": "Tuesday night"},
    ),
    (
        "new breach - emailed her 4 times, crime ref 13/4567/26",
        "record_breach",
        {"reference": "13/4567/26", "conduct": "email", "count": 4},
    ),
    (
        "he rang her 6 times at 0300 this morning, order LS25F00442",
        "record_breach",
        {"order_no": "LS25F00442", "conduct": "phone_call", "count": 6, "when_raw": "this morning 03:00"},
    ),
    ("male arrested for breaching nmo custody ref HX/9912/26", "record_breach", {"custody_no": "HX/9912/26"}),
    ("his mum messaged the victim for him on whatsapp", "record_breach", {"conduct": "text_message", "channel": "WhatsApp"}),
    ("he broke in to 14 elm road and assaulted her", "record_breach", {"address": "14 Elm Road", "conduct": "violence"}),
    ("suspect turned up drunk at victim's work", "record_breach", {"conduct": "attended_address"}),
    (
        "victim Priya Patel reporting he's been parked outside since 8pm",
        "record_breach",
        {"victim_name": "Priya Patel", "conduct": "attended_address", "when_raw": "20:00"},
    ),
    (
        "want to report breach. respondent callum reid. yesterday at 17:45. turned up at school",
        "record_breach",
        {"person_name": "Callum Reid", "role": "respondent", "conduct": "attended_address", "when_raw": "yesterday 17:45"},
    ),
    ("got a breach to put on", "record_breach", {}),
    (
        "log a breach for my victim Sarah Khan, text message today 09:15",
        "record_breach",
        {"victim_name": "Sarah Khan", "conduct": "text_message", "when_raw": "today 09:15"},
    ),
    (
        "wayne dobbs has breached again, rang angela ross twice",
        "record_breach",
        {"person_name": "Wayne Dobbs", "role": "respondent", "victim_name": "Angela Ross", "conduct": "phone_call", "count": 2},
    ),
    ("he's breached", "record_breach", {}),
    (
        "gary nolan rang angela ross from a withheld number at 3am",
        "record_breach",
        {"person_name": "Gary Nolan", "role": "respondent", "victim_name": "Angela Ross", "conduct": "phone_call", "when_raw": "03:00"},
    ),
    ("ex partner followed her to tesco on saturday afternoon", "record_breach", {"conduct": "following", "when_raw": "Saturday afternoon"}),
    (
        "arrested Kyle Brennan 0210hrs for breach, custody record number LD/00456/26",
        "record_breach",
        {"person_name": "Kyle Brennan", "role": "respondent", "custody_no": "LD/00456/26", "when_raw": "02:10"},
    ),
    (
        "spoke with sarah khan this morning, safe and well",
        "log_contact",
        {"victim_name": "Sarah Khan", "outcome": "safe_no_concerns", "when_raw": "this morning"},
    ),
    ("rang victim no reply, 3rd attempt", "log_contact", {"outcome": "no_answer", "attempts": 3}),
    (
        "left voicemail for Angela Ross 10:30",
        "log_contact",
        {"victim_name": "Angela Ross", "outcome": "left_voicemail", "when_raw": "10:30"},
    ),
    ("log contact with jade, she's worried he's been driving past", "log_contact", {"victim_name": "Jade", "outcome": "concerns"}),
    (
        "visited mary o'connor today at 4pm, no concerns",
        "log_contact",
        {"victim_name": "Mary O'Connor", "outcome": "safe_no_concerns", "when_raw": "today 16:00"},
    ),
    ("tried calling Jade 3 times no joy", "log_contact", {"victim_name": "Jade", "outcome": "no_answer", "attempts": 3}),
    ("contact done for LS25F00442 on 12/11/2026 at 14:30", "log_contact", {"order_no": "LS25F00442", "when": "2026-11-12T14:30"}),
    ("texted Jade to check in, all fine", "log_contact", {"victim_name": "Jade", "outcome": "safe_no_concerns"}),
    ("no answer", "log_contact", {"outcome": "no_answer"}),
    (
        "called Priya Patel twice, went to voicemail, try again monday",
        "log_contact",
        {"victim_name": "Priya Patel", "outcome": "left_voicemail", "attempts": 2, "next_due_raw": "Monday"},
    ),
    ("rang jade, all good, no further contact from him", "log_contact", {"victim_name": "Jade", "outcome": "safe_no_concerns"}),
    (
        "2nd attempt no reply from mary o'connor, left card",
        "log_contact",
        {"victim_name": "Mary O'Connor", "outcome": "no_answer", "attempts": 2},
    ),
    (
        "spoke to victim on LS25F00442 at 16:20, she's fine",
        "log_contact",
        {"order_no": "LS25F00442", "outcome": "safe_no_concerns", "when_raw": "16:20"},
    ),
    ("contact made with Sarah K 10am, safe", "log_contact", {"victim_name": "Sarah K", "outcome": "safe_no_concerns", "when_raw": "10:00"}),
    ("called vic x3 no answer", "log_contact", {"outcome": "no_answer", "attempts": 3}),
    (
        "attended home address, victim safe and well, next visit tuesday",
        "log_contact",
        {"outcome": "safe_no_concerns", "next_due_raw": "Tuesday"},
    ),
    ("knocked at angela ross's, no answer", "log_contact", {"victim_name": "Angela Ross", "outcome": "no_answer"}),
    (
        "saw priya in person today no concerns, high risk still",
        "log_contact",
        {"victim_name": "Priya", "outcome": "safe_no_concerns", "when_raw": "today", "risk_level": "high"},
    ),
    ("emailed jade whitmore re: court date", "log_contact", {"victim_name": "Jade Whitmore"}),
    ("tried twice today, phone off", "log_contact", {"outcome": "no_answer", "attempts": 2, "when_raw": "today"}),
    ("no reply from Angela", "log_contact", {"victim_name": "Angela", "outcome": "no_answer"}),
    ("Victim updated by phone 15:20, no issues", "log_contact", {"outcome": "safe_no_concerns", "when_raw": "15:20"}),
    ("VM left x2", "log_contact", {"outcome": "left_voicemail", "attempts": 2}),
    ("home visit to Jade today, not in, left card", "log_contact", {"victim_name": "Jade", "outcome": "no_answer", "when_raw": "today"}),
    (
        "served gary nolan at 14:30 today in custody",
        "record_service",
        {"person_name": "Gary Nolan", "role": "respondent", "method": "in_custody", "when_raw": "today 14:30"},
    ),
    (
        "nmo served on wayne dobbs 12/11/2026 1430",
        "record_service",
        {"person_name": "Wayne Dobbs", "role": "respondent", "when": "2026-11-12T14:30"},
    ),
    ("handed him the papers at his home address", "record_service", {"respondent_ref": "he", "method": "in_person"}),
    ("mark LS25F00442 as served", "record_service", {"order_no": "LS25F00442"}),
    (
        "solicitor confirmed he's aware of the order",
        "record_service",
        {"respondent_ref": "he", "method": "solicitor", "awareness_admitted": True},
    ),
    (
        "record service on Lee Anderson-Hughes by email",
        "record_service",
        {"person_name": "Lee Anderson-Hughes", "role": "respondent", "method": "email"},
    ),
    ("he's been told about the nmo over the phone", "record_service", {"respondent_ref": "he", "method": "telephone"}),
    (
        "explained the order to him in cells, custody number YC/2211/26",
        "record_service",
        {"respondent_ref": "he", "custody_no": "YC/2211/26", "method": "in_custody"},
    ),
    ("served the order on him today", "record_service", {"respondent_ref": "he", "when_raw": "today"}),
    ("i've served callum reid", "record_service", {"person_name": "Callum Reid", "role": "respondent"}),
    ("service completed by bailiff yesterday", "record_service", {"method": "process_server", "when_raw": "yesterday"}),
    (
        "emailed the order to wayne dobbs and he replied",
        "record_service",
        {"person_name": "Wayne Dobbs", "role": "respondent", "method": "email"},
    ),
    ("gave respondent copy of nmo at front desk 10:40 hrs", "record_service", {"method": "in_person", "when_raw": "10:40"}),
    ("read the conditions to kyle brennan, he understood", "record_service", {"person_name": "Kyle Brennan", "role": "respondent"}),
    (
        "told wayne dobbs about the order by phone",
        "record_service",
        {"person_name": "Wayne Dobbs", "role": "respondent", "method": "telephone"},
    ),
    (
        "process server gave it to him on the 18th",
        "record_service",
        {"respondent_ref": "he", "method": "process_server", "when": "2026-11-18"},
    ),
    ("he was served on the 2nd at 9am", "record_service", {"respondent_ref": "he", "method": "in_person", "when": "2026-11-02T09:00"}),
    ("log a call to mrs okadeno, all fine", "log_contact", {"victim_name": "Okadeno", "outcome": "safe_no_concerns"}),
    (
        "breach by WEBB, Marcus Paul he texted her last night",
        "record_breach",
        {"person_name": "Marcus Paul Webb", "role": "respondent", "conduct": "text_message", "when_raw": "last night"},
    ),
    ("court bailiff has served it", "record_service", {"method": "process_server"}),
    ("new order for gary nolan expires 12/03/2027", "register_order", {"person_name": "Gary Nolan", "end_at": "2027-03-12"}),
    (
        "register an nmo: respondent Wayne Dobbs dob 1/2/80, applicant Mary O'Connor, ends 30 june 2027",
        "register_order",
        {"person_name": "Wayne Dobbs", "role": "respondent", "victim_name": "Mary O'Connor", "dob": "1980-02-01", "end_at": "2027-06-30"},
    ),
    ("add order LS26F00991 12 months from today", "register_order", {"order_no": "LS26F00991", "when_raw": "today", "duration": "P12M"}),
    ("got a new non mol from leeds family court, need to put it on", "register_order", {}),
    ("scan attached", "register_order", {"document": True}),
    ("upload this order", "register_order", {"document": True}),
    (
        "nmo granted today against tariq mahmood until 1/12/2027",
        "register_order",
        {"person_name": "Tariq Mahmood", "role": "respondent", "end_at": "2027-12-01", "when_raw": "today"},
    ),
    ("i want to register an order", "register_order", {}),
    (
        "put new nmo on for Jade Whitmore against Callum Reid expires 01/06/2027 23:59",
        "register_order",
        {"person_name": "Callum Reid", "role": "respondent", "victim_name": "Jade Whitmore", "end_at": "2027-06-01T23:59"},
    ),
    (
        "order granted at leeds family court 18/11/2026 for 12 months case LS26F00123",
        "register_order",
        {"order_no": "LS26F00123", "when": "2026-11-18", "duration": "P12M"},
    ),
    (
        "add an order: Priya Patel v Wayne Dobbs",
        "register_order",
        {"person_name": "Wayne Dobbs", "role": "respondent", "victim_name": "Priya Patel"},
    ),
    ("create order record", "register_order", {}),
    ("heres the order", "register_order", {}),
    ("victim has just got an nmo against her ex", "register_order", {}),
    (
        "new NMO in - resp Kyle Brennan 4/5/91 of 9 Mill Lane, LS6 2AB",
        "register_order",
        {"person_name": "Kyle Brennan", "role": "respondent", "postcode": "LS6 2AB", "address": "9 Mill Lane", "dob": "1991-05-04"},
    ),
    (
        "spoke to priya at 2pm, all ok. ring priya on monday",
        "log_contact",
        {"victim_name": "Priya", "when_raw": "14:00", "outcome": "safe_no_concerns", "next_due_raw": "Monday"},
    ),
    (
        "visit sarah khan again on friday, safe today",
        "log_contact",
        {"victim_name": "Sarah Khan", "when_raw": "today", "outcome": "safe_no_concerns", "next_due_raw": "Friday"},
    ),
]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_what_is_told_is_read_with_its_facts(line: Line) -> None:
    assert understood(line[0]) == line
