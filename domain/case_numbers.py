"""A court's case number, however it was spaced."""

import re


def normal_case(text: str) -> str:
    """As the register keeps a case number or a FamilyMan number: capitals and digits, without spaces and hyphens."""
    return re.sub(r"[\s-]", "", text).upper()
