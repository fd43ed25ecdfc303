"""The table of the plugin's settings in ``mkdocs.yml``."""

from __future__ import annotations

from prongsai.handbook.table import mark_typed, render_table
from prongsai.settings.options import ProngsaiConfig

# MkDocs' options have no place for a description.
ABOUT = {
    "plans": "โฟลเดอร์ข้อมูล: นับจากที่ของ mkdocs.yml ไม่เขียนคือ plans",
    "papers": "ทำ PDF และ Word เมื่อใด: build เมื่อสั่ง mkdocs build, always เมื่อสั่ง mkdocs serve ด้วย, never ไม่ทำ "
    "ไม่เขียนคือตามตัวแปร PRONGSAI_PAPERS หรือ build",
    "cards": "ภาพเมื่อแชร์ลิงก์ ซึ่งมีตัวเลขของหน้านั้น: all ทุกหน่วยงาน รายงาน และโครงการที่รายงานแล้ว, reports ไม่ทำของโครงการ (เว็บไซต์เล็กลงและสร้างเร็วขึ้น), never ไม่ทำ "
    "ไม่เขียนคือตามตัวแปร PRONGSAI_CARDS หรือ all",
    "cache": "เก็บหน้าของหน่วยงานที่ไม่เปลี่ยนไว้ใน .cache/prongsai ครั้งถัดไปไม่ต้องสร้างใหม่: true หรือ false "
    "ไม่เขียนคือตามตัวแปร PRONGSAI_CACHE หรือ true",
    "jobs": "สร้างหน้าของหลายหน่วยงานพร้อมกันกี่งาน: 1 ถึง 256 ไม่เขียนคือตามตัวแปร PRONGSAI_JOBS หรือเท่าจำนวนแกนของเครื่อง",
    "cluster": "ที่อยู่ของ[คลัสเตอร์](#cluster) Dask ที่ช่วยสร้างหน้าของหน่วยงาน ไม่เขียนคือตามตัวแปร PRONGSAI_CLUSTER หรือไม่ใช้",
    "offline": "สร้างสำเนาที่เปิดจากโฟลเดอร์: true หรือ false ไม่เขียนคือตามตัวแปร OFFLINE หรือ false",
    "licence": "สัญญาอนุญาตของข้อมูลเปิด: CC-BY-4.0, CC-BY-SA-4.0, CC0-1.0 หรือ ODC-BY-1.0 ไม่เขียนคือหน้าข้อมูลบอกว่าไม่ได้ระบุ",
    "parquet": "ทำข้อมูลเปิดทั้งเว็บไซต์เป็น Parquet ด้วย: true หรือ false ไม่เขียนคือ false",
    "sources": "แสดงหน่วยงานของเว็บไซต์อื่นในหน้าแรก: รายการไฟล์แลกเปลี่ยน หรือที่อยู่ซึ่งดึงด้วย prongsai fetch ไม่เขียนคือรายการว่าง []",
    "synonyms": "คำที่ค้นแล้วพบหน้าที่เขียนด้วยคำอื่นในกลุ่มเดียวกัน: รายการของกลุ่ม กลุ่มละ 2 คำขึ้นไป คำย่อเขียนพร้อมจุด "
    "ใช้เพิ่มจากกลุ่มที่มากับโปรแกรม ไม่เขียนคือรายการว่าง []",
}


def render_settings() -> str:
    """Return every setting with what it does.

    Raises:
        KeyError: A setting has no description.
    """
    return render_table(("ค่า", "คืออะไร"), ((f"`{name}`", mark_typed(ABOUT[name])) for name in list_settings()))


def list_settings() -> list[str]:
    """Return the names of the settings."""
    return [name for name, _ in ProngsaiConfig._schema]  # noqa: SLF001 - MkDocs offers no other list of them
