"""The one LAO that a command is about."""

from __future__ import annotations

from pathlib import Path

from prongsai.exceptions import ProngsaiError
from prongsai.load.assemble import find_laos, load_lao
from prongsai.load.sources import LoadedDossier


def choose_lao(plans: Path, only: str | None) -> str:
    """Return the name of an LAO's folder: the one asked for, or the only one.

    Raises:
        ProngsaiError: There are several, or none.
    """
    names = find_laos(plans, only)
    if not names:
        raise ProngsaiError(f"ยังไม่มีหน่วยงานใน {plans.as_posix()}/ วิธีแก้: สร้างด้วย prongsai new lao")
    if len(names) > 1:
        raise ProngsaiError(
            f"มีหลายหน่วยงานใน {plans.as_posix()}/ วิธีแก้: ระบุด้วย --lao เช่น --lao {names[0]} (มี {', '.join(names)})"
        )
    return names[0]


def load_one_lao(plans: Path, only: str | None) -> LoadedDossier:
    """Read one LAO: the one asked for, or the only one.

    Raises:
        ProngsaiError: There are several, or none, or its ``lao.yml`` cannot be read.
    """
    loaded = load_lao(plans / choose_lao(plans, only), shown=plans.as_posix())
    if not isinstance(loaded, LoadedDossier):
        raise ProngsaiError(
            f"อ่าน {plans.as_posix()}/{loaded.slug}/lao.yml ไม่ได้ วิธีแก้: สั่ง prongsai check แล้วแก้ข้อผิดพลาดก่อน"
        )
    return loaded
