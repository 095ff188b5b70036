"""A stack trace that somebody else recorded × the facts of an APK → what it shows, and what to change."""
