"""Why the operating system refused something, in Thai."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "ไม่พบไฟล์หรือโฟลเดอร์",
    errno.EACCES: "ไม่มีสิทธิ์",
    errno.EPERM: "ไม่มีสิทธิ์",
    errno.EROFS: "ดิสก์นี้อ่านได้อย่างเดียว",
    errno.EISDIR: "เป็นโฟลเดอร์ ไม่ใช่ไฟล์",
    errno.ENOTDIR: "มีไฟล์อยู่ในตำแหน่งที่ต้องเป็นโฟลเดอร์",
    errno.EEXIST: "มีไฟล์อยู่ในตำแหน่งที่ต้องเป็นโฟลเดอร์",
    errno.ENOSPC: "ดิสก์เต็ม",
    errno.ELOOP: "ลิงก์ชี้วนกลับมาที่เดิม",
    errno.ENAMETOOLONG: "ชื่อยาวเกินไป",
    errno.ENOTEMPTY: "โฟลเดอร์ไม่ว่าง",
    errno.EDQUOT: "พื้นที่ที่จัดให้ผู้ใช้นี้เต็ม",
    errno.EFBIG: "ไฟล์ใหญ่เกินกว่าที่ดิสก์รับได้",
    errno.EIO: "อ่านหรือเขียนดิสก์ไม่สำเร็จ ดิสก์อาจเสีย",
    errno.EBUSY: "โปรแกรมอื่นกำลังใช้อยู่",
    errno.EMFILE: "เปิดไฟล์พร้อมกันมากเกินไป",
    errno.ENFILE: "เปิดไฟล์พร้อมกันมากเกินไป",
    errno.ENOMEM: "หน่วยความจำไม่พอ",
    errno.EINVAL: "ระบบไม่รับชื่อหรือคำสั่งนี้",
    errno.ENXIO: "ไม่มีอุปกรณ์นี้",
    errno.ENODEV: "ไม่มีอุปกรณ์นี้",
    errno.EPIPE: "โปรแกรมที่รับข้อมูลปิดไปก่อน",
    errno.EXDEV: "อยู่คนละดิสก์",
}


def describe_os_error(error: OSError) -> str:
    """Return the reason in Thai; the system's own words where there is no Thai text for it."""
    return _REASONS.get(error.errno or 0) or error.strerror or "ไม่ทราบสาเหตุ"
