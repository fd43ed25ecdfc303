"""``prongsai migrate``: the files move, and nothing else happens to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import MADE_UP_PLANS
from prongsai.build.checked import check_plans
from prongsai.cli.main import cli
from prongsai.editing.migration import find_moves, move_plan
from prongsai.exceptions import OutputError

LAO = "type: เทศบาลตำบล\nname: แม่สาย\nprovince: เชียงราย\n"
PLAN = "# แผนเดิม\r\nyears: ๒๕๖๖–๒๕๗๐\r\n"
CARD = "number: 1\nname: โครงการหนึ่ง\nmission: 1.1\nbudget: ไม่ใช้งบประมาณ\n"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Return a folder of plans with one LAO whose plan is in the old place."""
    folder = tmp_path / "plans" / "maesai"
    (folder / "projects").mkdir(parents=True)
    (folder / "lao.yml").write_text(LAO, encoding="utf-8")
    (folder / "plan.yml").write_bytes(PLAN.encode())
    (folder / "projects" / "p01.yml").write_text(CARD, encoding="utf-8")
    return tmp_path / "plans"


def run(plans: Path, *options: str) -> Result:
    """Run the command inside this process."""
    return CliRunner().invoke(cli, ["migrate", "--plans", str(plans), *options])


def list_files(plans: Path) -> dict[str, bytes]:
    """Return every file with its bytes."""
    return {path.relative_to(plans).as_posix(): path.read_bytes() for path in plans.rglob("*") if path.is_file()}


def test_files_move_and_keep_every_byte(plans: Path) -> None:
    """Plan and cards lie in the folder of the period, the rest where it was, and the data are good."""
    before = list_files(plans)
    result = run(plans)

    assert result.exit_code == 0
    assert "commit" in result.stderr
    assert list_files(plans) == {
        "maesai/lao.yml": before["maesai/lao.yml"],
        "maesai/2566-2570/plan.yml": before["maesai/plan.yml"],
        "maesai/2566-2570/projects/p01.yml": before["maesai/projects/p01.yml"],
    }
    assert check_plans(plans).is_publishable()


def test_check_says_what_to_do(plans: Path) -> None:
    """The old place is told once, with this command as its fix, and nothing follows from it."""
    problems = check_plans(plans).problems

    assert [(str(problem.where), problem.rule) for problem in problems] == [("plans/maesai/plan.yml", "old-place")]
    assert "prongsai migrate" in problems[0].fix


def test_dry_run_moves_nothing(plans: Path) -> None:
    """What would be moved is told."""
    before = list_files(plans)
    result = run(plans, "--dry-run")

    assert "maesai/plan.yml → " in result.stdout
    assert list_files(plans) == before


def test_second_run_has_nothing_to_do(plans: Path) -> None:
    """A plan in its place stays there."""
    run(plans)
    result = run(plans)

    assert result.exit_code == 0
    assert "ไม่มีอะไรต้องย้าย" in result.stderr


@pytest.mark.parametrize(
    ("text", "where"),
    [("years: สี่ปี\n", "plan.yml:1:8"), ("foreword: ก\n", "plan.yml:1:1"), ("years: [\n", "plan.yml:2:1")],
    ids=["no years", "years left out", "no YAML"],
)
def test_plan_without_years_stays(plans: Path, text: str, where: str) -> None:
    """Where the period cannot be read nothing is moved, and the place is told."""
    (plans / "maesai" / "plan.yml").write_text(text, encoding="utf-8")
    before = list_files(plans)
    result = run(plans)

    assert result.exit_code == 1
    assert f"maesai/{where}" in result.stdout
    assert list_files(plans) == before


def test_nothing_is_written_over(plans: Path) -> None:
    """A plan that is in the new place too stops the move; other LAOs are moved all the same."""
    target = plans / "maesai" / "2566-2570"
    target.mkdir()
    (target / "plan.yml").write_text("years: 2566-2570\n", encoding="utf-8")
    other = plans / "nongdee"
    other.mkdir()
    (other / "plan.yml").write_bytes(PLAN.encode())
    result = run(plans)

    assert result.exit_code == 1
    assert "2566-2570/plan.yml อยู่แล้ว" in result.stdout
    assert (plans / "maesai" / "plan.yml").exists()
    assert (other / "2566-2570" / "plan.yml").exists()


@pytest.mark.parametrize(
    ("fault", "told"), [(OSError(28, "No space left on device"), OutputError), (KeyboardInterrupt(), KeyboardInterrupt)]
)
def test_failed_move_is_undone(
    plans: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException, told: type[BaseException]
) -> None:
    """When the second move fails, or is broken off, the first is taken back."""
    before = list_files(plans)
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == "plan.yml" and target.parent.name == "2566-2570":
            raise fault
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(told):
        move_plan(find_moves(plans / "maesai", "plans/maesai"))

    assert list_files(plans) == before
    assert not (plans / "maesai" / "2566-2570").exists()


def test_move_that_was_cut_off_is_finished(plans: Path) -> None:
    """A computer that stops between the two moves leaves the plan to say where it belongs."""
    (plans / "maesai" / "2566-2570").mkdir()
    (plans / "maesai" / "projects").rename(plans / "maesai" / "2566-2570" / "projects")

    assert run(plans).exit_code == 0
    assert check_plans(plans).is_publishable()


def test_made_up_laos_have_nothing_to_move() -> None:
    """Plans with several periods are left alone."""
    assert "ไม่มีอะไรต้องย้าย" in run(MADE_UP_PLANS, "--dry-run").stderr
