"""Other languages."""


def foreign_topic_rows():
    return []


def foreign_cue_rows():
    return []
