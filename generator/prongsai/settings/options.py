"""The plugin's own settings; what ``mkdocs.yml`` leaves open, a variable of the environment may tell."""

from __future__ import annotations

import os

from mkdocs.config.base import BaseConfigOption, Config, ValidationError

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


class _Offline(BaseConfigOption[bool]):
    """The site is opened from a folder, without a server."""

    _variable = "OFFLINE"

    def run_validation(self, value: object) -> bool:
        text = str(os.environ.get(self._variable, "") if value is None else value).lower()
        if text not in _YES | _NO:
            raise ValidationError(f"ไม่รู้จัก “{text}” เขียน true หรือ false (ตัวแปร {self._variable} ด้วย)")
        return text in _YES


class ProngsaiConfig(Config):
    """Settings below ``prongsai`` in ``mkdocs.yml``; none is needed."""

    plans = _Plans()
    papers = _Papers()
    offline = _Offline()
