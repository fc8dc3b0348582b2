from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.model.quantity import (
    NotAQuantity,
    Quantity,
    format_number,
    format_quantity,
    parse_quantity,
    round_half_up,
)

NUMBER = "write a number, such as 1900 or 25%"
ONE_UNIT = "write one number with one unit, such as 1,900, 25%, $1.2M or 60 days"
DIGITS = "write a number of at most 15 digits"
COMMA = "write 1,000.50: a comma separates thousands, a point the decimals"
RATE = "write the number alone, or a rate per day, week, month, quarter or year"
MILLION = "write M right after the number, as in 1.2M"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("25%", "25", "%"), ("-4%", "-4", "%"), ("\u22124%", "-4", "%"), ("99.9%", "99.9", "%"), ("5 %", "5", "%"),
        ("5\u00a0%", "5", "%"), ("$1.2M", "1200000", "$"), ("€300", "300", "€"), ("£1,200.50", "1200.5", "£"),
        ("¥100", "100", "¥"), ("300 €", "300", "€"), ("300€", "300", "€"), ("$300$", "300", "$"), ("-$5", "-5", "$"),
        ("$-5", "-5", "$"), ("USD 300", "300", "USD"), ("USD -300", "-300", "USD"), ("300 USD", "300", "USD"),
        ("1,000", "1000", ""), ("12,345,678.9", "12345678.9", ""), ("3.5k", "3500", ""), ("3K", "3000", ""),
        ("2M", "2000000", ""), ("1.5B", "1500000000", ""), ("1,000k", "1000000", ""), ("5k leads", "5000", "leads"),
        ("1M€", "1000000", "€"), ("60 days", "60", "days"), ("40 NPS", "40", "NPS"), ("4.5 stars", "4.5", "stars"),
        ("5kg", "5", "kg"), ("5 m²", "5", "m²"), ("5 months", "5", "months"), ("7 Anfragen/Tag", "7", "Anfragen/Tag"),
        ("12 दिन", "12", "दिन"), ("3 supermonth", "3", "supermonth"), (".5", "0.5", ""), ("+5", "5", ""), ("-0", "0", ""),
        ("  60 days ", "60", "days"), ("0.123456789012345", "0.123456789012345", ""), ("999,999,999,999,999", "999999999999999", ""),
    ],
    ids=str,
)  # fmt: skip
def test_texts(text: str, value: str, unit: str) -> None:
    """Each form that people write is a number with its unit."""
    assert parse_quantity(text) == Quantity(Decimal(value), unit, None, text)


@pytest.mark.parametrize(
    ("text", "value", "unit", "per"),
    [
        ("5% per month", "5", "%", "month"), ("5% a month", "5", "%", "month"), ("5% per Month", "5", "%", "month"),
        ("$300 / week", "300", "$", "week"), ("300/year", "300", "", "year"), ("10 leads per day", "10", "leads", "day"),
        ("1,000 per quarter", "1000", "", "quarter"), ("60 days per year", "60", "days", "year"),
    ],
    ids=str,
)  # fmt: skip
def test_rates(text: str, value: str, unit: str, per: str) -> None:
    """A rate names one of five periods."""
    assert parse_quantity(text) == Quantity(Decimal(value), unit, per, text)


@pytest.mark.parametrize(
    ("number", "value"),
    [(1900, "1900"), (-5, "-5"), (0, "0"), (0.1, "0.1"), (1900.10, "1900.1"), (1e-7, "0.0000001"), (10**15 - 1, "999999999999999")],
    ids=str,
)  # fmt: skip
def test_numbers(number: float, value: str) -> None:
    """A YAML number is the decimal that was written, not its binary neighbour."""
    assert parse_quantity(number) == Quantity(Decimal(value), "", None, str(number))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("1.000,50", COMMA, id="decimal comma"),
        pytest.param("1,5", "write 1.5: a point begins the decimals", id="one digit after a comma"),
        pytest.param("3,5 %", "write 3.5%: a point begins the decimals", id="a share with a decimal comma"),
        pytest.param("1,000,00", COMMA, id="two digits after a comma"),
        pytest.param("1,0000", "write a comma after every three digits, as in 1,000,000", id="four digits after a comma"),
        pytest.param("NaN", "write a number that can be reached", id="not a number"),
        pytest.param("-Infinity", "write a number that can be reached", id="infinity"),
        pytest.param("", NUMBER, id="empty"),
        pytest.param(" \n", NUMBER, id="blank"),
        pytest.param("9" * 81, NUMBER, id="long text"),
        pytest.param("1000000000000000", DIGITS, id="16 digits"),
        pytest.param("999999999B", DIGITS, id="16 digits with their scale"),
        pytest.param("0.0000000000000001", DIGITS, id="16 decimals"),
        pytest.param("3.5 k", "write k right after the number, as in 1.2k", id="scale apart"),
        pytest.param("3 thousand leads", "write k right after the number, as in 1.2k", id="thousand"),
        pytest.param("1.2 million", MILLION, id="million"),
        pytest.param("$1.2m", MILLION, id="small m"),
        pytest.param("3bn", "write B right after the number, as in 1.2B", id="billion"),
        pytest.param("25 percent", "write the sign right after the number, as in 25%", id="percent"),
        pytest.param("25 per cent", "write the sign right after the number, as in 25%", id="per cent"),
        pytest.param("$4.20 per session", RATE, id="another period"),
        pytest.param("$300 USD", "write one unit: $ or USD", id="two units"),
        pytest.param("€300 $", "write one unit: € or $", id="two currencies"),
        pytest.param("--5", ONE_UNIT, id="two signs"),
        pytest.param("-$-5", ONE_UNIT, id="a sign on either side of the money"),
        pytest.param("\u2212\u22125", ONE_UNIT, id="two true minus signs"),
        pytest.param("*5", ONE_UNIT, id="a sign of multiplication"),
        pytest.param("5-7", ONE_UNIT, id="range"),
        pytest.param("4 to 5", ONE_UNIT, id="range in words"),
        pytest.param("1/2", ONE_UNIT, id="fraction"),
        pytest.param("½", ONE_UNIT, id="fraction sign"),
        pytest.param("~5", ONE_UNIT, id="about"),
        pytest.param("5.", ONE_UNIT, id="point at the end"),
        pytest.param("1e3", ONE_UNIT, id="exponent"),
        pytest.param("1e999", ONE_UNIT, id="huge exponent"),
        pytest.param("0x10", ONE_UNIT, id="hexadecimal"),
        pytest.param("1_000", ONE_UNIT, id="underscore"),
        pytest.param("1 000", ONE_UNIT, id="space in a number"),
        pytest.param("1'000", ONE_UNIT, id="apostrophe in a number"),
        pytest.param("٣", ONE_UNIT, id="other digits"),
        pytest.param("1٠٠", ONE_UNIT, id="mixed digits"),
        pytest.param("５0", ONE_UNIT, id="wide digits"),
        pytest.param("15:30", ONE_UNIT, id="time"),
        pytest.param("2026-10-12", ONE_UNIT, id="date"),
        pytest.param("5%%", ONE_UNIT, id="two percent signs"),
        pytest.param("% 5", ONE_UNIT, id="sign before the number"),
        pytest.param("25% growth", ONE_UNIT, id="words after the unit"),
        pytest.param("$", ONE_UNIT, id="no number"),
        pytest.param("days", ONE_UNIT, id="only a unit"),
        pytest.param("XX%", ONE_UNIT, id="placeholder"),
        pytest.param("5 <b>days</b>", ONE_UNIT, id="markup"),
        pytest.param("5 da\x1b[31mys", ONE_UNIT, id="escape sequence"),
        pytest.param("5 da\u202eys", ONE_UNIT, id="change of direction"),
        pytest.param("5\n6", ONE_UNIT, id="two lines"),
    ],
)  # fmt: skip
def test_texts_that_are_no_quantities(text: str, reason: str) -> None:
    """Anything else is refused, with what to write instead."""
    with pytest.raises(NotAQuantity) as refused:
        parse_quantity(text)
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        pytest.param(True, NUMBER, id="yes"),
        pytest.param(None, NUMBER, id="nothing"),
        pytest.param([1900], NUMBER, id="list"),
        pytest.param({"value": 1900}, NUMBER, id="mapping"),
        pytest.param(b"1900", NUMBER, id="bytes"),
        pytest.param(float("nan"), DIGITS, id="not a number"),
        pytest.param(float("inf"), DIGITS, id="infinity"),
        pytest.param(1e300, DIGITS, id="large"),
        pytest.param(1e-300, DIGITS, id="small"),
        pytest.param(10**15, DIGITS, id="16 digits"),
        pytest.param(-(10**100_000), DIGITS, id="100,001 digits"),
    ],
)
def test_values_that_are_no_quantities(value: object, reason: str) -> None:
    """A value that is no number, or not one of at most 15 digits, is refused."""
    with pytest.raises(NotAQuantity) as refused:
        parse_quantity(value)
    assert str(refused.value) == reason


def test_fraction() -> None:
    """A percentage is a hundredth of its number in a formula; everything else is itself."""
    assert parse_quantity("25%").fraction == Decimal("0.25")
    assert parse_quantity("25 leads").fraction == 25


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("1900", None, "1,900"), ("-4", None, "\u22124"), ("0.67", None, "0.67"), ("2564.06589", None, "2,564.0659"),
        ("812.50", None, "812.5"), ("1.2E+6", None, "1,200,000"), ("-0", None, "0"), ("0.00001234", None, "0.0000123"),
        ("-0.00001", None, "\u22120.00001"), ("0", 2, "0.00"), ("0.675", 2, "0.68"), ("-0.001", 2, "0.00"), ("0.35", 1, "0.4"),
        ("4.99999", None, "5"), ("1234.5", 0, "1,235"), ("1E+30", 1, "1,000,000,000,000,000,000,000,000,000,000.0"),
    ],
    ids=str,
)  # fmt: skip
def test_format_number(value: str, places: int | None, text: str) -> None:
    """Commas, a true minus sign, halves rounded up; without places no zeros at the end, and never a false 0."""
    assert format_number(Decimal(value), places) == text


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [("0.35", 1, "0.4"), ("0.649", 1, "0.6"), ("-0.35", 1, "-0.4"), ("2.5", 0, "3"), ("0.125", 2, "0.13")],
    ids=str,
)
def test_round_half_up(value: str, places: int, rounded: str) -> None:
    """Halves go away from zero, as people round."""
    assert round_half_up(Decimal(value), places) == Decimal(rounded)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("$0", "$0"), ("25%", "25%"), ("-4%", "\u22124%"), ("$1.2M", "$1,200,000"), ("-$5", "\u2212$5"), ("$4.2", "$4.20"), ("$0.125", "$0.125"),
        ("300 €", "€300"), ("USD 300", "300 USD"), ("60 days", "60 days"), ("5% per month", "5% per month"), ("1000", "1,000"),
    ],
    ids=str,
)  # fmt: skip
def test_format_quantity(text: str, shown: str) -> None:
    """A quantity is shown with its unit where people expect it."""
    assert format_quantity(parse_quantity(text)) == shown


def test_format_quantity_of_a_number() -> None:
    """A number without a unit of its own takes the one given; a unit of its own wins."""
    assert format_quantity(Decimal("-4.5"), "$") == "\u2212$4.50"
    assert format_quantity(parse_quantity("4"), "%") == "4%"
    assert format_quantity(parse_quantity("4 days"), "%") == "4 days"


numbers = st.decimals(min_value=-(10**9), max_value=10**9, places=4)


@given(
    numbers, st.sampled_from(["", "%", "$", "€", "USD", "days", "leads / rep"]), st.sampled_from([None, "day", "month"])
)
def test_what_is_shown_can_be_read(value: Decimal, unit: str, per: str | None) -> None:
    """A quantity as it is shown is a quantity, and the same one."""
    again = parse_quantity(format_quantity(Quantity(value, unit, per)))
    assert (again.value, again.unit, again.per) == (value, unit, per)


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=30)
    | st.from_regex(r"[-+$€]?[0-9,.]{1,9} ?[a-zA-Z%/ ]{0,9}", fullmatch=True)
)
def test_any_text_is_a_quantity_or_refused(text: str) -> None:
    """No text breaks the reading; what is read is finite and within its bounds."""
    try:
        found = parse_quantity(text)
    except NotAQuantity:
        return
    assert abs(found.value) < 10**15
    assert found.text == text


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_whole_numbers_keep_every_digit(number: int) -> None:
    """A whole number is the same as a number, as text, and with commas."""
    assert {parse_quantity(form).value for form in (number, str(number), f"{number:,}")} == {Decimal(number)}


@given(numbers, st.integers(0, 6))
def test_rounding_stays_near(value: Decimal, places: int) -> None:
    """A rounded number is at most half a unit of its last place away."""
    assert abs(round_half_up(value, places) - value) <= Decimal(5).scaleb(-places - 1)
