"""What a force decides about orders that are registered by hand: the part [register] of its policy."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.errors import Unreadable
from domain.policy_values import names, whole
from domain.provenance import Provenance

SECTION = {"second_check_percent", "second_check_always"}
ALWAYS = frozenset({Provenance.APPLICANT_COPY, Provenance.OFFICER})
_PERCENT = range(101)


@dataclass(frozen=True)
class RegisterRules:
    """Of so many in a hundred orders registered by hand a second person checks what was typed; of those that come from `always`, of each."""

    percent: int = 20
    always: frozenset[Provenance] = ALWAYS

    def wants_second(self, learned: Provenance, drawn: float) -> bool:
        """`drawn` is from 0 up to 1."""
        return learned in self.always or drawn * 100 < self.percent


def read_register_rules(given: Mapping[str, Any]) -> RegisterRules:
    """Raises Unreadable with the setting's name first."""
    listed = names(given["second_check_always"], "register.second_check_always") if "second_check_always" in given else ALWAYS
    for one in sorted(listed - set(Provenance)):
        raise Unreadable(f"register.second_check_always: {one} is none of {', '.join(Provenance)}")
    percent = whole(given.get("second_check_percent", 20), "register.second_check_percent", _PERCENT)
    return RegisterRules(percent, frozenset(Provenance(one) for one in listed))
