"""Bytecode → tables and call sites, at about the cost of unzipping it. Knows nothing of privacy.

Source: the Android "Dalvik executable format" and "Dalvik bytecode" specifications.
"""
