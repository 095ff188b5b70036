"""appscan: a privacy audit scanner for Android apps under Chinese rules."""

__version__ = "0.1.0"
