"""Expected failures, each with the exit code that the README publishes, said in both languages of the reports."""

from typing import ClassVar


def printable(text: str) -> str:
    """A text that can be written as UTF-8: bytes of a file name that are none are shown as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


class AppscanError(Exception):
    """A failure that is the input's or the user's, said in one sentence.

    `code` is the process exit code. `en` and `zh` are the sentence as shown; without `zh` the English one is shown.
    """

    code: ClassVar[int] = 2

    def __init__(self, en: str, zh: str = "") -> None:
        self.en = printable(en)
        self.zh = printable(zh or en)
        super().__init__(self.en)

    def __reduce__(self) -> tuple[type["AppscanError"], tuple[str, str]]:
        """Both sentences survive the way back from a worker process."""
        return type(self), (self.en, self.zh)


class UsageError(AppscanError):
    """The call or the configuration is wrong."""

    code = 2


class ChecklistError(AppscanError):
    """A file of `checklists/` (or of the user's own folder) is wrong."""

    code = 2


class InputError(AppscanError):
    """An input cannot be read: not there, not an APK, broken, too large."""

    code = 3


class LimitError(InputError):
    """An input goes beyond a bound that keeps time or memory sane."""
