"""Checks of the words by which an app's type is guessed: each is one type's, and can be found at all."""

import re
from collections.abc import Iterator

from appscan.catalogue.compile import Fault, Tables

NAME_PART = re.compile("[a-z]{2,}")


def app_type_faults(tables: Tables) -> Iterator[Fault]:
    """Every fault of these words: where it stands, and what is wrong."""
    owners: dict[tuple[str, str], str] = {}
    for app_type, source in tables["app-types"].values():
        for key in ("labels", "packages", "sdk_categories") if app_type.words else ():
            for word in getattr(app_type.words, key):
                if word != word.strip().casefold() or not word:
                    yield source, ("words", key), f"`{word}` is not in lower case, or has blanks around it"
                if key == "packages" and not NAME_PART.fullmatch(word):
                    yield source, ("words", key), f"`{word}` is no word of letters a to z"
                owner = owners.setdefault((key, word), app_type.id)
                if owner != app_type.id:
                    yield source, ("words", key), f"`{word}` is a word of {owner} as well, so that it tells nothing"
