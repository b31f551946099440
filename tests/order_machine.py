"""Hypothesis plays an order's life: changes, evidence and slips taken back, with a question about some instant after each."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from domain.evidence import How
from domain.order_changes import ChangeKind, Proposed
from domain.orders import Order
from domain.provenance import Provenance
from tests.order_life import Life, midnight

DAYS = st.sampled_from(
    [date(2026, 3, 20), date(2026, 3, 29), date(2026, 3, 30), date(2026, 10, 24), date(2026, 10, 25), date(2026, 10, 26)]
)
INSTANTS = st.builds(lambda day, minutes: midnight(day) + timedelta(minutes=minutes), DAYS, st.sampled_from(range(0, 1440, 30)))
ENDS = st.sampled_from([datetime(2026, month, 25, 23, 59, tzinfo=UTC) for month in (10, 11, 12)])
WHENS = st.tuples(DAYS, st.none()) | st.tuples(st.none(), INSTANTS)
MOST_MOVES = 4
ASKED = [midnight(day) + timedelta(hours=hour) for day in (date(2026, 3, 29), date(2026, 10, 25), date(2026, 10, 26)) for hour in (0, 11)]


class OrderLife(RuleBasedStateMachine):
    """`played` counts the lives that were lived to their end."""

    played = 0

    def __init__(self) -> None:
        super().__init__()
        self.life = Life()
        self.kept: list[Order] = [self.life.versions[0]]

    @precondition(lambda self: self.is_live() and self.life.moves < MOST_MOVES)
    @rule(when=WHENS, end=st.none() | ENDS, hearing=st.none() | DAYS)
    def vary(self, when: tuple[date | None, datetime | None], end: datetime | None, hearing: date | None) -> None:
        self.life.tell(_said(ChangeKind.VARIED, when, ends_at=end, hearing_on=hearing, conditions=True))

    @precondition(lambda self: self.is_live() and self.life.moves < MOST_MOVES)
    @rule(when=WHENS, further=st.integers(1, 200))
    def extend(self, when: tuple[date | None, datetime | None], further: int) -> None:
        now = self.life.versions[-1].expires_at
        assert now is not None
        self.life.tell(_said(ChangeKind.EXTENDED, when, ends_at=now + timedelta(days=further)))

    @precondition(lambda self: self.is_live())
    @rule(when=WHENS, kind=st.sampled_from([ChangeKind.DISCHARGED, ChangeKind.UNDERTAKING]))
    def stop(self, when: tuple[date | None, datetime | None], kind: ChangeKind) -> None:
        self.life.tell(_said(kind, when))

    @precondition(lambda self: self.is_live())
    @rule(hearing=DAYS)
    def list_a_hearing(self, hearing: date) -> None:
        self.life.tell(_said(ChangeKind.HEARING, (None, None), hearing_on=hearing))

    @rule(when=WHENS, kind=st.sampled_from([ChangeKind.SERVED, ChangeKind.ATTEMPTED, ChangeKind.TOLD]))
    def serve(self, when: tuple[date | None, datetime | None], kind: ChangeKind) -> None:
        self.life.tell(_said(kind, when, how=How.PERSONAL, by_whom="PC 1"))

    @precondition(lambda self: self.life.undoable)
    @rule()
    def undo(self) -> None:
        self.life.undo()

    @rule(asked=INSTANTS | ENDS)
    def ask(self, asked: datetime) -> None:
        assert self.life.by_register(asked) == self.life.by_hand(asked)

    @invariant()
    def nothing_is_overwritten(self) -> None:
        """What was kept stays as it was, and each step adds one version."""
        assert self.life.versions[: len(self.kept)] == self.kept
        assert [one.version for one in self.life.versions] == list(range(1, len(self.life.versions) + 1))
        self.kept = list(self.life.versions)

    def teardown(self) -> None:
        """Whatever was asked on the way, the whole life is asked about once more."""
        for asked in ASKED:
            assert self.life.by_register(asked) == self.life.by_hand(asked)
        type(self).played += 1

    def is_live(self) -> bool:
        newest = self.life.versions[-1]
        return newest.discharged_at is None and newest.undertaking_at is None


def _said(kind: ChangeKind, when: tuple[date | None, datetime | None], **more: object) -> Proposed:
    return Proposed(kind, Provenance.COURT_EMAIL, when[0], when[1], **more)  # type: ignore[arg-type]  # the names are those of the parts
