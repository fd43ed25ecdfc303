"""A scripted history of an office's edits gives exactly the change log that a citizen should read."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_repository import CARD, LAO, NEEDS_GIT, PLAN, ROUND, MadeRepository
from prongsai.build.checked import check_plans
from prongsai.editing.migration import find_moves, move_plan
from prongsai.history.history import History, make_history
from prongsai.history.log import load_logs

pytestmark = NEEDS_GIT
CARD_FILE = "nongdee/2566-2570/projects/p01.yml"
ROUND_FILE = "nongdee/progress/2566-12.yml"


def read_history(plans: Path, slug: str = "nongdee") -> History:
    """Return an LAO's history as the site publishes it."""
    (loaded,) = check_plans(plans, only=slug).laos
    return make_history(loaded, load_logs(plans, [slug])[slug])


def tell(history: History) -> list[tuple[str, ...]]:
    """Return what happened to what, the oldest first."""
    return [
        (change.action.value, "/".join(change.key), change.field, change.old, change.new, change.reason)
        for change in reversed(history.changes)
    ]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> MadeRepository:
    """Return the repository after twelve edits, begun in the layout of former times in a folder of another name."""
    made = MadeRepository(tmp_path_factory.mktemp("twelve") / "site")
    made.write("nongdi/lao.yml", LAO)
    made.write("nongdi/plan.yml", PLAN)
    made.write("nongdi/projects/p1.yml", CARD)
    made.write("nongdi/progress/2566-12.yml", ROUND.replace("p01", "p1"))
    made.write("nongdi/papers/adopt.yml", "kind: ประกาศ\nsubject: ประกาศใช้แผน\ndate: 1 ตุลาคม 2565\nnumber: 1/2565\n")
    made.commit("begin")
    # 1 amount
    made.change("nongdi/projects/p1.yml", "budget: 20000", "budget: ๒๕,๐๐๐")
    made.commit("แก้งบ\n\nเหตุผล: พิมพ์ตกหลัก")
    # 2 status
    made.change("nongdi/progress/2566-12.yml", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้วเสร็จ")
    made.commit("เสร็จ\n\nReason: ส่งงานครบแล้ว")
    # 3 reformatting, comments, order of keys, another spelling: nothing
    made.write(
        "nongdi/projects/p1.yml",
        "# แบบรายละเอียด\nname: >-\n  โครงการอบรมความโปร่งใส\nnumber: ๑\nbudget: '25,000.00'\nmission: '1.1'\n"
        "responsible_units: [สำนักปลัด]\nobjectives: [เพื่อให้ประชาชนตรวจสอบได้, เพื่อให้บุคลากรเข้าใจ]\n",
    )
    made.commit("จัดรูปแบบ")
    # 4 a private number comes, 5 and goes
    made.change("nongdi/projects/p1.yml", "สำนักปลัด]", "สำนักปลัด]\nnote: โทร. 081-234-5678")
    made.commit("เพิ่มหมายเหตุ")
    made.change("nongdi/projects/p1.yml", "\nnote: โทร. 081-234-5678", "")
    made.commit("ลบหมายเหตุ")
    # 6 the plan moves into its period's folder
    move_plan(find_moves(made.plans / "nongdi", "plans/nongdi"))
    made.commit("prongsai migrate")
    # 7 the LAO's folder moves
    made.git("mv", "plans/nongdi", "plans/nongdee")
    made.commit("เปลี่ยนชื่อโฟลเดอร์")
    # 8 an id: the card's file and what tells of it
    made.git("mv", "plans/nongdee/2566-2570/projects/p1.yml", f"plans/{CARD_FILE}")
    made.change(ROUND_FILE, "project: p1", "project: p01")
    made.commit("รหัสสองหลัก")
    # 9 a paper's file
    made.git("mv", "plans/nongdee/papers/adopt.yml", "plans/nongdee/papers/adopt-2565.yml")
    made.commit("ชื่อไฟล์")
    # 10 a wrong correction, 11 and its revert
    made.change(CARD_FILE, "เพื่อให้บุคลากรเข้าใจ", "เพื่อให้บุคลากรทราบ")
    wrong = made.commit("แก้วัตถุประสงค์")
    made._day += 1  # noqa: SLF001 - a revert is a commit of its own day
    made.git("revert", "--no-edit", wrong)
    # 12 a merge of two commits
    made.git("checkout", "--quiet", "-b", "work")
    made.change(ROUND_FILE, "disbursed: 10000", "disbursed: 11000")
    made.commit("ครั้งแรก")
    made.change(ROUND_FILE, "disbursed: 11000", "disbursed: 12000")
    made.commit("ครั้งที่สอง\n\nเหตุผล: ตามบัญชี\n  ที่ตรวจแล้ว")
    made.git("checkout", "--quiet", "main")
    made._day += 1  # noqa: SLF001
    made.git("merge", "--quiet", "--no-ff", "--message", "Merge pull request", "work")
    return made


def test_change_log_is_exactly_what_was_done(repository: MadeRepository) -> None:
    """Values in the office's words, renames followed, nothing for form, one entry for a merge, nothing private."""
    card, progress = "project/2566-2570/p01", "progress/2566-12/p01"
    assert tell(read_history(repository.plans)) == [
        ("added", "lao", "", "", "", ""),
        ("changed", card, "งบประมาณต่อปี (บาท)", "20000", "25000", "พิมพ์ตกหลัก"),
        ("changed", progress, "สถานะ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้วเสร็จ", "ส่งงานครบแล้ว"),
        ("changed", card, "หมายเหตุในตารางแผน", "", "", ""),
        ("changed", card, "หมายเหตุในตารางแผน", "", "", ""),
        ("renamed", card, "รหัสโครงการ", "p1", "p01", ""),
        ("renamed", "paper/adopt-2565", "รหัสเอกสาร", "adopt", "adopt-2565", ""),
        ("changed", card, "วัตถุประสงค์ › ข้อ 2", "เพื่อให้บุคลากรเข้าใจ", "เพื่อให้บุคลากรทราบ", ""),
        ("changed", card, "วัตถุประสงค์ › ข้อ 2", "เพื่อให้บุคลากรทราบ", "เพื่อให้บุคลากรเข้าใจ", ""),
        ("changed", progress, "เบิกจ่าย (บาท)", "10000", "12000", "ตามบัญชี ที่ตรวจแล้ว"),
    ]


def test_private_number_is_said_to_be_withheld(repository: MadeRepository) -> None:
    """The entry stays, its values do not; nothing of the number is anywhere."""
    history = read_history(repository.plans)

    assert [change.field for change in history.changes if change.is_withheld] == ["หมายเหตุในตารางแผน"] * 2
    assert "234" not in repr(history.changes)


def test_card_tells_all_that_concerns_it(repository: MadeRepository) -> None:
    """Under its id of today a project has the changes of its former ids, and of what was reported of it."""
    changes = read_history(repository.plans).of_project("2566-2570", "p01")

    assert len(changes) == 8
    assert {change.key[0] for change in changes} == {"project", "progress"}


def test_days_are_those_of_thailand(repository: MadeRepository) -> None:
    """The first day is that of the first commit; entries run from the newest to the oldest."""
    history = read_history(repository.plans)
    days = [change.date for change in history.changes]

    assert str(history.begin) == "2023-11-16"
    assert days == sorted(days, reverse=True)
    assert {change.fiscal_year for change in history.changes} == {2567}


def test_second_reading_asks_nothing_twice(repository: MadeRepository) -> None:
    """What was worked out is kept in the repository's own folder, and gives the same again."""
    first = tell(read_history(repository.plans))
    kept = repository.folder / ".git" / "prongsai" / "history.json"

    assert kept.is_file()
    assert repository.git("status", "--porcelain") == ""
    assert tell(read_history(repository.plans)) == first
