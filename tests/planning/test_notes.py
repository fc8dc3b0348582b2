"""What a reader must know beside the numbers."""

from __future__ import annotations

import pytest

from okrlint.planning.notes import notes
from okrlint.planning.questions import questions
from tests.planning.worked_example import HEAD, WHOLE, calculation

# fmt: off
WARNED = {
    "no growth": ("growth: 5%", "growth: 0%", "the plan asks for no growth of revenue"),
    "a yearly churn": ("churn: 2%", "churn: 24%", "a net churn of 24% a month is 96% a year; is it a yearly rate?"),
    "a long cycle": ("60 days", "120 days", "no lead of 2026-Q3 moves its revenue: what it generates pays from Nov 2026 on"),
    "caps": ("cap: 100%", "cap: 50%", "with every channel at its cap there are 2,384 leads, 181 too few; MRR ends at $125,869 in Nov 2026 instead of $127,628"),
    "a budget": ("budget: 150000", "budget: 100000", "the sessions cost $41,645 more than the budget, which buys 2,259 leads"),
    "a paid channel without a price": ("    cost_per_session: 1.60\n", "", "Paid social cost money and have no `cost_per_session`; the sum is without them"),
    "a low ceiling": ("growth: 5%", "growth: 40%", "with 633 leads a month, as last quarter, MRR can never pass $316,667"),
}
TOLD = {
    "nothing is needed": ("growth: 5% per month\naverage_sale_price: 250\nnet_mrr_churn: 2%", "growth: 1% per month\naverage_sale_price: 250\nnet_mrr_churn: -9%", "no lead is needed: what customers who stay add covers the growth"),
    "what exists": ("quarter", "quarter", "the leads that exist decide the revenue of Jul and Aug 2026"),
    "the gap": ("quarter", "quarter", "Jul and Aug 2026 end $600 and $1,338 below the target; Sep 2026 makes up for it"),
    "a gap of one month": ("60 days", "30 days", "Jul 2026 ends $400 below the target; Aug 2026 makes up for it"),
    "assumed months": ("60 days", "150 days", "Feb and Mar 2026 have no number of leads in the file; the mean of the months that have one, 633, stands in"),
    "few customers": ("rate: 4%", "rate: 1%", "the conversion rests on about 19 customers of last quarter's leads; a few more or less change it"),
    "a benchmark": ("source: measured", "source: benchmark\n  range: [4%, 8%]", "the conversion is a benchmark of 4% to 8%; measure your own as soon as you can"),
    "rounding of channels": ("2026-06: 264", "2026-06: 262", "the channels add up to 1,898 leads and the file's months 1,900; shares are of the channels' own sum"),
    "a channel without cap": ("    cap: 100%\n    cost_per_session: 4.20\n", "", "without a cap, Paid search must carry whatever the others cannot"),
}
# fmt: on


@pytest.mark.parametrize(("line", "changed", "words"), WARNED.values(), ids=WARNED)
def test_what_somebody_must_decide(line: str, changed: str, words: str) -> None:
    """A warning, in front of everything that is only to be known."""
    found = notes(calculation(WHOLE.replace(line, changed)))

    assert (words, True) in [tuple(note) for note in found]
    assert [note.warning for note in found] == sorted((note.warning for note in found), reverse=True)


@pytest.mark.parametrize(("line", "changed", "words"), TOLD.values(), ids=TOLD)
def test_what_is_to_be_known(line: str, changed: str, words: str) -> None:
    """Said once, as a sentence."""
    assert [note.warning for note in notes(calculation(WHOLE.replace(line, changed))) if note.text == words] == [False]


def test_many_months_below_the_target_are_told_by_the_largest_gap() -> None:
    """A list of six amounts would be read by nobody."""
    found = [
        note.text for note in notes(calculation(HEAD.replace("60 days", "180 days"))) if "below the target" in note.text
    ]

    assert len(found) == 1
    assert found[0].startswith("Jul to Dec 2026 end up to $")


# fmt: off
ASKED = {
    "caps": ("cap: 100%", "cap: 50%", "With every channel at its cap we reach 2,384 of 2,565 leads. Do we open another channel, or accept $125,869 of MRR in Nov 2026 instead of $127,628?"),
    "a budget": ("budget: 150000", "budget: 100000", "The plan costs $41,645 more than the budget. Is there more, or do we plan with the 2,259 leads that it buys, and $124,648 of MRR in Nov 2026?"),
    "no budget": ("budget: 150000\n", "", "No budget is written down, and the plan costs $141,645. What may be spent?"),
    "more spending": ("quarter", "quarter", "Spending grows from $78,040 to $141,645, by 82%. May it be spent in any month of the quarter, or does it come in equal parts?"),
    "dear customers": ("quarter", "quarter", "A customer of the paid channels costs $3,423, which is 13.7 months of the price. Do we want that?"),
    "money that pays late": ("quarter", "quarter", "What is spent in Jul 2026 pays from Sep 2026 on. Will the money be judged by then, and not before?"),
    "a coin toss": ("quarter", "quarter", "With just the leads that are needed, Sep 2026 is reached in 46 of 100 cases; with a tenth more in 69. Which of the two do we plan?"),
    "people": ("quarter", "quarter", "4 people carry 14 actions, 3.5 each. Which of them can wait, or who helps?"),
}
# fmt: on


@pytest.mark.parametrize(("line", "changed", "question"), ASKED.values(), ids=ASKED)
def test_what_to_ask_at_the_start(line: str, changed: str, question: str) -> None:
    """A question with its numbers, to somebody who can answer it."""
    assert question in questions(calculation(WHOLE.replace(line, changed)), actions=14)


def test_a_plan_that_fits_asks_little() -> None:
    """Without channels, money and people only the risk is left to choose."""
    assert [question.split(",")[0] for question in questions(calculation(HEAD))] == [
        "With just the leads that are needed"
    ]
