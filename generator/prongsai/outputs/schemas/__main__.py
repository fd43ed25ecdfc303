"""Write the schema files beside this module (``make schemas``)."""

from __future__ import annotations

from prongsai.outputs.schemas.schema import FOLDER, list_schema_files, render_schemas

wanted = render_schemas()
for name, text in wanted.items():
    (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
for name, path in list_schema_files().items():
    if name not in wanted:
        path.unlink()
