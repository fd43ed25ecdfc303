"""The provinces of Thailand."""

from __future__ import annotations

from pathlib import Path

import yaml

PROVINCES: tuple[str, ...] = tuple(yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")))
# What people call some of them: no near spelling leads from these to the name.
SHORT_NAMES = {"กทม": "กรุงเทพมหานคร", "โคราช": "นครราชสีมา", "แปดริ้ว": "ฉะเชิงเทรา", "เมืองคอน": "นครศรีธรรมราช"}
