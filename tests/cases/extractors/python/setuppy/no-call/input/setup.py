"""Sets nothing up."""

def setup_logging():
    return None
