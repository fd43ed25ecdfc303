"""What a file really is, by its first bytes."""

from __future__ import annotations

import re

from prongsai.load.attachments.findings import Found

HEAD_BYTES = 4096
ZIP = Found("ไฟล์ zip", (".zip", ".docx", ".xlsx"))
OFFICE = Found("เอกสาร Office แบบเก่า", (".doc", ".xls", ".docx", ".xlsx"))  # with a password new ones are in this shape
TEXT = Found("ข้อความธรรมดา", (".csv",), "เปิดไฟล์ดูก่อน แล้ววางไฟล์ที่ถูกต้องแทน")
_SAVE_AS_CSV = "บันทึกใหม่เป็น CSV UTF-8 แล้ววางแทน"
_SAVE_PICTURE = "เปิดภาพแล้วบันทึกใหม่เป็น JPEG หรือ PNG"
_DOWNLOAD = "เปิดต้นทางด้วยเบราว์เซอร์ ดาวน์โหลดไฟล์จริงอีกครั้ง (ที่ได้มามักเป็นหน้าเข้าสู่ระบบหรือหน้าแจ้งข้อผิดพลาด) แล้ววางแทน"
_LEAVE_OUT = "ลบออก แล้ววางเอกสารที่จะเผยแพร่"
_UNPACK = "แตกไฟล์ แล้ววางเอกสารข้างใน หรือบีบอัดใหม่เป็น .zip"

# In this order: the first that fits is it.
_SIGNATURES = (
    (rb"\x89PNG\r\n\x1a\n", Found("ภาพ PNG", (".png",))),
    (rb"\xff\xd8\xff", Found("ภาพ JPEG", (".jpg", ".jpeg"))),
    (rb"RIFF....WEBP", Found("ภาพ WebP", (".webp",))),
    (rb"PK\x03\x04|PK\x05\x06", ZIP),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OFFICE),
    (rb"GIF8", Found("ภาพ GIF", fix=_SAVE_PICTURE)),
    (rb"BM.{12}[\x0c-\x7c]\0\0\0", Found("ภาพ BMP", fix=_SAVE_PICTURE)),
    (rb"II\*\0|MM\0\*", Found("ภาพ TIFF", fix=_SAVE_PICTURE)),
    (rb"....ftyp(heic|heix|hevc|mif1|msf1|avif)", Found("ภาพ HEIC หรือ AVIF (แบบของโทรศัพท์)", fix=_SAVE_PICTURE)),
    (rb"....ftyp", Found("วิดีโอ", fix=_LEAVE_OUT)),
    (rb"MZ(?=.*\0)|\x7fELF|#!|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]", Found("โปรแกรม", fix=_LEAVE_OUT)),
    (rb"Rar!\x1a\x07", Found("ไฟล์บีบอัด RAR", fix=_UNPACK)),
    (rb"7z\xbc\xaf\x27\x1c", Found("ไฟล์บีบอัด 7z", fix=_UNPACK)),
    (rb"\x1f\x8b|BZh[1-9]|\xfd7zXZ\0|MSCF|PK\x07\x08|.{257}ustar", Found("ไฟล์บีบอัดแบบอื่น", fix=_UNPACK)),
    (rb"version https://git-lfs|/annex/objects/", Found(
        "ตัวชี้ของ Git LFS ไม่ใช่ตัวไฟล์", fix="สั่ง git lfs pull หรือขอไฟล์จริงจากผู้จัดทำ แล้ววางแทน"
    )),
    (rb"\s*\[InternetShortcut\]|L\0\0\0\x01\x14\x02\0", Found("ทางลัด ไม่ใช่ตัวไฟล์", fix="เปิดทางลัดแล้วดาวน์โหลดไฟล์จริงมาวางแทน")),
    (rb"(?i:(\xef\xbb\xbf)?\s*<(!doctype|html|head|body|table|script|style|meta|div|center|\?xml|!--))", Found(
        "หน้าเว็บ (HTML)", fix=_DOWNLOAD
    )),
    (rb"\{\\rtf", Found("เอกสาร RTF", fix="เปิดด้วย Word แล้วบันทึกใหม่เป็น .docx หรือ PDF")),
    (rb"%!PS", Found("เอกสาร PostScript", fix="บันทึกใหม่เป็น PDF")),
    (rb"\xff\xfe|\xfe\xff", Found("ข้อความ UTF-16", fix=_SAVE_AS_CSV)),
    # Other bytes may stand before a PDF's first line, but no other document.
    (rb"[^<>]{0,1000}%PDF-", Found("PDF", (".pdf",))),
    (rb"\0{16}", Found("ไฟล์ที่มีแต่ไบต์ว่าง", fix="คัดลอกไฟล์มาใหม่ (การคัดลอกครั้งก่อนไม่สำเร็จ) แล้ววางแทน")),
)  # fmt: skip
_COMPILED = [(re.compile(pattern, re.DOTALL), found) for pattern, found in _SIGNATURES]
_BINARY = re.compile(rb"[\0-\x08\x0b\x0e-\x19\x1c-\x1f]")


def recognise(head: bytes) -> Found:
    """Return what a file is.

    Args:
        head: Its first ``HEAD_BYTES`` bytes.
    """
    known = next((found for pattern, found in _COMPILED if pattern.match(head)), None)
    return known or (Found("ข้อมูลที่ไม่รู้จัก") if _BINARY.search(head) else TEXT)
