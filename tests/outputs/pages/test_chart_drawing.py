"""A chart on a page: through Markdown, as HTML and SVG, with hostile text in it."""

from __future__ import annotations

from decimal import Decimal

from lxml import html
from markdown import Markdown
from prongsai.blocks.blocks import Drawing, Section
from prongsai.blocks.chart import Chart, ChartRow
from prongsai.outputs.pages.environment import get_environment, render
from prongsai.records.lao import Numerals

HOSTILE = '"><script>hacked()</script><img src=x onerror=hacked()> | * _ {: #x} `a` </div></figure>'
EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables", "toc"]


def draw(chart: Chart, numerals: Numerals = Numerals.ARABIC) -> html.HtmlElement:
    """Return the built page's tree around a chart."""
    module = get_environment(numerals).get_template("chart.md.jinja").module
    text = f"before\n\n{module.chart(chart)}\n\nafter"  # type: ignore[attr-defined]
    return html.fragment_fromstring(Markdown(extensions=EXTENSIONS).convert(text), create_parent="div")


def make_chart(label: str = "มิติที่ 1", *, is_stacked: bool = True) -> Chart:
    """Return a chart of one row: 3 done, 0 in progress, unknown waiting, 1 cannot."""
    row = ChartRow(label, (Decimal(3), Decimal(0), None, Decimal(1)), ("3", "0", "ไม่ทราบ", "1"))
    kinds = ("done", "in_progress", "waiting", "cannot")
    return Chart(
        "chart-x", f"ชื่อ {label}", f"คำอธิบาย {label}", label, (label,) * 4, (row,), kinds, is_stacked=is_stacked
    )


def test_known_values_are_drawn_and_all_are_printed() -> None:
    """Zero and unknown have no bar; every value is printed, the unknown one in words."""
    line = draw(make_chart()).xpath("//div[@class='chart-line']")
    bars = line[0].xpath("./svg[@class='bar']/rect")

    assert len(line) == 1
    assert [(bar.get("class"), bar.get("x"), bar.get("width")) for bar in bars] == [
        ("bar-done", "0.00%", "75.00%"),
        ("bar-cannot", "75.00%", "25.00%"),
    ]
    assert [span.text_content() for span in line[0].xpath("./div/span")] == ["3", "0", "ไม่ทราบ", "1"]


def test_grouped_values_have_a_line_each() -> None:
    """Without stacking every value is a line with its own bar."""
    assert len(draw(make_chart(is_stacked=False)).xpath("//div[@class='chart-line']")) == 4


def test_patterns_are_defined_once() -> None:
    """What bars are filled with is defined in the same figure; no colour is needed to tell the series apart."""
    tree = draw(make_chart())
    used = {fill[5:-1] for fill in tree.xpath("//rect/@fill") if fill.startswith("url(#")}

    assert used == {"chart-x-1", "chart-x-3"}
    assert sorted(tree.xpath("//pattern/@id")) == sorted(used)


def test_picture_has_name_and_description() -> None:
    """The bars are one picture whose title and description are texts of the figure."""
    tree = draw(make_chart())
    picture = tree.xpath("//figure/div[@role='img']")[0]

    assert tree.get_element_by_id(picture.get("aria-labelledby")).text_content() == "ชื่อ มิติที่ 1 (มิติที่ 1)"
    assert tree.get_element_by_id(picture.get("aria-describedby")).text_content() == "คำอธิบาย มิติที่ 1"


def test_digits_follow_the_setting_in_text_only() -> None:
    """Printed numbers have the LAO's digits, the drawing keeps Arabic ones."""
    tree = draw(make_chart(), Numerals.THAI)

    assert tree.xpath("//div[@class='chart-line']/div/span")[0].text_content() == "๓"
    assert tree.xpath("//svg[@class='bar']/rect/@width")[0] == "75.00%"


def test_chart_is_a_block_of_a_section() -> None:
    """A section that holds a chart is rendered with the same figure."""
    section = Section("money", "เงิน", (Drawing(make_chart()),))
    text = render("sections.md.jinja", Numerals.ARABIC, "index.md", sections=[section])
    tree = html.fragment_fromstring(Markdown(extensions=EXTENSIONS).convert(text), create_parent="div")

    assert [(element.tag, element.get("id")) for element in tree] == [("h2", "money"), ("figure", "chart-x")]


def test_hostile_text_stays_text() -> None:
    """Labels, names and texts show as typed; they add no element, attribute, style or script."""
    tree = draw(make_chart(HOSTILE))

    assert tree.xpath("//div[@class='chart-row']/div[1]")[0].text_content() == HOSTILE
    assert not tree.xpath("//script | //img | //@style | //@onerror | //code | //em")
    assert [element.tag for element in tree] == ["p", "figure", "p"]
