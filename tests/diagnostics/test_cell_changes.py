"""The table of what a workbook changes, on a terminal."""

from __future__ import annotations

from prongsai.diagnostics.cell_changes import format_changes
from prongsai.problem import Where
from prongsai.sheets.comparison import CellChange


def test_columns_stand_below_each_other() -> None:
    """Vowels and tone marks above and below take no room; long texts are cut; nothing steers the terminal."""
    lines = list(
        format_changes([
            CellChange(Where("a.xlsx [ผล!D5]"), "p01", "สถานะ", "รอรายงาน", "ดำเนินการแล้วเสร็จ"),
            CellChange(Where("a.xlsx [ผล!M12]"), "p02", "ผลการดำเนินงาน", "", "ก" * 100),
            CellChange(Where("a.xlsx [ผล]"), "p03", "", "โครงการ\x1b[31m", ""),
        ])
    )  # fmt: skip

    assert lines[0].split() == ["ช่อง", "รายการ", "เดิม", "ใหม่"]
    assert lines[1].split("  ")[0] == "ผล!D5"
    assert lines[2].endswith("…")
    assert "(ว่าง)" in lines[2]
    assert lines[3].endswith("(ลบ)")
    assert "\x1b" not in "".join(lines)
    bare = str.maketrans("", "", "ัิีึืฺุู็่้๊๋์ํ๎")
    starts = {
        line.translate(bare).index(text.translate(bare))
        for line, text in zip(lines, ("ใหม่", "ดำเนิน", "กกก", "(ลบ)"), strict=True)
    }
    assert len(starts) == 1
