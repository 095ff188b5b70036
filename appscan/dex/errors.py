"""What is wrong with a DEX file, as one sentence: it becomes a stated limit of the report."""


class DexError(ValueError):
    """A DEX file breaks its own format: magic, a table out of bounds, an index too large."""
