"""Money in its three states and in every spelling; budgets per year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prongsai.records.money import NO_BUDGET, UNKNOWN_MONEY, BudgetField, Money, MoneyField, parse_money
from prongsai.thai.digits import to_thai
from record_reading import read, refuse

AMOUNTS = st.decimals(min_value=0, max_value=10**15 - 1, places=2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("๒๐๐,๐๐๐", "200000", id="thai-digits"),
        pytest.param("200,000.00", "200000", id="two-places"),
        pytest.param("180,000.-", "180000", id="point-hyphen"),
        pytest.param("180000", "180000", id="bare"),
        pytest.param("๑๘๐,๐๐๐.-", "180000", id="thai-digits-point-hyphen"),
        pytest.param("180,000.", "180000", id="bare-point"),
        pytest.param("จำนวน 180,000.- บาท", "180000", id="as-in-a-card"),
        pytest.param("จ\u0e4d\u0e32นวน 180,000.- บาท", "180000", id="as-in-a-card-split-sara-am"),
        pytest.param("28,050.50 บาท", "28050.50", id="satang-and-unit"),
        pytest.param("1.5", "1.50", id="one-place"),
        pytest.param("0", "0", id="zero"),
        pytest.param(" 15,000\u00a0บาท ", "15000", id="no-break-space"),
    ],
)
def test_amount_is_read_in_every_spelling(text: str, expected: str) -> None:
    """Every spelling of an amount in use is that amount of baht."""
    assert parse_money(text) == Money(Decimal(expected))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ไม่ใช้งบประมาณ", id="plain"),
        pytest.param("ไม่ใช้งบประมาณดำเนินการ", id="to-carry-out"),
        pytest.param("ไม่ใช้งบประมาณด\u0e4d\u0e32เนินการ", id="to-carry-out-split-sara-am"),
        pytest.param("ไม่ได้ใช้งบประมาณดำเนินการ", id="did-not-use"),
        pytest.param("ไม่ใช้งบประมาณในการดำเนินการ", id="in-carrying-out"),
        pytest.param("-", id="hyphen"),
        pytest.param("–", id="dash"),
        pytest.param("  ไม่ใช้งบประมาณ\n", id="space-around"),
    ],
)
def test_no_budget_is_read_in_every_spelling(text: str) -> None:
    """Every spelling of "no budget" in use is a known zero that was never budgeted."""
    assert parse_money(text) == NO_BUDGET


@pytest.mark.parametrize("text", [pytest.param("ไม่ทราบ", id="thai"), pytest.param("unknown", id="english")])
def test_unknown_money_is_read(text: str) -> None:
    """Money may be stated as unknown."""
    assert parse_money(text) == UNKNOWN_MONEY


@pytest.mark.parametrize(
    ("money", "known", "budgeted"),
    [
        pytest.param(UNKNOWN_MONEY, False, True, id="unknown"),
        pytest.param(NO_BUDGET, True, False, id="no-budget"),
        pytest.param(Money(Decimal(0)), True, True, id="zero-baht"),
        pytest.param(Money(Decimal(180000)), True, True, id="amount"),
    ],
)
def test_three_states_are_told_apart(money: Money, known: object, budgeted: object) -> None:
    """Unknown, no budget and an amount differ, an amount of 0 baht included."""
    assert (money.is_known, money.is_budgeted) == (known, budgeted)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "อ่าน “” เป็นจำนวนเงินไม่ได้", id="empty"),
        pytest.param("-100", "อ่าน “-100” เป็นจำนวนเงินไม่ได้", id="negative"),
        pytest.param("1,80,000", "อ่าน “1,80,000” เป็นจำนวนเงินไม่ได้", id="comma-misplaced"),
        pytest.param("92.475", "อ่าน “92.475” เป็นจำนวนเงินไม่ได้", id="three-places"),
        pytest.param("1.8 แสน", "อ่าน “1.8 แสน” เป็นจำนวนเงินไม่ได้", id="words"),
        pytest.param("ใช้งบประมาณ", "อ่าน “ใช้งบประมาณ” เป็นจำนวนเงินไม่ได้", id="budget-without-amount"),
        pytest.param("१००", "อ่าน “१००” เป็นจำนวนเงินไม่ได้", id="digits-of-another-script"),
        pytest.param("1" * 16, f"อ่าน “{'1' * 16}” เป็นจำนวนเงินไม่ได้", id="sixteen-digits"),
        pytest.param("๑๘๐,000", "จำนวนเงิน “๑๘๐,000” มีเลขไทยปนกับเลขอารบิก", id="mixed-digits"),
    ],
)
def test_other_text_is_refused_with_the_text_found(text: str, message: str) -> None:
    """What is no money is never guessed; the message shows it."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        parse_money(text)

    assert str(caught.value) == message


@given(AMOUNTS)
def test_any_amount_reads_back(amount: Decimal) -> None:
    """An amount with commas, in Thai or Arabic digits, is the amount that was written."""
    assert parse_money(f"{amount:,.2f}") == parse_money(to_thai(f"{amount:f}")) == Money(amount)


@given(st.text() | st.text("0123456789๐๑,.- บาทไม่ใช้งบประมาณ", max_size=20))
def test_any_text_is_money_or_refused(text: str) -> None:
    """Whatever is read as money is unknown or at least 0 baht."""
    try:
        money = parse_money(text)
    except ValueError:
        money = UNKNOWN_MONEY

    assert money.amount is None or money.amount >= 0


def test_bad_money_is_told_with_its_fix() -> None:
    """The field's error carries the reader's message."""
    error = refuse(MoneyField, "สองแสน")

    assert error["type"] == "money"
    assert error["ctx"]["message"] == "อ่าน “สองแสน” เป็นจำนวนเงินไม่ได้"


@pytest.mark.parametrize("value", [pytest.param(["100"], id="list"), pytest.param({"a": "100"}, id="mapping")])
def test_list_or_mapping_is_no_money(value: object) -> None:
    """A list or a mapping in place of an amount is told as such."""
    assert refuse(MoneyField, value)["type"] == "money"


def test_one_budget_holds_for_every_year() -> None:
    """A bare amount is the budget of every year."""
    budget = read(BudgetField, "180,000.-")

    assert budget.in_year(2566) == budget.in_year(2570) == Money(Decimal(180000))


def test_no_budget_holds_for_every_year() -> None:
    """ไม่ใช้งบประมาณ is said of every year."""
    assert read(BudgetField, "ไม่ใช้งบประมาณ").in_year(2568) == NO_BUDGET


def test_budget_may_be_given_year_by_year() -> None:
    """A mapping gives the years one by one, in Thai or Arabic digits; other years are unknown."""
    budget = read(BudgetField, {"2566": "200000", "๒๕๖๗": "-"})

    assert [budget.in_year(year) for year in (2566, 2567, 2568)] == [Money(Decimal(200000)), NO_BUDGET, UNKNOWN_MONEY]


def test_one_year_may_differ_from_the_others() -> None:
    """Both forms together: the year's own amount goes first."""
    budget = read(BudgetField, {"every_year": "100", "by_year": {"2568": "300"}})

    assert [budget.in_year(year) for year in (2567, 2568)] == [Money(Decimal(100)), Money(Decimal(300))]


def test_budget_of_a_common_era_year_is_refused() -> None:
    """A year of the Common Era is no key of a budget."""
    assert refuse(BudgetField, {"2023": "200000"})["type"] == "year"


def test_bad_amount_of_one_year_is_told_at_that_year() -> None:
    """The error stands at the year whose amount cannot be read."""
    assert "2567" in refuse(BudgetField, {"2566": "200000", "2567": "มาก"})["loc"]
