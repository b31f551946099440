"""Reminders put off, work handed to a colleague, orders passed to another force."""

import pytest

from tests.understanding import Line, understood

LINES: list[Line] = [
    ("remind me in 2 hours", "snooze", {"duration": "PT2H", "target_ref": "last_reminder"}),
    ("snooze 1 hr", "snooze", {"duration": "PT1H", "target_ref": "last_reminder"}),
    ("snooze jades reminder til tomorrow 9am", "snooze", {"victim_name": "Jade", "until_raw": "tomorrow 09:00"}),
    ("push it back 3 days", "snooze", {"duration": "P3D", "target_ref": "last_reminder"}),
    ("remind me about Sarah Khan next tuesday", "snooze", {"victim_name": "Sarah Khan", "until_raw": "next Tuesday"}),
    ("put off angela ross until after the weekend", "snooze", {"victim_name": "Angela Ross", "until_raw": "after the weekend"}),
    ("snooze this for a week", "snooze", {"duration": "P1W", "target_ref": "last_reminder"}),
    ("ring her tomorrow instead, not now", "snooze", {"until_raw": "tomorrow", "target_ref": "last_reminder"}),
    ("can you remind me tomorrow morning", "snooze", {"until_raw": "tomorrow morning", "target_ref": "last_reminder"}),
    ("push it to friday", "snooze", {"until_raw": "Friday", "target_ref": "last_reminder"}),
    ("later", "snooze", {"until_raw": "later", "target_ref": "last_reminder"}),
    ("snooze for 30 mins", "snooze", {"duration": "PT30M", "target_ref": "last_reminder"}),
    ("delay mary's contact by 2 days", "snooze", {"victim_name": "Mary", "duration": "P2D"}),
    ("ask me again in an hour", "snooze", {"duration": "PT1H", "target_ref": "last_reminder"}),
    ("move angela ross to next week", "snooze", {"victim_name": "Angela Ross", "until_raw": "next week"}),
    ("bump LS25F00442 to 9am tomorrow", "snooze", {"order_no": "LS25F00442", "until_raw": "tomorrow 09:00"}),
    ("put it off til weds", "snooze", {"until_raw": "Wednesday", "target_ref": "last_reminder"}),
    ("remind me on 1/12/2026", "snooze", {"until": "2026-12-01", "target_ref": "last_reminder"}),
    ("remind me tonight", "snooze", {"until_raw": "tonight", "target_ref": "last_reminder"}),
    ("snooze all til monday", "snooze", {"until_raw": "Monday", "target_ref": "last_reminder"}),
    ("can't do it now, make it 4pm", "snooze", {"until_raw": "16:00", "target_ref": "last_reminder"}),
    ("move mary's visit to thursday", "snooze", {"victim_name": "Mary", "until_raw": "Thursday"}),
    ("reassign jade to PC Dan Hill", "reassign", {"to": "Dan Hill", "to_role": "PC", "victim_name": "Jade"}),
    ("hand my list over to kate marsh", "reassign", {"to": "Kate Marsh"}),
    ("give sarah khan's contacts to vlo rowan", "reassign", {"to": "Rowan", "to_role": "VLO", "victim_name": "Sarah Khan"}),
    ("transfer my cases to sgt Emma Stone im off on leave", "reassign", {"to": "Emma Stone", "to_role": "SGT"}),
    ("can pc hill take over LS25F00442", "reassign", {"to": "Hill", "to_role": "PC", "order_no": "LS25F00442"}),
    ("move all south team contacts to DC Amy Pond", "reassign", {"to": "Amy Pond", "to_role": "DC", "team": "south"}),
    ("reallocate the overdue ones to tom baker", "reassign", {"to": "Tom Baker"}),
    ("pass jade's contact to kit rowan from monday", "reassign", {"to": "Kit Rowan", "victim_name": "Jade"}),
    ("give jade to dan hill", "reassign", {"to": "Dan Hill", "victim_name": "Jade"}),
    ("hand over angela ross to sgt lee", "reassign", {"to": "Lee", "to_role": "SGT", "victim_name": "Angela Ross"}),
    ("reassign all my contacts to Kit Rowan", "reassign", {"to": "Kit Rowan"}),
    ("reassign LS25F00442 to vlo marsh please", "reassign", {"to": "Marsh", "to_role": "VLO", "order_no": "LS25F00442"}),
    ("swap sarah khan from kate marsh to dan hill", "reassign", {"to": "Dan Hill", "from": "Kate Marsh", "victim_name": "Sarah Khan"}),
    ("can someone else take jade's contacts, i'm on leave", "reassign", {"victim_name": "Jade"}),
    ("allocate to PC 4521 Smith", "reassign", {"to": "Smith", "to_role": "PC"}),
    ("pass high risk cases to north team", "reassign", {"risk_level": "high", "team": "north"}),
    ("change vlo for Priya Patel to Emma Stone", "reassign", {"to": "Emma Stone", "victim_name": "Priya Patel"}),
    ("could you move my list to pc okafor", "reassign", {"to": "Okafor", "to_role": "PC"}),
    ("transfer to gmp", "transfer", {"to_force": "Greater Manchester", "direction": "out"}),
    ("victim moved to lancashire, send the case over", "transfer", {"to_force": "Lancashire", "direction": "out"}),
    (
        "transfer LS25F00442 out to west mids ref WM/123/26",
        "transfer",
        {"to_force": "West Midlands", "direction": "out", "order_no": "LS25F00442", "reference": "WM/123/26"},
    ),
    ("got one coming in from the met", "transfer", {"from_force": "Metropolitan", "direction": "in"}),
    (
        "sarah khan is moving to kent, need to tell kent police",
        "transfer",
        {"to_force": "Kent", "direction": "out", "victim_name": "Sarah Khan"},
    ),
    ("order transferred from north wales police", "transfer", {"from_force": "North Wales", "direction": "in"}),
    ("transfer jade's case to south yorks", "transfer", {"to_force": "South Yorkshire", "direction": "out", "victim_name": "Jade"}),
    ("transfer jade's order to the met", "transfer", {"to_force": "Metropolitan", "direction": "out", "victim_name": "Jade"}),
    ("vic moving to Manchester, what force do i send to", "transfer", {"to_force": "Greater Manchester", "direction": "out"}),
    ("received case from humberside ref HP/NMO/4", "transfer", {"from_force": "Humberside", "direction": "in", "reference": "HP/NMO/4"}),
    (
        "out of force transfer to cleveland for Sarah Khan",
        "transfer",
        {"to_force": "Cleveland", "direction": "out", "person_name": "Sarah Khan"},
    ),
    ("transfer request, west yorks to lancs", "transfer", {"to_force": "Lancashire", "from_force": "West Yorkshire"}),
    ("case coming from gmp, ref GMP-2231", "transfer", {"from_force": "Greater Manchester", "direction": "in", "reference": "GMP-2231"}),
    ("send LS25F00442 to north yorks", "transfer", {"to_force": "North Yorkshire", "direction": "out", "order_no": "LS25F00442"}),
    ("victim has relocated to devon & cornwall", "transfer", {"to_force": "Devon and Cornwall", "direction": "out"}),
    ("take on case from Northumbria police", "transfer", {"from_force": "Northumbria", "direction": "in"}),
]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_who_and_until_when_is_read(line: Line) -> None:
    assert understood(line[0]) == line
