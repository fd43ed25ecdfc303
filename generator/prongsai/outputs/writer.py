"""Writing the pages: only what changed, each file whole or not at all, and nothing stale left behind."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from generator.exceptions import HandWrittenPageError, OutputError
from generator.load.files import PICTURE_FORMATS, PICTURES
from generator.pages.page import GENERATED_BY, GENERATED_KEY, Page
from generator.thai.system_errors import describe_os_error

SCHEMAS = "schemas"  # the site's folder of JSON Schemas; no page and no LAO may have this name
_MARK = f'---\n{GENERATED_KEY}: "{GENERATED_BY}"\n'.encode()


@dataclass(frozen=True)
class Written:
    """What a run changed in the content folder, as paths relative to it."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


def write_pages(
    content: Path, pages: Iterable[Page], files: Mapping[str, Path | bytes], papers: Collection[str] = ()
) -> Written:
    """Bring the content folder up to date.

    Args:
        content: MkDocs' ``docs_dir``.
        pages: All generated pages of the site.
        files: Published files: path in the content folder → original, or the bytes of a file that we made.
        papers: Paths of PDF and Word files that belong to the pages; others beside pages are removed.

    Raises:
        HandWrittenPageError: A page written by hand stands where a generated one belongs; nothing was written.
        OutputError: A file cannot be written; every file is either old or new.
    """
    wanted: dict[str, bytes] = {page.path: page.render().encode() for page in pages}
    try:
        existing = {path: _read_if_there(content / path) for path in wanted}
        for path, old in existing.items():
            if old is not None and not old.startswith(_MARK):
                raise HandWrittenPageError(
                    f"มีหน้าที่เขียนด้วยมืออยู่แล้วที่ {content.name}/{path} จึงไม่เขียนทับ ย้ายหรือเปลี่ยนชื่อหน้านั้นก่อน"
                )
        for path in wanted:
            # ``x.md`` and ``x/index.md`` have one address; MkDocs would drop one of them without a word.
            twin = content / f"{path.removesuffix('/index.md')}.md"
            if path.endswith("/index.md") and twin.exists():
                raise HandWrittenPageError(f"หน้า {content.name}/{twin.name} มีที่อยู่ซ้ำกับ {path} ย้ายหรือเปลี่ยนชื่อหน้านั้นก่อน")
        copies = {
            path: original if isinstance(original, bytes) else read_publishable(original)
            for path, original in files.items()
        }
        existing |= {path: _read_if_there(content / path) for path in copies}
        wanted |= copies
        changed = [path for path, data in wanted.items() if data != existing[path]]
        for path in changed:
            write_whole(content / path, wanted[path])
        removed = _list_stale(content, {*wanted, *papers})
        for path in removed:
            _remove(content, path)
    except OSError as error:
        raise OutputError(f"เขียน {error.filename or content.name} ไม่ได้: {describe_os_error(error)}") from None
    return Written(tuple(changed), tuple(removed))


def is_generated(path: Path) -> bool:
    """Tell whether a page was written by this tool."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MARK)) == _MARK


def read_publishable(original: Path) -> bytes:
    """Return a file's bytes; a picture is turned upright and loses its metadata (place, camera, time)."""
    if original.suffix.lower() not in PICTURES:
        return original.read_bytes()
    with Image.open(original, formats=PICTURE_FORMATS) as picture:
        upright = ImageOps.exif_transpose(picture)
        # Transparency and colours are part of the picture; everything else tells where, when and with what it was made.
        upright.info = {name: value for name, value in upright.info.items() if name in {"transparency", "icc_profile"}}
        output = BytesIO()
        format_ = "JPEG" if picture.format == "MPO" else picture.format  # a phone's JPEG with a second picture in it
        upright.save(output, format_, **({} if format_ == "PNG" else {"quality": 90}))
        return output.getvalue()


def _read_if_there(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def write_whole(target: Path, data: bytes) -> None:
    """Write a file beside its place, then put it there in one step, so that there is never half a file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _list_stale(content: Path, wanted: Collection[str]) -> list[str]:
    """Return the generated pages, the files and papers beside them, and the schemas, that are no longer wanted."""
    others = [path for path in _list_names(content, "*.md") if path not in wanted]
    stale = [path for path in others if is_generated(content / path)]
    folders = {path.partition("/")[0] for path in (*wanted, *stale) if "/" in path}
    kinds = ("files/**/*", "**/*.pdf", "**/*.docx", "oit/*.csv")
    patterns = [f"{folder}/{names}" for folder in sorted(folders) for names in kinds]
    files = [path for pattern in patterns for path in _list_names(content, pattern)]
    files += _list_names(content, f"{SCHEMAS}/*.schema.json")
    return stale + [path for path in dict.fromkeys(files) if path not in wanted]


def _list_names(content: Path, pattern: str) -> list[str]:
    paths = content.rglob(pattern) if "/" not in pattern else content.glob(pattern)
    return sorted(path.relative_to(content).as_posix() for path in paths if path.is_file())


def _remove(content: Path, path: str) -> None:
    target = content / path
    target.unlink()
    for folder in target.relative_to(content).parents:
        if folder != Path() and not any((content / folder).iterdir()):
            (content / folder).rmdir()
