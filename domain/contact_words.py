"""Reassurance contact in words: why a contact is owed, the risk, and what came of it."""

from domain.contacts import Event, Outcome, Risk, Why

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
    Why.VARIATION: "The court has changed the order, or an earlier end of it is now known",
    Why.EXTENSION: "The order is extended, or a later end of it is now known",
    Why.SERVICE: "The respondent is served or told of the order: tell the protected person before, or as it happens, where that is possible",
    Why.SERVICE_FAILED: "The order could not be served",
    Why.RELEASE: "The respondent is released",
    Why.BAIL_CHANGE: "The respondent's bail, or release under investigation, has changed",
    Why.DISCHARGE: "The order is discharged, or an undertaking is in its place",
    Why.MOVE: "The protected person has moved",
    Why.RETURN_HEARING: "The court hears the case soon",
    Why.AFTER_HEARING: "The court has heard the case: say what came of it, and ask",
    Why.PAUSE_OVER: "The pause that the protected person asked for is over",
    Why.DECLINE_REVIEW: "The protected person wanted no contact: ask whether that is still so",
}
EVENT_WORDS: dict[Event, str] = {
    Event.SERVICE: "Respondent served or told, or about to be",
    Event.SERVICE_FAILED: "Service failed",
    Event.RELEASE: "Respondent released, or about to be",
    Event.BAIL_CHANGE: "Bail, or release under investigation, changed",
    Event.VARIATION: "Order varied",
    Event.EXTENSION: "Order extended",
    Event.DISCHARGE: "Order discharged, or undertaking in its place",
    Event.MOVE: "Protected person has moved",
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
