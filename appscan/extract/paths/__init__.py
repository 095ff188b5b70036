"""When code can come to run: roots, call paths, and the checks of consent on the way."""
