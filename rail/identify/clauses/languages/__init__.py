"""Other languages."""
def foreign_rows():
    return []
