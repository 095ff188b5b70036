"""The worker process of one app: bounded memory, one answer through a pipe."""

import contextlib
import ctypes
import resource
import signal
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from appscan.catalogue.model import Catalogue
from appscan.errors import AppscanError, LimitError, printable
from appscan.report.build import failed
from appscan.report.model import AppReport, Failure, InputRow
from appscan.scan import Options, scan

MIB = 1 << 20
DEFECT = 70
PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that a process gets when its parent dies."""


def run(
    pipe: Connection, others: Sequence[Connection], path: Path, catalogue: Catalogue, options: Options, memory: int
) -> None:
    """Scan one app and send its report (msgpack). `memory`: address space in MiB, 0 for no limit.

    `others`: the parent's ends of other workers' pipes, which a fork inherits. Kept open they would let a worker wait
    for ever on a parent that died.
    """
    for other in others:
        other.close()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if memory and sys.platform == "linux":
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (memory * MIB, memory * MIB))
    report = guarded(path, catalogue, options, memory)
    pipe.send_bytes(msgspec.msgpack.encode(report))
    pipe.close()


def guarded(path: Path, catalogue: Catalogue, options: Options, memory: int) -> AppReport:
    """A report in any case: an unreadable input and a defect become a `Failure`."""
    try:
        return scan(path, catalogue, options)
    except AppscanError as error:
        return failed(str(path), error, options.lang)
    except MemoryError:
        limit = LimitError(
            f"{path}: needs more than {memory} MiB of memory (--memory-mb)",
            f"{path}：所需内存超过 {memory} MiB（--memory-mb）",
        )
        return failed(str(path), limit, options.lang)
    except Exception as error:  # noqa: BLE001 - one app's defect must not lose the batch; it gives exit code 70
        return defect(str(path), error)


def defect(path: str, error: Exception) -> AppReport:
    """The report of an app on which appscan itself broke."""
    message = printable(f"a defect of appscan: {type(error).__name__}: {error}")
    return AppReport(input=InputRow(path=printable(path)), failure=Failure(code=DEFECT, message=message))
