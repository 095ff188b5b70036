"""Runs a batch: one process an app, bounded in number, time and memory; results come as they finish."""

import multiprocessing
import sys
import time
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

import msgspec

from appscan.catalogue.model import Catalogue
from appscan.errors import InputError, LimitError
from appscan.fleet import worker
from appscan.report.build import failed
from appscan.report.model import AppReport
from appscan.scan import Options


class Limits(NamedTuple):
    """Processes at once, seconds and MiB of address space an app; 0 means no limit."""

    jobs: int
    timeout: float = 300.0
    memory: int = 4096


class Running(NamedTuple):
    """A worker at work: the input's index, its process, and when it must be done (monotonic seconds)."""

    number: int
    process: BaseProcess
    deadline: float


def run(
    paths: Sequence[Path], catalogue: Catalogue, options: Options, limits: Limits
) -> Iterator[tuple[int, AppReport]]:
    """(index of the input, its report) for every input, in the order in which they finish."""
    # Forked workers share the catalogue and the imports; nothing here starts a thread before them.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    waiting = list(enumerate(paths))[::-1]
    running: dict[Connection, Running] = {}
    try:
        while waiting or running:
            while waiting and len(running) < limits.jobs:
                index, path = waiting.pop()
                receiver, sender = context.Pipe(duplex=False)
                process = context.Process(  # type: ignore[attr-defined]
                    target=worker.run,
                    args=(sender, [receiver, *running], path, catalogue, options, limits.memory),
                    daemon=True,
                )
                process.start()
                sender.close()
                deadline = time.monotonic() + limits.timeout if limits.timeout else float("inf")
                running[receiver] = Running(index, process, deadline)
            for receiver in _ready(running):
                job = running.pop(receiver)
                yield job.number, _collect(receiver, job, paths[job.number], options, limits)
    finally:
        for job in running.values():
            job.process.kill()


def _ready(running: dict[Connection, Running]) -> list[Connection]:
    """Pipes with an answer, or whose worker died or is out of time."""
    nearest = min(job.deadline for job in running.values())
    patience = max(0.0, nearest - time.monotonic())
    ready = [each for each in wait(list(running), None if patience == float("inf") else patience) if each in running]
    now = time.monotonic()
    late = [receiver for receiver, job in running.items() if job.deadline <= now and receiver not in ready]
    return [receiver for receiver in running if receiver in ready or receiver in late]


def _collect(receiver: Connection, job: Running, path: Path, options: Options, limits: Limits) -> AppReport:
    try:
        if receiver.poll():
            return msgspec.msgpack.decode(receiver.recv_bytes(), type=AppReport)
        job.process.kill()
        error = LimitError(
            f"{path}: not done within {limits.timeout:g} seconds (--timeout)",
            f"{path}：未能在 {limits.timeout:g} 秒内完成（--timeout）",
        )
    except EOFError:
        job.process.join()
        code = job.process.exitcode
        return failed(
            str(path),
            InputError(f"{path}: its worker process died ({code})", f"{path}：扫描进程异常退出（{code}）"),
            options.lang,
        )
    finally:
        receiver.close()
        job.process.join()
    return failed(str(path), error, options.lang)
