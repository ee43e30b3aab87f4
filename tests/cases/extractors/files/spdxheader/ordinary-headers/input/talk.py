"""Surveillance cameras are listed here."""
