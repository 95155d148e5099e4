"""How far back a person looks."""

import enum
from datetime import date


class Range(enum.Enum):
    """The last days up to today, or all there is. The value is the number of days."""

    MONTH = 30
    QUARTER = 91
    YEAR = 365
    ALL = None

    def first_day(self, today: date) -> date | None:
        """Return the first day of the range that ends with `today`; None where there is no first one."""
        if self.value is None:
            return None
        return date.fromordinal(max(1, today.toordinal() - self.value + 1))
