"""Why a file is not read, in Thai."""

from __future__ import annotations

from prongsai.exceptions import ProngsaiError


class UnreadableDocumentError(ProngsaiError):
    """Raised when a file cannot be read, or may not be; the message names it and says how to mend it."""

    def __init__(self, name: str, message: str, fix: str) -> None:
        """Keep the parts beside the sentence that they make."""
        super().__init__(f"{name}: {message} วิธีแก้: {fix}")
        self.name = name
        self.message = message
        self.fix = fix
