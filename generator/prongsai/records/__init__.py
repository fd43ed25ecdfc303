"""The model: what an LAO writes down, as pydantic records. No input, no output, no positions."""
