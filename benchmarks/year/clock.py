"""Time as the simulation has it, and as the bot's machine shows it: the two part when the machine's clock jumps."""

from datetime import datetime, timedelta


class YearClock:
    """Called, it is the machine's clock; `true` is the time at which things happen, and only goes forward."""

    def __init__(self, begins: datetime) -> None:
        self.true = begins
        self.off_by = timedelta()

    def __call__(self) -> datetime:
        return self.true + self.off_by

    def reach(self, moment: datetime) -> None:
        self.true = max(self.true, moment)

    def when_shown(self, shown: datetime) -> datetime:
        """When the machine's clock will show that moment, if it does not jump before."""
        return shown - self.off_by
