"""A policy's text → blocks → sentences → clauses, statements, third parties. Knows nothing of APKs, opens no files."""
