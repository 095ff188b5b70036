"""Stacks × facts × knowledge → the whole answer."""

from collections.abc import Iterable

from appscan import __version__
from appscan.facts import Facts, SdkHit
from appscan.knowledge import Knowledge
from appscan.scene import Scene
from appscan.sdks import find_sdks
from appscan.stack.advice import advice, begins, notes, switches, way
from appscan.stack.match import calls_of, row_of
from appscan.stack.model import SCHEMA_VERSION, Match, StackRow
from appscan.stack.read import Stack


def match(stacks: Iterable[Stack], facts: Facts, knowledge: Knowledge, lang: str) -> Match:
    """What the stacks show about the app. `lang`: the language of names and sentences, zh or en."""
    hits = {each.id: each for each in find_sdks(facts, knowledge.sdks) or ()}
    view = Scene(facts, knowledge)
    rows = tuple(_row(each, view, hits, lang) for each in stacks)
    frames = [frame for row in rows for frame in row.frames]
    return Match(
        schema_version=SCHEMA_VERSION,
        language=lang,
        tool=f"appscan {__version__}",
        apk=facts.input.path,
        sha256=facts.input.sha256,
        package=facts.app.package if facts.app else "",
        matched=sum(row.matched for row in rows),
        stacks=rows,
        notes=tuple(notes(frames, facts.gaps("code"), lang)),
    )


def _row(stack: Stack, view: Scene, hits: dict[str, SdkHit], lang: str) -> StackRow:
    frames = tuple(row_of(each, view, hits, lang) for each in stack.frames)
    matched = sum(each.status == "apk" for each in frames)
    calls = calls_of(stack, view, lang)
    begin = begins(frames, calls, view, lang)
    steps = way(frames, calls)
    known = switches(list(dict.fromkeys(each.sdk for each in steps if each.sdk)), view)
    return StackRow(
        title=stack.title,
        matched=matched,
        frames=frames,
        calls=calls,
        begins=begin,
        switches=known,
        advice=tuple(advice(begin, steps, known, view, lang)) if matched else (),
    )
