"""Why the published history is not whole, for whoever builds the site; the pages tell their readers themselves."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.history.repository import Source

_GAPS = {
    Source.SHALLOW: "ประวัติการแก้ไขไม่ครบ เพราะดึงจาก git มาบางส่วน วิธีแก้: สั่ง git fetch --unshallow หรือใช้ fetch-depth: 0 ใน workflow",
    Source.NO_GIT: "ไม่มีประวัติการแก้ไข เพราะเครื่องนี้ไม่มีโปรแกรม git วิธีแก้: ติดตั้ง git",
    Source.REFUSED: "ไม่มีประวัติการแก้ไข เพราะ git เห็นว่าโฟลเดอร์เป็นของผู้ใช้อื่น วิธีแก้: สั่ง git status ในโฟลเดอร์นี้แล้วทำตามที่ git บอก",
    Source.UNREAD: "ไม่มีประวัติการแก้ไข เพราะอ่านจาก git ไม่ได้ วิธีแก้: สั่ง git fsck และ git fetch --refetch หากดึงมาเพียงบางส่วน",
}


def format_history_gap(sources: Iterable[Source]) -> str:
    """Return one sentence with what mends it; empty where all is there, or nothing was to be had."""
    return next((_GAPS[source] for source in sources if source in _GAPS), "")
