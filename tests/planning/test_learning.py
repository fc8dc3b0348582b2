"""Plan against actual at the end of a quarter."""

from __future__ import annotations

from decimal import Decimal

from okrlint.planning.learning import Actual, learn, learn_from
from tests.planning.worked_example import WHOLE, calculation, inputs, near

_NEXT = (
    WHOLE.replace("quarter: 2026-Q3", "quarter: 2026-Q4")
    .replace("as_of: 2026-06-30", "as_of: 2026-09-30")
    .replace("2026-04", "2026-07")
    .replace("2026-05", "2026-08")
    .replace("2026-06", "2026-09")
    .replace("2026-07: 600", "2026-07: 690")
    .replace("2026-07: 240, 2026-08: 256, 2026-09: 264", "2026-07: 252, 2026-08: 261, 2026-09: 277")
    .replace("2026-07: 18600, 2026-08: 19100, 2026-09: 19300", "2026-07: 19500, 2026-08: 19700, 2026-09: 20300")
)


def test_each_channel_beside_its_plan() -> None:
    """Organic search was to bring 874 and brought 790: 9.6% less, after 3.9% growth instead of 15%."""
    lesson = learn_from(calculation(), inputs(_NEXT)).channels[0]

    assert lesson.actual == Actual(Decimal(790), Decimal(59500))
    assert lesson.error is not None
    assert near(lesson.error * 100, "-9.6110")
    assert lesson.growth is not None
    assert near(lesson.growth * 100, "3.9474")


def test_the_rate_to_use_next_is_pooled() -> None:
    """790 leads of 59,500 sessions, and not the mean of three monthly rates."""
    rate = learn_from(calculation(), inputs(_NEXT)).channels[0].rate

    assert rate is not None
    assert near(rate * 100, "1.3277")


def test_the_whole_quarter() -> None:
    """1,990 leads came of 2,564 that were needed."""
    learned = learn_from(calculation(), inputs(_NEXT))

    assert learned.leads == 1990
    assert learned.error is not None
    assert near(learned.error * 100, "-22.3889")


def test_what_nobody_wrote_down_stays_open() -> None:
    """A channel without numbers has no error, no growth and no rate."""
    learned = learn(calculation(), None, {"content": Actual(Decimal(300))})
    organic, content = learned.channels[:2]

    assert (learned.error, organic.error, organic.growth, organic.rate) == (None, None, None, None)
    assert content.growth is not None
    assert content.rate is None
