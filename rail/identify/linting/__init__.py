"""Checks over licence texts and cards that others wrote: one file each in `checks/`, found by themselves."""

from rail.identify.linting.run import lint
from rail.identify.linting.subject import Subject

__all__ = ["Subject", "lint"]
