"""Many apps: each in its own process, so that one never stops or spoils the rest."""
