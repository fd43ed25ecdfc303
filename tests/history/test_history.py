"""The history as it is published: nothing private, nothing of a person who is no longer named."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_repository import LAO, NEEDS_GIT, MadeRepository
from prongsai.build.checked import check_plans
from prongsai.history.history import History, make_history
from prongsai.history.log import Log, load_logs
from prongsai.history.repository import Source

CARD_FILE = "nongdee/2566-2570/projects/p01.yml"
MEMO = "kind: บันทึกข้อความ\nsubject: รายงาน\ndate: 1 ตุลาคม 2566\nfacts: ยอดแรก\npublic: ไม่ใช่\n"


@pytest.fixture
def made(tmp_path: Path) -> MadeRepository:
    """Return a repository with one LAO."""
    repository = MadeRepository(tmp_path / "site")
    repository.begin()
    return repository


def read(plans: Path) -> History:
    """Return the history of the one LAO."""
    (loaded,) = check_plans(plans).laos
    return make_history(loaded, load_logs(plans, ["nongdee"])["nongdee"])


def tell(history: History) -> list[tuple[object, ...]]:
    """Return the changes after the beginning, the oldest first."""
    changes = [change for change in reversed(history.changes) if change.action.value != "added"]
    return [(change.field, change.old, change.new, change.is_withheld) for change in changes]


@NEEDS_GIT
def test_former_name_of_a_person_is_not_shown(made: MadeRepository) -> None:
    """A field that holds a name says only that it is another; a name in a text goes when the site shows it no more."""
    made.change("nongdee/progress/2566-12.yml", "as_of", "reporter_name: นางสาวตัวอย่าง สมมติ\nas_of")
    made.change(CARD_FILE, "budget: 20000", "budget: 20000\nnote: ประสานงานโดยนายทดลอง สมมุติชน นิติกร")
    made.commit()
    made.change("nongdee/progress/2566-12.yml", "reporter_name: นางสาวตัวอย่าง สมมติ\n", "")
    made.change(CARD_FILE, "โดยนายทดลอง สมมุติชน นิติกร", "โดยนิติกร")
    made.commit()

    history = read(made.plans)

    assert tell(history) == [
        ("หมายเหตุในตารางแผน", "", "", True),
        ("ชื่อผู้รายงาน", "", "", True),
        ("หมายเหตุในตารางแผน", "", "", True),
        ("ชื่อผู้รายงาน", "", "", True),
    ]
    assert "ทดลอง" not in repr(history)
    assert "ตัวอย่าง" not in repr(history)


@NEEDS_GIT
def test_reason_closes_what_no_rule_knows(made: MadeRepository) -> None:
    """Who takes personal data away and says so takes them out of the entries before too, and out of no later one."""
    made.change(CARD_FILE, "budget: 20000", "budget: 20000\nnote: ฉายาหนุ่มเมืองเหนือ")
    made.commit()
    made.change(CARD_FILE, "หนุ่มเมืองเหนือ", "หนุ่มเมืองใต้")
    made.commit()
    made.change(CARD_FILE, "note: ฉายาหนุ่มเมืองใต้\n", "")
    made.commit("x\n\nเหตุผล: ลบข้อมูลส่วนบุคคล")
    made.change(CARD_FILE, "budget: 20000", "budget: 20000\nnote: ร่วมกับกองคลัง")
    made.commit()

    history = read(made.plans)

    assert [change[3] for change in tell(history)] == [True, True, True, False]
    assert "ฉายา" not in repr(history)


@NEEDS_GIT
def test_reason_with_a_private_number_is_not_shown(made: MadeRepository) -> None:
    """Reasons pass the same rules as values."""
    made.change(CARD_FILE, "20000", "30000")
    made.commit("x\n\nเหตุผล: โทรถามที่ 081-234-5678 แล้ว")

    assert read(made.plans).changes[0].reason == ""


@NEEDS_GIT
def test_former_contact_of_the_office(made: MadeRepository) -> None:
    """A number of the office itself is no person's, before and after."""
    made.write("nongdee/lao.yml", f"{LAO}contacts: {{phone: 0 5373 1234}}\n")
    made.commit()
    made.write("nongdee/lao.yml", f"{LAO}contacts: {{phone: 0 5373 9999}}\n")
    made.commit()

    assert tell(read(made.plans))[-1] == ("ช่องทางติดต่อ › โทรศัพท์ของหน่วยงาน", "0 5373 1234", "0 5373 9999", False)


@NEEDS_GIT
def test_memo_of_the_office_stays_in_the_office(made: MadeRepository) -> None:
    """A memo that is not published has no history; one that is withdrawn loses it."""
    made.write("nongdee/papers/memo.yml", MEMO)
    made.write("nongdee/papers/open.yml", MEMO.replace("public: ไม่ใช่\n", ""))
    made.commit()
    made.change("nongdee/papers/memo.yml", "ยอดแรก", "ยอดสอง")
    made.change("nongdee/papers/open.yml", "ยอดแรก", "ยอดสอง")
    made.commit()
    assert [change.key for change in read(made.plans).changes if change.old] == [("paper", "open")]

    made.write("nongdee/papers/open.yml", MEMO)
    made.commit()
    assert "ยอด" not in repr(read(made.plans))


def test_changes_told_by_hand(tmp_path: Path) -> None:
    """Without git the records tell themselves; with git they tell what is older than it."""
    folder = tmp_path / "plans" / "nongdee"
    folder.mkdir(parents=True)
    revisions = "revisions:\n  - {date: 1 ตุลาคม 2565, what: โทรศัพท์, old: ก, new: ข, reason: ย้าย}\n  - {date: 2 ตุลาคม 2567, what: ที่อยู่}\n"
    (folder / "lao.yml").write_text(LAO + revisions, "utf-8")
    (loaded,) = check_plans(tmp_path / "plans").laos

    alone = make_history(loaded, Log(Source.NO_REPOSITORY))
    with_git = make_history(loaded, Log(Source.GIT, begin=alone.changes[0].date))

    assert [(change.field, change.reason) for change in alone.changes] == [("ที่อยู่", ""), ("โทรศัพท์", "ย้าย")]
    assert [change.field for change in with_git.changes] == ["โทรศัพท์"]
