"""What officers type to look up an order, with the facts in it; people and numbers are made up."""

import pytest

from tests.understanding import Line, understood

LINES: list[Line] = [
    ("any nmo on john smith dob 12/3/85", "lookup_order", {"person_name": "John Smith", "dob": "1985-03-12"}),
    ("check smith, john 12.03.1985", "lookup_order", {"person_name": "John Smith", "dob": "1985-03-12"}),
    ("nmo check mohammed ali born 1990", "lookup_order", {"person_name": "Mohammed Ali", "birth_year": 1990}),
    ("whos the respondent on LS25F00442", "lookup_order", {"order_no": "LS25F00442", "wants": "respondent"}),
    ("is there a non mol protecting my victim Sarah Khan", "lookup_order", {"person_name": "Sarah Khan", "role": "applicant"}),
    ("stopped a male gives name as dave jones 14/02/79 any orders", "lookup_order", {"person_name": "Dave Jones", "dob": "1979-02-14"}),
    ("is order FM24F00123 still in force", "lookup_order", {"order_no": "FM24F00123", "wants": "expiry"}),
    ("any orders in M14", "lookup_order", {"postcode_area": "M14"}),
    ("any active nmos around LS6 area", "lookup_order", {"postcode_area": "LS6", "status": "live"}),
    ("does 07700 900123 come up on any order", "lookup_order", {"phone": "07700900123"}),
    ("who is protected at 22 oak ave", "lookup_order", {"address": "22 Oak Avenue", "search_by": "address"}),
    ("look up Siobhan O'Neill", "lookup_order", {"person_name": "Siobhan O'Neill"}),
    ("what are the conditions on Kyle Brennan's order", "lookup_order", {"person_name": "Kyle Brennan", "wants": "terms"}),
    ("when does the order on tariq mahmood run out", "lookup_order", {"person_name": "Tariq Mahmood", "wants": "expiry"}),
    ("can she contact him under order LS25F00442", "lookup_order", {"order_no": "LS25F00442", "wants": "terms"}),
    ("got an injunction against Marcus Webb-Taylor?", "lookup_order", {"person_name": "Marcus Webb-Taylor", "role": "respondent"}),
    ("gary nolan", "lookup_order", {"person_name": "Gary Nolan"}),
    ("Jade Whitmore dob 3 march 1992", "lookup_order", {"person_name": "Jade Whitmore", "dob": "1992-03-03"}),
    ("any nmo at 7 larkfield row ZZ1 4AB", "lookup_order", {"postcode": "ZZ1 4AB", "address": "7 Larkfield Row", "search_by": "address"}),
    ("does J. Smith have a live order, ls25f00442", "lookup_order", {"person_name": "J. Smith", "order_no": "LS25F00442"}),
    ("has gary nolan been served yet", "lookup_order", {"person_name": "Gary Nolan", "wants": "service_status"}),
    (
        "is there a power of arrest on case 1234 5678 9012 3456",
        "lookup_order",
        {"order_no": "1234567890123456", "wants": "power_of_arrest"},
    ),
    ("pull up the nmo for applicant mary o'connor", "lookup_order", {"person_name": "Mary O'Connor", "role": "applicant"}),
    ("chek nmo agianst wayne dobbs", "lookup_order", {"person_name": "Wayne Dobbs"}),
    ("hi can you search for paul hughes yob 1978 please", "lookup_order", {"person_name": "Paul Hughes", "birth_year": 1978}),
    ("is John Smith subject to any NMO", "lookup_order", {"person_name": "John Smith"}),
    ("anything on wayne dobbs", "lookup_order", {"person_name": "Wayne Dobbs"}),
    ("ne orders on kyle brennan 12.4.92", "lookup_order", {"person_name": "Kyle Brennan", "dob": "1992-04-12"}),
    ("NMO on Will Young?", "lookup_order", {"person_name": "Will Young"}),
    ("check May Hopkins dob 01/05/1988", "lookup_order", {"person_name": "May Hopkins", "dob": "1988-05-01"}),
    ("applicant is Grace Okafor, what's the order say", "lookup_order", {"person_name": "Grace Okafor", "role": "applicant"}),
    ("is 22b church street flat 3 covered", "lookup_order", {"address": "22B Church Street", "search_by": "address"}),
    ("is there an order protecting anyone at 5 Station Rd", "lookup_order", {"address": "5 Station Road", "search_by": "address"}),
    ("anyone protected in BD7", "lookup_order", {"postcode_area": "BD7"}),
    ("what's live in LS12", "lookup_order", {"postcode_area": "LS12", "status": "live"}),
    (
        "respondent: Tom O'Reilly-Shaw DOB 1990-05-04",
        "lookup_order",
        {"person_name": "Tom O'Reilly-Shaw", "role": "respondent", "dob": "1990-05-04"},
    ),
    ("when was order LS25F00442 made", "lookup_order", {"order_no": "LS25F00442"}),
    (
        "can he go to the school under the order for Aisha Begum",
        "lookup_order",
        {"person_name": "Aisha Begum", "wants": "terms", "location_type": "school"},
    ),
    ("who is the applicant in case FM24F00123", "lookup_order", {"order_no": "FM24F00123", "wants": "applicant"}),
    ("whats her order say about contact, victim Jade Whitmore", "lookup_order", {"person_name": "Jade Whitmore", "role": "applicant"}),
    ("any nmo linked to 0161 496 0123", "lookup_order", {"phone": "01614960123"}),
    ("show me order ls25f00442", "lookup_order", {"order_no": "LS25F00442"}),
    ("is it still live? LS25F00442", "lookup_order", {"order_no": "LS25F00442", "wants": "expiry"}),
    ("run name check steven clarke-jones born 1975 nmo", "lookup_order", {"person_name": "Steven Clarke-Jones", "birth_year": 1975}),
    ("anything on a Mohammed Iqbal, born around 1988", "lookup_order", {"person_name": "Mohammed Iqbal", "birth_year": 1988}),
    ("got a male here claims he's Tyrone Bell dob 09.11.93", "lookup_order", {"person_name": "Tyrone Bell", "dob": "1993-11-09"}),
    ("is miss Khan at 8 Beech Close protected", "lookup_order", {"person_name": "Khan", "address": "8 Beech Close"}),
    ("whats the score with the order on Nolan", "lookup_order", {"person_name": "Nolan"}),
    ("lives at 31 Park Rd, any order?", "lookup_order", {"address": "31 Park Road", "search_by": "address"}),
    ("search postcode M6 3QP", "lookup_order", {"postcode": "M6 3QP"}),
    ("can you check if Jamie-Lee Cooper has a non-mol", "lookup_order", {"person_name": "Jamie-Lee Cooper"}),
    ("who's the vlo for Angela Ross", "lookup_order", {"person_name": "Angela Ross"}),
    ("any order vs Nolan, Gary (12/03/85)?", "lookup_order", {"person_name": "Gary Nolan", "role": "respondent", "dob": "1985-03-12"}),
    ("does FM24F00123 have a power of arrest", "lookup_order", {"order_no": "FM24F00123", "wants": "power_of_arrest"}),
    (
        "victim says there's an nmo but i cant find it, Leanne Barker dob 2.2.90",
        "lookup_order",
        {"person_name": "Leanne Barker", "dob": "1990-02-02"},
    ),
    ("n. anderson 1985 nmo?", "lookup_order", {"person_name": "N. Anderson", "birth_year": 1985}),
    ("ordr for O'Brien pls", "lookup_order", {"person_name": "O'Brien"}),
    ("check mobile 07700900456", "lookup_order", {"phone": "07700900456"}),
    ("respondents dob on FM24F00123", "lookup_order", {"order_no": "FM24F00123"}),
    ("need conditions for Lee Anderson-Hughes asap", "lookup_order", {"person_name": "Lee Anderson-Hughes", "wants": "terms"}),
]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_a_look_up_is_read_with_its_particulars(line: Line) -> None:
    assert understood(line[0]) == line
