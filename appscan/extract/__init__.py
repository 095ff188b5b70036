"""Inputs → facts, one file per source. Evidence is quoted here, when it is read."""
