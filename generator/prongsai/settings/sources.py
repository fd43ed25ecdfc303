"""Other sites whose LAOs a site shows: files, or addresses of which a copy was fetched."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from prongsai.exceptions import ProngsaiError
from prongsai.settings.site_address import find_address_refusal
from prongsai.thai.system_errors import describe_os_error

FOLDER = "sources"  # beside mkdocs.yml; holds the copies
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Tell whether a source is an address, not a file."""
    return _ADDRESS.match(source) is not None


def find_source_fault(source: object) -> str | None:
    """Return what is wrong with a source, in Thai; None where nothing is."""
    if not isinstance(source, str) or not source.strip():
        return f"“{source}” ไม่ใช่ไฟล์หรือที่อยู่ เขียนเช่น https://www.example.go.th/data/exchange.json"
    refusal = find_address_refusal(source) if is_address(source) else None
    return refusal.message.replace("ของเว็บไซต์", "ใน sources") if refusal else None


def find_copy(home: Path, source: str) -> Path:
    """Return the file of a source: itself, or the copy of an address, whose name tells the site.

    Args:
        home: The folder of ``mkdocs.yml``.
        source: The source as it is written there.
    """
    if not is_address(source):
        return home / source
    host = re.sub(r"[^a-z0-9.-]", "-", (urlsplit(source).hostname or "").lower())
    return home / FOLDER / f"{host}-{hashlib.sha256(source.encode()).hexdigest()[:8]}.json"


def read_sources(settings_file: Path) -> list[str]:
    """Return the sources that ``mkdocs.yml`` names, for a command that runs without MkDocs.

    Raises:
        ProngsaiError: The file cannot be read, or a source is none.
    """
    loader = get_yaml_loader()
    loader.add_constructor("!relative", lambda *_: None)
    try:
        with settings_file.open("rb") as file:
            settings = yaml_load(file, loader)
    except OSError as error:
        raise ProngsaiError(f"อ่าน {settings_file} ไม่ได้: {describe_os_error(error)}") from None
    except ConfigurationError:
        raise ProngsaiError(f"{settings_file} ไม่ใช่ YAML ที่ถูกต้อง ตรวจด้วย mkdocs build") from None
    sources = _find_option(settings.get("plugins"))
    faults = [fault for source in sources if (fault := find_source_fault(source))]
    if faults:
        raise ProngsaiError(f"{settings_file} sources: {' · '.join(faults)}")
    return [str(source) for source in sources]


def _find_option(plugins: Any) -> list[Any]:
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get("prongsai") if isinstance(entry, dict) else None
        if isinstance(options, dict):
            found = options.get("sources") or []
            return found if isinstance(found, list) else [found]
    return []
