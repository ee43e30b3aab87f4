"""Ranks city blocks by expected incidents."""

from transformers import AutoModelForSequenceClassification, AutoTokenizer

RISK_MODEL = "bigscience/bloom-560m"


def load_risk_model(name: str = RISK_MODEL):
    """Load the model that scores a block from its recent reports."""
    return AutoTokenizer.from_pretrained(name), AutoModelForSequenceClassification.from_pretrained(name)
