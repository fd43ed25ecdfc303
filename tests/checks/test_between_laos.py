"""What is wrong between the records of several LAOs, and how it is silenced."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from prongsai.build.checked import check_plans
from prongsai.checks.registry import SiteRule, get_explanations, get_site_rules
from prongsai.problem import Problem, Severity

MAESAI = "type: เทศบาลตำบล\nname: แม่สาย\ndistrict: แม่สาย\nprovince: เชียงราย\n"
MAECHAN = "type: เทศบาลตำบล\nname: แม่จัน\ndistrict: แม่จัน\nprovince: เชียงราย\n"
PLAN = "years: 2566-2570\nprojects:\n  - {id: p01, number: 1, name: กิจกรรมอบรม, mission: 1.1}\n"
RULES = {rule.ID: rule for rule in get_site_rules()}


def find(folder: Path, files: dict[str, str], *, only: str | None = None) -> list[Problem]:
    """Return what checking finds in some files of ``plans/``, but for what they lack."""
    for name, text in files.items():
        path = folder / "plans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    problems = check_plans(folder / "plans", shown="plans", only=only).problems
    return [problem for problem in problems if problem.rule in {*RULES, "unused-ignore"}]


def test_one_lao_in_two_folders(tmp_path: Path) -> None:
    """The later folder is told, the earlier one is named."""
    [problem] = find(tmp_path, {"maesai/lao.yml": MAESAI, "maesai-new/lao.yml": MAESAI})

    assert (problem.rule, str(problem.where), problem.severity) == (
        "same-lao",
        "plans/maesai-new/lao.yml:2:7",
        Severity.ERROR,
    )
    assert problem.message == "โฟลเดอร์ maesai-new/ เป็นหน่วยงานเดียวกับ maesai/ คือ เทศบาลตำบลแม่สาย อำเภอแม่สาย จังหวัดเชียงราย"
    assert problem.fix == "รวมข้อมูลไว้ใน maesai/ แล้วลบ maesai-new/ หรือแก้ชื่อที่คัดลอกมา"
    assert [str(where) for where in problem.related] == ["plans/maesai/lao.yml:2:7"]


def test_one_code_in_two_folders(tmp_path: Path) -> None:
    """The code alone is enough."""
    files = {"maechan/lao.yml": f"{MAECHAN}code: '05570102'\n", "maesai/lao.yml": f"{MAESAI}code: '05570102'\n"}

    [problem] = find(tmp_path, files)

    assert (problem.rule, str(problem.where)) == ("same-lao", "plans/maesai/lao.yml:5:7")


@pytest.mark.parametrize(
    ("old", "new"), [("เทศบาลตำบล", "อบต."), ("district: แม่สาย", "district: แม่จัน"), ("เชียงราย", "พะเยา")]
)
def test_namesakes_are_two_laos(tmp_path: Path, old: str, new: str) -> None:
    """Type, district or province tell two LAOs of one name apart."""
    assert find(tmp_path, {"maesai/lao.yml": MAESAI, "other/lao.yml": MAESAI.replace(old, new)}) == []


def test_website_of_another_lao(tmp_path: Path) -> None:
    """The LAO whose folder is named in the address keeps it."""
    website = "website: https://www.maesai.go.th\n"

    [problem] = find(tmp_path, {"maesai/lao.yml": MAESAI + website, "maechan/lao.yml": MAECHAN + website})

    assert (problem.rule, str(problem.where)) == ("other-lao-contact", "plans/maechan/lao.yml:5:10")
    assert problem.message == "เว็บไซต์ “https://www.maesai.go.th” เป็นของเทศบาลตำบลแม่สาย (maesai/) ด้วย"
    assert problem.fix == "แก้เป็นเว็บไซต์ของเทศบาลตำบลแม่จัน หรือลบคีย์ website: หากยังไม่มี"
    assert [str(where) for where in problem.related] == ["plans/maesai/lao.yml:5:10"]


def test_phone_of_another_lao(tmp_path: Path) -> None:
    """However it is written; which of the two is wrong nobody knows, so the later one is told."""
    phones = ("contacts: {phone: 0 5373 1234}\n", "contacts: {phone: 053-731234}\n")

    [problem] = find(tmp_path, {"maechan/lao.yml": MAECHAN + phones[0], "maesai/lao.yml": MAESAI + phones[1]})

    assert (problem.rule, str(problem.where)) == ("other-lao-contact", "plans/maesai/lao.yml:5:19")


def test_evidence_on_the_website_of_another_lao(tmp_path: Path) -> None:
    """Evidence of another LAO shows nothing about this one."""
    report = "projects:\n  - project: p01\n    status: อยู่ระหว่างดำเนินการ\n    evidence: [{title: ภาพ, url: 'https://maesai.go.th/a'}]\n"
    files = {
        "maesai/lao.yml": f"{MAESAI}website: https://www.maesai.go.th\n",
        "maechan/lao.yml": MAECHAN,
        "maechan/2566-2570/plan.yml": PLAN,
        "maechan/progress/2566-06.yml": report,
    }

    [problem] = find(tmp_path, files)

    assert (problem.rule, str(problem.where)) == ("other-lao-contact", "plans/maechan/progress/2566-06.yml:4:34")
    assert problem.message == "หลักฐานนี้อยู่บนเว็บไซต์ของเทศบาลตำบลแม่สาย (maesai.go.th)"


def test_contacts_of_their_own(tmp_path: Path) -> None:
    """A hot line and an address that is nobody's may be shared."""
    same = "contacts: {phone: '1567'}\nwebsite: https://www.example.go.th\n"

    assert find(tmp_path, {"maesai/lao.yml": MAESAI + same, "maechan/lao.yml": MAECHAN + same}) == []


IGNORE = "ignore: [{rule: other-lao-contact, reason: สองหน่วยงานใช้เว็บไซต์ร่วมกัน}]\nwebsite: https://www.maesai.go.th\n"


def test_ignore(tmp_path: Path) -> None:
    """A finding that is known is silenced where it would be told."""
    files = {"maesai/lao.yml": f"{MAESAI}website: https://www.maesai.go.th\n", "maechan/lao.yml": MAECHAN + IGNORE}

    assert find(tmp_path, files) == []


def test_entry_is_not_unused_where_one_lao_is_checked(tmp_path: Path) -> None:
    """Alone an LAO shares nothing, and its entry is of use the next time."""
    files = {"maesai/lao.yml": f"{MAESAI}website: https://www.maesai.go.th\n", "maechan/lao.yml": MAECHAN + IGNORE}

    assert find(tmp_path, files, only="maechan") == []


def test_unused_entry(tmp_path: Path) -> None:
    """An entry that silences nothing is told where all LAOs are checked."""
    assert [problem.rule for problem in find(tmp_path, {"maechan/lao.yml": MAECHAN + IGNORE})] == ["unused-ignore"]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_explains_itself_in_thai(rule: SiteRule) -> None:
    """The docstring is in the published catalogue like that of every rule."""
    for heading in ("เหตุที่สำคัญ: ", "ไม่ผ่าน: ", "ผ่าน: "):
        assert re.search(f"^{heading}", rule.__doc__, re.MULTILINE), heading
    assert get_explanations()[rule.ID].severity is rule.SEVERITY
