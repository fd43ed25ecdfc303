"""The photographs of the evidence: a few sizes each, upright, without notes, made once."""

from __future__ import annotations

import datetime as dt
import io
import shutil
from pathlib import Path

import pytest
from conftest import MADE_UP_PLANS
from paper_records import make_dossier
from PIL import Image
from prongsai.blocks.blocks import Photos
from prongsai.build.checked import check_plans
from prongsai.build.lao import Settings
from prongsai.build.site import write_site
from prongsai.documents.measures import list_measures_sections
from prongsai.outputs import photos
from prongsai.outputs.photos import find_photos, list_artifacts
from prongsai.records.dossier import Dossier

LAO = "nongsaeng"
CARD = "content/nongsaeng/2566-2570/projects/p07.md"
GALLERY = "content/nongsaeng/reports/2566-12/photos.md"


def show(folder: Path, *names: str) -> Dossier:
    """Return an LAO whose evidence is these files."""
    (folder / "files").mkdir(exist_ok=True)
    evidence = tuple({"title": name, "file": f"files/{name}"} for name in names)
    return make_dossier(plan={}, report={"projects": ({"project": "p01", "status": "done", "evidence": evidence},)})


def write(folder: Path, today: dt.date = dt.date(2025, 5, 1)) -> list[str]:
    """Write the made-up LAO's pages, and return what changed."""
    written, _ = write_site(check_plans(folder / "plans"), folder / "content", Settings(today))
    return written.changed


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the pages of a folder with the made-up LAO that has photographs once."""
    folder = tmp_path_factory.mktemp("photos")
    shutil.copytree(MADE_UP_PLANS / LAO, folder / "plans" / LAO)
    assert sum(path.endswith(".webp") for path in write(folder)) == 7
    return folder


@pytest.fixture
def site(written: Path, tmp_path: Path) -> Path:
    """Return such a folder, to be changed."""
    return shutil.copytree(written, tmp_path / "site")


def test_photograph_is_upright_small_and_tells_nothing(tmp_path: Path) -> None:
    """A photo that lay on its side is as high as it was wide; no size is larger than the picture, none has notes."""
    dossier = show(tmp_path, "photo.jpg")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    red_above = Image.new("RGB", (1200, 900), "blue")
    red_above.paste("red", (0, 0, 300, 900))
    red_above.save(tmp_path / "files" / "photo.jpg", exif=exif, comment=b"secret")

    [photo] = find_photos(dossier, tmp_path).values()
    sizes = [(size.width, size.height) for size in photo.sizes]
    made = [Image.open(io.BytesIO(artifact.make())) for artifact in list_artifacts({"": photo})]

    assert sizes == [(320, 427), (640, 853), (900, 1200)]
    assert [picture.size for picture in made] == sizes
    assert all(picture.format == "WEBP" and not picture.getexif() for picture in made)
    assert not {"exif", "icc_profile", "comment", "xmp"} & {key for picture in made for key in picture.info}
    red, _, blue = made[0].convert("RGB").getpixel((160, 40))
    assert red > 200
    assert blue < 60


def test_sharp_drawing_stays_sharp(tmp_path: Path) -> None:
    """A picture of few colours is kept without loss where that takes fewer bytes; what is seen through is white."""
    dossier = show(tmp_path, "screen.png")
    drawing = Image.new("RGBA", (320, 200), (0, 0, 0, 0))
    drawing.paste((0, 80, 0, 255), (0, 0, 160, 200))
    drawing.save(tmp_path / "files" / "screen.png")

    [artifact] = list_artifacts(find_photos(dossier, tmp_path))
    shown = Image.open(io.BytesIO(artifact.make())).convert("RGB")

    assert (shown.getpixel((10, 10)), shown.getpixel((300, 10))) == ((0, 80, 0), (255, 255, 255))


def test_a_scan_in_greys_of_16_bits_keeps_them(tmp_path: Path) -> None:
    """Black, grey and white of a scanner are not all white."""
    dossier = show(tmp_path, "scan.png")
    row = b"".join(grey.to_bytes(2, "little") * 100 for grey in (0, 0x8000, 0xFFFF))
    Image.frombytes("I;16", (300, 200), row * 200).save(tmp_path / "files" / "scan.png")

    [artifact] = list_artifacts(find_photos(dossier, tmp_path))
    shown = Image.open(io.BytesIO(artifact.make())).convert("L")

    assert [shown.getpixel((place, 100)) for place in (50, 150, 250)] == pytest.approx([0, 127, 255], abs=2)


def test_equal_pictures_are_one(tmp_path: Path) -> None:
    """Two names of one picture are made and published once."""
    dossier = show(tmp_path, "a.png", "b.png")
    for name in ("a.png", "b.png"):
        Image.new("RGB", (400, 300)).save(tmp_path / "files" / name)

    assert len({artifact.path for artifact in list_artifacts(find_photos(dossier, tmp_path))}) == 2


@pytest.mark.slow
def test_no_picture_is_made_twice(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On another day, and when another picture is changed, a photograph is the file that it was."""
    made: list[str] = []
    shrink = photos.shrink_photo
    monkeypatch.setattr(photos, "shrink_photo", lambda path, *size: (made.append(path.name), shrink(path, *size))[1])

    write(site, dt.date(2025, 6, 1))
    assert made == []

    picture = site / "plans" / LAO / "files" / "notice-board.png"
    before = set((site / "content" / LAO / "photos").iterdir())
    Image.new("RGB", (500, 300), "green").save(picture)
    write(site)

    assert made == ["notice-board.png"] * 2
    assert len(before - set((site / "content" / LAO / "photos").iterdir())) == 3


@pytest.mark.slow
def test_project_shows_its_photographs_and_asks_for_a_style_sheet(written: Path) -> None:
    """Sizes, room, words for who does not see; a project without a photograph loads nothing more."""
    page = (written / CARD).read_text(encoding="utf-8")
    other = (written / CARD.replace("p07", "p02")).read_text(encoding="utf-8")

    assert 'styles: ["photos"]' in page
    assert page.count("<img ") == 1
    for part in ("320w, ", "640w, ", '1280w"', ' width="640" height="480" loading="lazy"', 'alt="กระดานสีน้ำเงิน'):
        assert part in page
    assert "photos" not in other
    assert "<img" not in other


@pytest.mark.slow
def test_gallery_has_every_photograph_of_its_round(written: Path) -> None:
    """By project, in the plan's order; a round without any has no page, and no way to one."""
    page = (written / GALLERY).read_text(encoding="utf-8")
    places = [page.index(f"{{#project-{name}}}") for name in ("p01", "p07", "p10")]

    assert places == sorted(places)
    assert page.count("<img ") == 3
    assert not (written / GALLERY.replace("2566-12", "2567-12")).exists()
    report = (written / "content/nongsaeng/reports/2567-12.md").read_text(encoding="utf-8")
    assert "photos" not in report


def test_measures_show_theirs_below_the_table() -> None:
    """The table has the lines that lead to them already, so a paper says nothing twice."""
    evidence = ({"title": "ป้าย", "file": "files/a.jpg", "alt": "ป้ายหน้าศูนย์"}, {"title": "คู่มือ", "file": "files/b.pdf"})
    measure = {"number": 1, "title": "มาตรการหนึ่ง", "evidence": evidence}
    dossier = make_dossier(measures={"sections": ({"number": 1, "measures": (measure,)},)})
    blocks = list_measures_sections(dossier, dossier.measures[2567])[0].blocks

    [shown] = [block for block in blocks if isinstance(block, Photos)]
    assert [(photo.file, photo.alt) for photo in shown.photos] == [("nongsaeng/files/a.jpg", "ป้ายหน้าศูนย์")]
    assert shown.lines == ()


@pytest.mark.slow
def test_without_pictures_nothing_of_them_is_left(site: Path) -> None:
    """When the last photograph is taken out, its page and its sizes go with it."""
    assert (site / "content" / LAO / "photos").exists()
    progress = site / "plans" / LAO / "progress"
    for report in progress.iterdir():
        text = report.read_text(encoding="utf-8")
        kept = [line for line in text.split("\n") if not line.strip().startswith(("file: files/", "alt: "))]
        report.write_text("\n".join(kept), encoding="utf-8")
    write(site)

    assert not (site / "content" / LAO / "photos").exists()
    assert not list((site / "content" / LAO / "reports").rglob("photos.md"))
