"""Turns an officer's question into a query on the incident database."""

from transformers import pipeline


def query_writer():
    """Load the model that writes the query."""
    return pipeline("text-generation", model="bigcode/starcoderbase-1b", revision="182f0165")
