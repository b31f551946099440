"""Reassurance contact in words: why a contact is owed, the risk, and what came of it."""

from domain.contacts import Outcome, Risk, Why

WHY_WORDS: dict[Why, str] = {
    Why.GET_SAFE_CONTACT: "No safe way to reach the protected person is known. Get a safe contact from the court or solicitor today",
    Why.ORDER_KNOWN: "The order has become known to the force",
    Why.AFTER_KNOWN: "Second contact after the order became known",
    Why.BREACH: "A breach was recorded",
    Why.AFTER_BREACH: "Follow-up after a breach",
    Why.NEAR_EXPIRY: "The order ends soon",
    Why.ROUTINE: "Routine contact",
    Why.VICTIM_UPDATE: "Something has happened in the investigation that the protected person must be told within one working day",
    Why.AFTER_CONCERN: "A concern was raised at the last contact",
}
RISK_WORDS: dict[Risk, str] = {
    Risk.UNASSESSED: "not assessed: treated as high",
    Risk.HIGH: "high",
    Risk.MEDIUM: "medium",
    Risk.STANDARD: "standard",
}
OUTCOME_WORDS: dict[Outcome, str] = {
    Outcome.SPOKE_SAFE: "spoke, safe",
    Outcome.GOT_SAFE_CONTACT: "safe contact found",
    Outcome.NO_ANSWER: "no answer",
    Outcome.CONCERN: "spoke, concern raised",
    Outcome.NOT_SAFE_TO_TALK: "not safe to talk",
    Outcome.REFUSED: "refused contact",
    Outcome.WRONG_NUMBER: "wrong number",
    Outcome.VISITED: "visited, safe",
}
