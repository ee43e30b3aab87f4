"""Extractors of this group; each file teaches one format."""
