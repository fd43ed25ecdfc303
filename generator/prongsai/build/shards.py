"""A site in shards: machines that share nothing build some LAOs each, and one of them puts the site together.

What travels is what a cache keeps, so that the machine which builds the site finds its LAOs built, and builds those that
did not arrive itself.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from msgspec import Struct

from prongsai.build.kept import CACHE
from prongsai.build.kept.cache import Cache
from prongsai.build.kept.costs import Costs, measure_records, share_out
from prongsai.build.kept.parcel import pack_entries, take_in
from prongsai.build.lock import ContentLock
from prongsai.exceptions import OutputError, ProngsaiError
from prongsai.load.names import SLUG
from prongsai.load.plans_folder import list_laos
from prongsai.thai.system_errors import describe_os_error

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger(__name__)
_PLUGIN = "prongsai"
PAGES_LIMIT = 1_000_000_000  # bytes of a site on GitHub Pages


class Shard(Struct, frozen=True):
    """The LAOs of one machine.

    Attributes:
        slugs: Their folders.
        seconds: CPU seconds that they are expected to take; None where nothing was measured.
        size: Bytes of their records.
    """

    slugs: tuple[str, ...]
    seconds: float | None
    size: int


class Taken(Struct, frozen=True):
    """What came from other machines.

    Attributes:
        laos: Number of LAOs that are kept.
        refused: Why archives cannot be read, each with what to do.
        empty: Which archives had no LAO of the site.
    """

    laos: int
    refused: tuple[str, ...]
    empty: tuple[str, ...]


def plan_shards(site: Path, runners: int) -> list[Shard]:
    """Return the LAOs of each machine, so that all take about as long.

    Args:
        site: The folder with ``mkdocs.yml``.
        runners: Number of machines; there are never more shards than LAOs.

    Raises:
        ProngsaiError: The settings or the folder of plans cannot be read.
    """
    plans = _find_plans(site, _load(site))
    laos = [name for name in list_laos(plans) if SLUG.fullmatch(name)]  # others are told by who builds the site
    costs, sizes = Costs(site / CACHE), measure_records(plans, laos)
    weights = costs.weigh(sizes)
    is_measured = not costs.seconds.keys().isdisjoint(sizes)
    return [
        Shard(
            tuple(slugs),
            sum(weights[slug] for slug in slugs) if is_measured else None,
            sum(sizes[slug] for slug in slugs),
        )
        for slugs in share_out(weights, runners)
    ]


def build_shard(site: Path, slugs: Sequence[str], archive: Path) -> list[str]:
    """Build LAOs that are not kept as they are, write all that are kept into an archive, and return their folders.

    Args:
        site: The folder with ``mkdocs.yml``.
        slugs: The LAOs.
        archive: The file to write.

    Raises:
        ProngsaiError: There is no such LAO, the settings let nothing be kept, or the archive cannot be written.
    """
    config = _load(site)
    plugin: Any = config.plugins[_PLUGIN]
    if unknown := sorted(set(slugs) - set(list_laos(_find_plans(site, config)))):
        raise ProngsaiError(f"ไม่มีหน่วยงาน {' '.join(unknown)} ในโฟลเดอร์ข้อมูล วิธีแก้: ใช้ชื่อที่ prongsai shards --runners บอก")
    plugin.shard = tuple(slugs)
    with ContentLock(Path(config.docs_dir), log.warning):
        try:
            config.plugins.on_startup(command="build", dirty=False)
            config.plugins.on_config(config)
        except PluginError as error:
            raise ProngsaiError(str(error)) from None
        try:
            pack_entries(site.absolute() / CACHE, plugin.kept, archive)
        except OSError as error:
            raise OutputError(f"เขียน {archive} ไม่ได้: {describe_os_error(error)}") from None
    return [entry.parent.name for entry in plugin.kept]


def take_shards(site: Path, archives: Sequence[Path]) -> Taken:
    """Keep the LAOs that other machines built; an archive that is no good does not stop the others.

    Args:
        site: The folder with ``mkdocs.yml``.
        archives: What they wrote.

    Raises:
        ProngsaiError: The settings or the folder of plans cannot be read.
    """
    laos = frozenset(list_laos(_find_plans(site, _load(site))))
    cache, taken, refused, empty = Cache(site / CACHE), set[str](), [], []
    for archive in archives:
        try:
            with archive.open("rb") as file:
                brought = take_in(file, cache, laos)
        except OSError as error:
            reason = describe_os_error(error) if error.errno else "ไม่ใช่ไฟล์จาก prongsai shards build หรือมาไม่ครบ"
            fix = "แก้แล้วสั่งใหม่" if error.errno else "ส่งใหม่"
            refused.append(
                f"รับ {archive} ไม่ได้: {reason} วิธีแก้: {fix} หรือเว้นไฟล์นี้ แล้ว mkdocs build จะสร้างหน่วยงานในไฟล์นั้นเอง"
            )
            continue
        taken |= brought
        if not brought:
            empty.append(f"{archive} ไม่มีหน้าของหน่วยงานใดในเว็บไซต์นี้")
    return Taken(len(taken), tuple(refused), tuple(empty))


def measure_site(site: Path) -> int:
    """Return the bytes of the built site.

    Args:
        site: The folder with ``mkdocs.yml``.

    Raises:
        ProngsaiError: It is not there, or does not fit on GitHub Pages.
    """
    built = Path(_load(site).site_dir)
    if not built.is_dir():
        raise ProngsaiError(f"ไม่พบเว็บไซต์ที่ {built.name}/ วิธีแก้: สั่ง mkdocs build ก่อน")
    size = sum(path.stat().st_size for path in built.rglob("*") if path.is_file())
    if size > PAGES_LIMIT:
        raise ProngsaiError(
            f"เว็บไซต์ใหญ่ {size / 1e6:,.0f} MB เกิน {PAGES_LIMIT / 1e6:,.0f} MB ที่ GitHub Pages รับ วิธีแก้: แยก repository จังหวัดละหนึ่งแห่ง "
            "หรือตั้ง papers: never หรือเผยแพร่ที่เครื่องแม่ข่ายของตนเอง (ดูคู่มือหน้าภาพรวมจังหวัด)"
        )
    return size


def _load(site: Path) -> MkDocsConfig:
    settings = site / "mkdocs.yml"
    if not settings.exists():
        raise ProngsaiError(f"ไม่พบ {settings} วิธีแก้: สั่งในโฟลเดอร์ของเว็บไซต์ หรือบอกโฟลเดอร์นั้นด้วย --site")
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    try:
        config = load_config(config_file=str(settings))
    except Abort:  # MkDocs has told each fault by then
        raise ProngsaiError(f"ใช้ {settings} ไม่ได้ วิธีแก้: แก้ตามข้อความข้างบน แล้วสั่งใหม่") from None
    except MkDocsException as error:
        raise ProngsaiError(f"อ่าน {settings} ไม่ได้: {error}") from None
    if _PLUGIN not in config.plugins:
        raise ProngsaiError(f"{settings} ไม่มีปลั๊กอิน prongsai วิธีแก้: เพิ่ม plugins: [prongsai]")
    return config


def _find_plans(site: Path, config: MkDocsConfig) -> Path:
    return site / str(config.plugins[_PLUGIN].config["plans"])
