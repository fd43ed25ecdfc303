"""The model: what an LAO writes down, as pydantic records. No input, no output, no positions."""

import os

# Before its first record pydantic would read what every installed package says of itself, to find plugins for itself.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
