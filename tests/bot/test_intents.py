"""Lines whose words are short, slipped or unusual reach the part of the bot that they are for."""

import pytest

from bot.intents import Intent, intent_of


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("record a breech against Lee Anderson-Hughes", Intent.RECORD_BREACH),
        ("record a breahc", Intent.RECORD_BREACH),
        ("whats due this week", Intent.CONTACTS_DUE),
        ("which victims have not been contacted this week", Intent.CONTACTS_DUE),
        ("my contcats", Intent.CONTACTS_DUE),
        ("who's due a call", Intent.CONTACTS_DUE),
    ],
)
def test_slips_and_other_words_reach_the_same_dialog(typed: str, intent: Intent) -> None:
    assert intent_of(typed) is intent


@pytest.mark.parametrize("typed", ["orders ending soon", "when must the victim be updated", "how long does an order last"])
def test_the_end_of_an_order_and_a_question_are_no_list_of_contacts(typed: str) -> None:
    assert intent_of(typed) is not Intent.CONTACTS_DUE
