"""Dates as people write them into settings and comments."""

import datetime as dt


def is_date(text: str) -> bool:
    """Tell whether a text is a date of the form YYYY-MM-DD."""
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
