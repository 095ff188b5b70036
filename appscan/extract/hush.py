"""androguard logs and prints as it goes: neither may reach our output."""

import contextlib
import io
from collections.abc import Iterator


@contextlib.contextmanager
def hushed() -> Iterator[None]:
    """Keep androguard quiet; what it would print is dropped, what it raises is not."""
    from loguru import logger  # noqa: PLC0415 - comes with androguard, as late

    logger.disable("androguard")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        yield
