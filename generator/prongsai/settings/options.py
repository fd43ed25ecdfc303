"""The plugin's own settings; what ``mkdocs.yml`` leaves open, a variable of the environment may tell."""

from __future__ import annotations

import os
import re

from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from prongsai.settings.cards import Cards
from prongsai.settings.licences import LICENCES
from prongsai.settings.sources import find_source_fault
from prongsai.settings.synonyms import find_synonym_fault

_YES, _NO = frozenset({"true", "yes", "on", "1"}), frozenset({"false", "no", "off", "0", ""})


class _Plans(BaseConfigOption[str]):
    """The folder of plans, relative to ``mkdocs.yml``."""

    def run_validation(self, value: object) -> str:
        if value is None:
            return "plans"
        if not isinstance(value, str) or not value.strip():
            raise ValidationError(f"“{value}” ไม่ใช่ชื่อโฟลเดอร์ เขียนเช่น plans: plans")
        return value


class _Papers(BaseConfigOption[str]):
    """When PDF and Word files are made: by ``mkdocs build``, while previewing too, or not at all."""

    _variable = "PRONGSAI_PAPERS"
    _choices = ("build", "always", "never")

    def run_validation(self, value: object) -> str:
        chosen = value if value is not None else os.environ.get(self._variable) or self._choices[0]
        if chosen not in self._choices:
            raise ValidationError(f"ไม่รู้จัก “{chosen}” เขียน build, always หรือ never (ตัวแปร {self._variable} ด้วย)")
        return str(chosen)


class _Cards(BaseConfigOption[Cards]):
    """Which pages have a picture of their own for link previews."""

    _variable = "PRONGSAI_CARDS"

    def run_validation(self, value: object) -> Cards:
        chosen = value if value is not None else os.environ.get(self._variable) or Cards.ALL
        try:
            return Cards(str(chosen))
        except ValueError:
            raise ValidationError(
                f"ไม่รู้จัก “{chosen}” เขียน all, reports หรือ never (ตัวแปร {self._variable} ด้วย)"
            ) from None


class _Offline(BaseConfigOption[bool]):
    """The site is opened from a folder, without a server."""

    _variable = "OFFLINE"

    def run_validation(self, value: object) -> bool:
        text = str(os.environ.get(self._variable, "") if value is None else value).lower()
        if text not in _YES | _NO:
            raise ValidationError(f"ไม่รู้จัก “{text}” เขียน true หรือ false (ตัวแปร {self._variable} ด้วย)")
        return text in _YES


class _Jobs(BaseConfigOption[int]):
    """Number of processes that build LAOs side by side; that of the cores by default."""

    _variable = "PRONGSAI_JOBS"

    def run_validation(self, value: object) -> int:
        text = str(os.environ.get(self._variable) or os.cpu_count() or 1) if value is None else str(value)
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 256):
            raise ValidationError(f"“{text}” ไม่ใช่จำนวน 1 ถึง 256 (ตัวแปร {self._variable} ด้วย)")
        return int(text)


class _Cluster(BaseConfigOption[str]):
    """Address of a Dask cluster that builds LAOs; none where it is empty."""

    _variable = "PRONGSAI_CLUSTER"
    _address = re.compile(r"(?:tcp|tls)://[A-Za-z0-9.\-\[\]:]+:[0-9]{1,5}")

    def run_validation(self, value: object) -> str:
        text = str(os.environ.get(self._variable, "") if value is None else value).strip()
        if text and not self._address.fullmatch(text):
            raise ValidationError(
                f"“{text}” ไม่ใช่ที่อยู่ของคลัสเตอร์ เขียนเช่น tcp://10.0.0.5:8786 (ตัวแปร {self._variable} ด้วย)"
            )
        return text


class _Cache(BaseConfigOption[bool]):
    """LAOs that nothing changed of are kept as they were built, in ``.cache/prongsai`` beside ``mkdocs.yml``."""

    _variable = "PRONGSAI_CACHE"

    def run_validation(self, value: object) -> bool:
        text = str(os.environ.get(self._variable, "true") if value is None else value).lower()
        if text not in _YES | _NO:
            raise ValidationError(f"ไม่รู้จัก “{text}” เขียน true หรือ false (ตัวแปร {self._variable} ด้วย)")
        return text in _YES


class _Licence(BaseConfigOption[str]):
    """The licence under which the data may be used; empty where nobody told."""

    def run_validation(self, value: object) -> str:
        if value is None or value == "":
            return ""
        if not isinstance(value, str) or value not in LICENCES:
            raise ValidationError(f"ไม่รู้จักสัญญาอนุญาต “{value}” เลือกจาก {', '.join(LICENCES)}")
        return value


class _Parquet(BaseConfigOption[bool]):
    """The data of the whole site are published as Parquet too."""

    def run_validation(self, value: object) -> bool:
        if value is not None and not isinstance(value, bool):
            raise ValidationError(f"ไม่รู้จัก “{value}” เขียน true หรือ false")
        return bool(value)


class _Sources(BaseConfigOption[list[str]]):
    """Exchange files of other sites: files, or addresses of which a copy was fetched."""

    def run_validation(self, value: object) -> list[str]:
        sources = [] if value is None else value
        if not isinstance(sources, list):
            raise ValidationError("เขียนเป็นรายการ ขึ้นต้นแต่ละบรรทัดด้วยขีด -")
        faults = [fault for source in sources if (fault := find_source_fault(source))]
        if faults:
            raise ValidationError(" · ".join(faults))
        return [str(source) for source in sources]


class _Synonyms(BaseConfigOption[list[list[str]]]):
    """Words that the search takes for one another, besides ours."""

    def run_validation(self, value: object) -> list[list[str]]:
        groups = [] if value is None else value
        if not isinstance(groups, list):
            raise ValidationError("เขียนเป็นรายการ บรรทัดละกลุ่ม เช่น - [รถขยะ, รถเก็บขยะมูลฝอย]")
        faults = [fault for group in groups if (fault := find_synonym_fault(group))]
        if faults:
            raise ValidationError(" · ".join(faults))
        return groups


class ProngsaiConfig(Config):
    """Settings below ``prongsai`` in ``mkdocs.yml``; none is needed."""

    plans = _Plans()
    papers = _Papers()
    cards = _Cards()
    cache = _Cache()
    jobs = _Jobs()
    cluster = _Cluster()
    offline = _Offline()
    licence = _Licence()
    parquet = _Parquet()
    sources = _Sources()
    synonyms = _Synonyms()
