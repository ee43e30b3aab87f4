"""Radio traffic to text."""

from transformers import pipeline


def transcriber():
    """Load the speech model."""
    return pipeline("automatic-speech-recognition", model="openai/whisper-small", revision="973afd24")
