"""Made-up orders to practise on: told by their case number, shown as what they are, and kept out of every figure."""

from domain.orders import Order

PREFIX = "EXERCISE-"
WORDS = "EXERCISE: a made-up order to practise on. No court made it, nobody is protected by it, and it is in no figure."


def is_exercise(order: Order) -> bool:
    """No case number of a court looks like these."""
    return is_exercise_case(order.case_no)


def is_exercise_case(case_no: str) -> bool:
    return case_no.startswith(PREFIX)
