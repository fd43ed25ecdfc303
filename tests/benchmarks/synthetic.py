"""Made-up LAOs of real length: thirty cards with all their parts, two rounds of results, a measure, papers."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path
from typing import Any

import yaml

CARDS = 30
_PARTS = (
    "การบริหารงานขององค์กรปกครองส่วนท้องถิ่นต้องโปร่งใสและตรวจสอบได้", "ประชาชนจึงควรเข้าถึงข้อมูลข่าวสารของราชการได้สะดวก",
    "และมีส่วนร่วมในการเฝ้าระวังการทุจริตในพื้นที่ของตน", "ผู้บริหารและพนักงานทุกคนยึดถือประมวลจริยธรรมเป็นแนวปฏิบัติ",
    "การจัดซื้อจัดจ้างเปิดเผยทุกขั้นตอนตั้งแต่แผนจนถึงการตรวจรับ", "เรื่องร้องเรียนได้รับการตอบภายในเวลาที่ประกาศไว้",
    "ผลการดำเนินงานเผยแพร่ให้ประชาชนตรวจสอบได้ตลอดเวลา", "งบประมาณทุกรายการใช้ตามวัตถุประสงค์ของโครงการ",
)  # fmt: skip


def write_lao(folder: Path, number: int, cards: int = CARDS) -> None:
    """Write the records of one LAO; equal numbers write equal bytes.

    Args:
        folder: The LAO's folder.
        number: Tells LAOs apart, and makes their texts.
        cards: Number of projects.
    """
    chance = random.Random(number)  # noqa: S311 - texts, no secrets

    def say(parts: int) -> str:
        return " ".join(chance.choice(_PARTS) for _ in range(parts))

    projects = [_make_card(index, chance, say) for index in range(1, cards + 1)]
    files: dict[str, Any] = {
        "lao": {
            "type": "เทศบาลตำบล",
            "name": f"บ้านทดสอบ {number}",
            "province": "เชียงราย",
            "minimum_projects": {"2566": str(cards - 5), "2567": str(cards - 5)},
        },
        "2566-2570/plan": {"years": "2566-2570", "foreword": [say(4)], "principles": [say(8), say(8)],
                           "objectives": [say(2)] * 3, "benefits": [say(2)] * 3},
    }  # fmt: skip
    files |= {f"2566-2570/projects/{card['id']}": card for card in projects}
    for year in (2566, 2567):
        files[f"progress/{year}-12"] = {
            "as_of": f"{year}-10-05",
            "projects": [_make_progress(card, chance, say) for card in projects],
            "problems": [say(2)] * 3,
            "suggestions": [say(2)] * 3,
        }
    for name, data in files.items():
        path = folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def edit_record(plans: Path, slug: str = "lao-007") -> str:
    """Change one record of an LAO, or of the first where it is not there, and return the words that its page shows."""
    folder = plans / slug if (plans / slug).is_dir() else min(plans.glob("*/"))
    record = folder / "progress" / "2566-12.yml"
    words = f"ครั้งที่ {time.time_ns() % 100_000}"
    text = re.sub(r"(?<=problems:\n- )(?:ครั้งที่ [0-9]+ )?", f"{words} ", record.read_text(encoding="utf-8"))
    record.write_text(text, encoding="utf-8")
    return words


def _make_card(index: int, chance: random.Random, say: Any) -> dict[str, Any]:
    has_budget = index % 4 == 0
    return {
        "id": f"p{index:02}",
        "number": str(index),
        "name": f"โครงการ{chance.choice(('อบรมคุณธรรม', 'เปิดเผยข้อมูล', 'รับฟังความเห็น', 'ตรวจสอบภายใน'))} ชุดที่ {index}",
        "mission": f"{index % 4 + 1}.{index % 3 + 1}",
        "rationale": [say(6), say(6)],
        "objectives": [f"เพื่อให้{say(1)}" for _ in range(3)],
        "target_groups": [{"text": "บุคลากรและประชาชน", "count": str(chance.randint(20, 90))}],
        "steps": [{"text": say(2), "steps": ["เตรียมการ", "ดำเนินการ", "ติดตามผล"]} for _ in range(5)],
        "period": "ปีงบประมาณ พ.ศ. 2566 - 2570",
        "budget": f"{chance.randint(5, 90) * 1000}" if has_budget else "ไม่ใช้งบประมาณ",
        "responsible_units": ["สำนักปลัด"],
        "outputs": [{"text": say(1), "measure": "แบบประเมิน"} for _ in range(2)],
        "outcomes": [say(1)],
    }


def _make_progress(card: dict[str, Any], chance: random.Random, say: Any) -> dict[str, Any]:
    money = {"disbursed": str(int(card["budget"]) - 500)} if card["budget"].isdecimal() else {}
    status = chance.choice(("done", "done", "done", "in_progress"))
    return {"project": card["id"], "status": status, **money, "results": [say(2)], "outcomes": [say(1)]}
