"""`checklists/` as one value: read, checked, compiled, kept."""
