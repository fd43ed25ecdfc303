"""The provinces of Thailand."""

from __future__ import annotations

from pathlib import Path

from prongsai.records.packaged import load_packaged

# Name → ASCII word for addresses.
PROVINCE_SLUGS: dict[str, str] = load_packaged(Path(__file__).with_suffix(".yml"))
PROVINCES: tuple[str, ...] = tuple(PROVINCE_SLUGS)
# What people call some of them: no near spelling leads from these to the name.
SHORT_NAMES = {"กทม": "กรุงเทพมหานคร", "โคราช": "นครราชสีมา", "แปดริ้ว": "ฉะเชิงเทรา", "เมืองคอน": "นครศรีธรรมราช"}
