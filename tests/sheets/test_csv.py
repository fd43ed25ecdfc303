"""CSV files as Excel writes them: in UTF-8 or the old Thai code page, with commas or semicolons."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from workbooks import Office

ROUND = "2567-12"


def save_as_csv(path: Path, delimiter: str, encoding: str, changes: dict[tuple[str, str], str]) -> Path:
    """Save the first sheet of a workbook as Excel does, with some cells changed by id and head."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    heads = rows[1]
    for row in rows[2:]:
        for (id_, head), value in changes.items():
            if row[0] == id_:
                row[next(at for at, name in enumerate(heads) if name.startswith(head))] = value
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    target = path.with_suffix(".csv")
    target.write_bytes(text.getvalue().encode(encoding))
    return target


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ","), ("utf-8-sig", ";"), ("cp874", ","), ("cp874", ";"), ("utf-16", "\t")],
)
def test_csv_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """The round is known from the file's name; what was changed is changed, and rows that are gone are left alone."""
    office = Office(tmp_path)
    before = office.path(f"progress/{ROUND}.yml").read_text(encoding="utf-8")
    changes = {("p10", "เบิกจ่าย"): "๑๙,๕๐๐", ("p07", "สถานะ"): "แล้วเสร็จ"}
    path = save_as_csv(office.export(ROUND), delimiter, encoding, changes)

    result = office.bring_back(path)

    assert result.exit_code == 0, result.output
    after = office.path(f"progress/{ROUND}.yml").read_text(encoding="utf-8")
    assert after == before.replace("disbursed: ๒๐,๐๐๐", "disbursed: 19500").replace(
        "status: อยู่ระหว่างดำเนินการ", "status: ดำเนินการแล้วเสร็จ"
    )


def test_bad_cell_of_a_csv_is_named(tmp_path: Path) -> None:
    """There is no sheet in a CSV file: the cell alone is named."""
    office = Office(tmp_path)
    path = save_as_csv(office.export(ROUND), ",", "utf-8", {("p10", "เบิกจ่าย"): "สองหมื่น"})

    result = office.bring_back(path)

    assert result.exit_code == 1
    assert "2567-12.csv [I11]: ข้อผิดพลาด" in result.output
