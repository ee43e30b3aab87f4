"""The licence catalogue: data under licenses/, compiled, indexed and checked."""
