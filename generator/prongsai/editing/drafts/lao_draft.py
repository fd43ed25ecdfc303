"""``lao.yml`` of a new LAO."""

from __future__ import annotations

from collections.abc import Mapping

from prongsai.editing.rendering import render_text
from prongsai.records.lao import Lao

_TEXT = """\
# ข้อมูลของหน่วยงาน บรรทัดที่ขึ้นต้นด้วย # ไม่ถูกอ่าน ลบ # ข้างหน้าเมื่อต้องการใช้บรรทัดนั้น
type: {type}  # ประเภท: เทศบาลนคร เทศบาลเมือง เทศบาลตำบล องค์การบริหารส่วนตำบล องค์การบริหารส่วนจังหวัด
name: {name}  # ไม่ต้องมีคำบอกประเภท
{district}
province: {province}  # ไม่ต้องมีคำว่า จังหวัด

# website: https://www.example.go.th  # เว็บไซต์หลักของหน่วยงาน
# contacts:  # ช่องทางติดต่อของหน่วยงาน จะเผยแพร่บนเว็บไซต์
#   unit: สำนักปลัด
#   phone: 0 2000 0000
#   email: office@example.go.th
# minimum_projects: {{2566: 15}}  # โครงการขั้นต่ำตามที่ ป.ป.ช. กำหนด รายปี หากไม่มี เว็บไซต์ไม่แสดงระดับการนำแผนไปปฏิบัติ
# numerals: arabic  # ตัวเลขบนหน้าเว็บ ไม่เขียนคือเลขไทย
# seal: files/seal.png  # ภาพตราของหน่วยงาน วางไว้ใน files/
# colour: "#1a5fb4"  # สีประจำหน่วยงาน
"""


def draft_lao(given: Mapping[str, str]) -> str:
    """Return the text of ``lao.yml``.

    Args:
        given: Type, name, province, and district where there is one.
    """
    texts = {key: render_text(value) for key, value in given.items() if value}
    district = f"district: {texts['district']}  # ไม่ต้องมีคำว่า อำเภอ" if "district" in texts else "# district: ชื่ออำเภอ"
    return _TEXT.format(**{**texts, "district": district})


def make_lao(given: Mapping[str, str]) -> Lao:
    """Return the record of a new LAO.

    Raises:
        ValidationError: Something of it cannot be so.
    """
    return Lao.model_validate({key: value for key, value in given.items() if value})
