"""A name that looks like that of a file which is there is told with the reason why it is another one."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from attached_files import PDF
from prongsai.load.attachments.check import Attachments
from prongsai.load.attachments.look_alikes import find_look_alike
from prongsai.load.data_file import DataFile

AM = "สระอำเก็บไว้คนละแบบ (ำ ตัวเดียว กับ ํ และ า สองตัว)"
NFC = "เครื่องหมายบนและใต้ตัวอักษรเก็บไว้คนละแบบ (NFC กับ NFD หรือลำดับที่พิมพ์)"
SPACE = "ช่องว่างต่างกัน"
HIDDEN = "มีอักขระที่มองไม่เห็น"
CASE = "ตัวพิมพ์เล็ก-ใหญ่ต่างกัน"
AE = "สระแอเก็บไว้คนละแบบ (แ ตัวเดียว กับ เ สองตัว)"
CASES = {
    "sara-am": ("คำสั่ง.pdf", "คํา" + "สั่ง.pdf", (AM,)),
    "sara-am-with-tone": ("น้ำ.pdf", "นํ้า.pdf", (AM,)),
    "decomposed": ("Résumé.pdf", unicodedata.normalize("NFD", "Résumé.pdf"), (NFC,)),
    "order-of-marks": ("ปู่.pdf", "ปู่.pdf", (NFC,)),
    "spaces": ("ประกาศ 1.pdf", "ประกาศ\u00a0 1.pdf", (SPACE,)),
    "invisible": ("ประกาศ.pdf", "ประ\u200bกาศ.pdf", (HIDDEN,)),
    "capitals": ("Plan.PDF", "plan.pdf", (CASE,)),
    "sara-ae": ("แผน.pdf", "เเผน.pdf", (AE,)),
    "several": ("คำสั่ง 1.PDF", "คํา" + "สั่ง  1.pdf", (SPACE, AM, CASE)),
}


@pytest.mark.parametrize("case", CASES)
def test_reason_is_told(case: str) -> None:
    """Every way in which equal letters are stored differently, in both directions."""
    one, other, reasons = CASES[case]

    for given, there in ((one, other), (other, one)):
        found = find_look_alike(given, ["อื่น.pdf", there])
        assert found
        assert (found.name, found.reasons) == (there, reasons)


@pytest.mark.parametrize("other", ["แผน.docx", "แผน2.pdf", "แผ่น.pdf"])
def test_other_names_do_not_look_alike(other: str) -> None:
    """A different letter, digit, tone or ending is seen."""
    assert find_look_alike("แผน.pdf", [other]) is None


def test_look_alike_is_suggested_in_the_fix(tmp_path: Path) -> None:
    """The message names the file that is there, why it is not found, and what to do."""
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "คํา\u0e2aั่ง.pdf").write_bytes(PDF)

    _, [problem] = Attachments(tmp_path).check("files/คำสั่ง.pdf", DataFile("papers/old.yml"), ("signed",))

    assert problem.message == "ไม่พบไฟล์ “files/คำสั่ง.pdf”"
    assert problem.fix == (f"มีไฟล์ “files/คํา\u0e2aั่ง.pdf” ซึ่งดูเหมือนกันแต่{AM} · คัดลอกชื่อของไฟล์นั้นมาวางที่นี่ หรือเปลี่ยนชื่อไฟล์ให้ตรง")
