"""Failures of the tool itself; what is wrong in the data is a ``Problem``, never an exception."""


class ProngsaiError(Exception):
    """Raised when the tool cannot do its work; the message is Thai and meant for web staff."""


class PlansFolderError(ProngsaiError):
    """Raised when the folder of plans cannot be read."""


class HandWrittenPageError(ProngsaiError):
    """Raised when a generated page would overwrite a page that somebody wrote by hand."""


class EditError(ProngsaiError):
    """Raised when a record cannot be changed in its file; the file is as it was."""


class SheetError(ProngsaiError):
    """Raised when a workbook cannot be made or read as a whole."""


class UnknownRuleError(ProngsaiError):
    """Raised when a rule is asked for that does not exist."""


class OutputError(ProngsaiError):
    """Raised when a page cannot be written (no permission, disk full)."""


class TypesettingError(ProngsaiError):
    """Raised when a paper cannot be set as PDF."""


class UnknownPaperError(ProngsaiError):
    """Raised when a paper is asked for that does not exist."""


class PageSettingsError(ProngsaiError):
    """Raised when the front matter of a hand-written page asks for what there is not."""


class UnsafePageError(ProngsaiError):
    """Raised when a page would be published without the policy that protects its readers."""


class EnvironmentVariableError(ProngsaiError):
    """Raised when a variable of the environment tells what cannot be used."""


class PublishingError(ProngsaiError):
    """Raised when a built site cannot be put where readers find it."""
