"""Radio traffic to text."""

from transformers import pipeline


def transcriber():
    """Load the speech model."""
    return pipeline(
        "automatic-speech-recognition",
        model="openai/whisper-small",
        revision="973afd24965f72e36ca33b3055d56a652f456b4d",
    )
