"""LAOs on their way to another machine: their inputs go with the task, what was built comes back as kept entries."""

from __future__ import annotations

import gzip
import io
import json
import os
import pickle
import re
import subprocess
import sys
import tarfile
import tempfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace

from prongsai.build.kept import CACHE
from prongsai.build.kept.cache import APART, Cache
from prongsai.build.kept.costs import NAME as COSTS
from prongsai.build.kept.costs import Costs
from prongsai.build.kept.entry import Kept
from prongsai.build.kept.task import Task, Told
from prongsai.exceptions import ProngsaiError
from prongsai.outputs.record import NAME, read_record
from prongsai.outputs.writer import is_generated, list_units

# What else a build of LAOs depends on; nothing of the environment besides these leaves this machine.
_VARIABLES = ("SITE_URL", "SOURCE_DATE_EPOCH", "OFFLINE", "PRONGSAI_PAPERS")
_TOLD = ".told"
_MOST_TIMES = 200  # as large as the archive may be what is in it; ours is about ten times as large
_LONGEST = 500  # characters of a name in it
_CHUNK = 1 << 20  # bytes
_OUTWARD = re.compile(r"^/|^[A-Za-z]:|//|(?:^|/)\.{1,2}(?:/|$)|[\\\0]")  # leads out of a folder, on some system
_Known = TypeVar("_Known")


class Parcel(Struct, frozen=True):
    """All that is needed for building some LAOs, in values that can be sent.

    Attributes:
        task: The LAOs, with places relative to the site's folder.
        files: The inputs as an archive.
        environment: Variables of the environment that the pages depend on.
    """

    task: Task
    files: bytes
    environment: Mapping[str, str]


def pack_task(task: Task, plans: Path, theme: Path | None, told: Told) -> Parcel:
    """Return the parcel of some LAOs.

    Args:
        task: The LAOs, as a build on this machine names their places.
        plans: The folder of plans.
        theme: The site's own theme, where it has one.
        told: What is known of the LAOs from git.

    Raises:
        ProngsaiError: Something stands outside of the site's folder.
    """
    root = Path(task.settings).parent.resolve()
    content = Path(task.content).resolve()
    folders = [content, plans.resolve(), *([theme.resolve()] if theme else [])]
    if outside := next((folder for folder in folders if not folder.is_relative_to(root)), None):
        raise ProngsaiError(
            f"สร้างบนเครื่องอื่นไม่ได้: {outside.name}/ อยู่นอกโฟลเดอร์ของ mkdocs.yml วิธีแก้: ย้ายเข้ามาไว้ข้าง mkdocs.yml"
        )
    inputs = [
        *root.glob("*.yml"),
        *_list_placed(content),
        *(path for folder in folders[2:] for path in folder.rglob("*")),
        *folders[1].glob("*.yml"),
        *(path for slug in task.slugs for path in (folders[1] / slug, *(folders[1] / slug).rglob("*"))),
    ]
    mine = Told(_choose(told.commits, task.slugs), _choose(told.logs, task.slugs))
    near = replace(
        task,
        settings=Path(task.settings).name,
        content=content.relative_to(root).as_posix(),
        cache=CACHE,
        told=_TOLD,
    )
    files = _pack(root, inputs, {_TOLD: pickle.dumps(mine)})
    return Parcel(near, files, {name: os.environ[name] for name in _VARIABLES if name in os.environ})


def build_parcel(parcel: Parcel) -> bytes:
    """Build the LAOs of a parcel, on whatever machine this is, and return their kept entries as an archive.

    A pure function of the parcel and of the program that is installed. It builds in a process of its own, because a
    worker may run several tasks at once.
    """
    with tempfile.TemporaryDirectory(prefix="prongsai-") as name:
        root = Path(name)
        _unpack(io.BytesIO(parcel.files), root)
        (root / parcel.task.content).mkdir(parents=True, exist_ok=True)
        kept = {key: value for key, value in os.environ.items() if key not in _VARIABLES}
        subprocess.run(  # noqa: S603 - our own program, with values that are no command
            [sys.executable, "-m", "prongsai.build.kept.task", json.dumps(asdict(parcel.task))],
            cwd=root,
            env={**kept, **parcel.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,  # where it fails there is no entry, and whoever asked builds the LAO itself and tells why
        )
        cache = root / CACHE
        return _pack(cache, (path for slug in parcel.task.slugs for path in (cache / slug).rglob("*")))


def pack_entries(cache: Path, entries: Iterable[Path], file: Path) -> None:
    """Write kept entries, and what is known of their costs, into an archive, whole or not at all.

    Args:
        cache: The folder of the cache.
        entries: Folders in it.
        file: The archive.

    Raises:
        OSError: It cannot be written.
    """
    costs = cache / COSTS
    paths = (path for entry in entries for path in entry.rglob("*"))
    temporary = file.with_name(f".{file.name}.tmp")
    try:
        with temporary.open("wb") as target:
            _pack_into(target, cache, [*paths, *([costs] if costs.is_file() else [])])
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


def take_in(archive: IO[bytes], cache: Cache, laos: Collection[str]) -> set[str]:
    """Keep what another machine built of some LAOs, and return those that are kept.

    An entry that is not whole, or another's, is left out.

    Raises:
        OSError: The archive cannot be read, is none, or is too large for the disk.
    """
    taken: set[str] = set()
    cache.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache.folder, prefix=APART) as name:
        _unpack(archive, Path(name))
        brought = Cache(Path(name))
        for entry in Path(name).glob("*/[!.]*"):
            slug, key = entry.parent.name, entry.name
            if slug in laos and (kept := brought.find(slug, key)) and _stays_within(kept):
                files = [(file, brought.get_path(slug, key, file)) for file in kept.files]
                if cache.store(slug, key, files, kept.lao, kept.program):
                    taken.add(slug)
        Costs(cache.folder).note({slug: cost for slug, cost in Costs(Path(name)).seconds.items() if slug in taken})
    return taken


def _stays_within(kept: Kept) -> bool:
    """Tell whether an entry names files of its own LAO only, and former pages that are in the site."""
    files = {name for file in kept.files for name in (file.path, file.page) if name}
    moved: Iterable[str] = ()
    if kept.lao:
        files.update(path for entries in kept.lao.outputs.values() for path in entries)
        moved = kept.lao.moved
        if kept.lao.summary.slug != kept.unit:
            return False
    return all(name.startswith(f"{kept.unit}/") for name in files) and all(map(_is_plain, (*files, *moved)))


def _is_plain(path: str) -> bool:
    return not _OUTWARD.search(path)


def _choose(known: Mapping[str, _Known], slugs: Iterable[str]) -> dict[str, _Known]:
    return {slug: known[slug] for slug in slugs if slug in known}


def _list_placed(content: Path) -> Iterator[Path]:
    """Yield what people placed among the pages, which the pages may name."""
    records = (read_record(content, unit) for unit in ("", *list_units(content)))
    ours = {path for record in records if record for entries in record.outputs.values() for path in entries}
    for path in content.rglob("*"):
        is_ours = path.relative_to(content).as_posix() in ours or path.name == NAME or is_generated(path)
        if path.is_file() and not is_ours:
            yield path


def _pack(root: Path, paths: Iterable[Path], more: Mapping[str, bytes] | None = None) -> bytes:
    data = io.BytesIO()
    _pack_into(data, root, paths, more)
    return data.getvalue()


def _pack_into(target: IO[bytes], root: Path, paths: Iterable[Path], more: Mapping[str, bytes] | None = None) -> None:
    with tarfile.open(fileobj=target, mode="w:gz", compresslevel=1, dereference=True) as archive:
        for path in paths:
            archive.add(path, path.relative_to(root).as_posix(), recursive=False)
        for name, text in (more or {}).items():
            info = tarfile.TarInfo(name)
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text))


def _unpack(source: IO[bytes], root: Path) -> None:
    """Write what is in an archive below a folder.

    Raises:
        OSError: It cannot be read or written, is not whole, or holds what we never pack.
    """
    most = _MOST_TIMES * source.seek(0, os.SEEK_END)
    source.seek(0)
    try:
        with gzip.open(source) as data, tarfile.open(fileobj=data, mode="r:") as archive:
            archive.extractall(root, _list_plain(archive, most), filter="data")
            while data.read(_CHUNK):  # the sum by which damage is noticed is at the end
                pass
    # tarfile stumbles over hostile names, numbers and dates in many ways
    except (tarfile.TarError, zlib.error, EOFError, ArithmeticError, RuntimeError, ValueError) as error:
        raise OSError(str(error)) from error


def _list_plain(archive: tarfile.TarFile, most: int) -> Iterator[tarfile.TarInfo]:
    """Yield what is in an archive, as long as that is files and folders that may have come of packing."""
    for member in archive:
        most -= member.size + tarfile.BLOCKSIZE
        if most < 0 or len(member.name) > _LONGEST or not (member.isfile() or member.isdir()):
            raise tarfile.ExtractError(member.name)
        yield member
