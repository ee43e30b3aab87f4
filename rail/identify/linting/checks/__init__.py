"""The checks: adding a file here adds a check. Each code has its cases in `tests/cases/lint/<code>/`."""
