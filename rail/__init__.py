"""rail: use restrictions of AI licences, found in a dependency tree and held against a declared use."""

__version__ = "0.1.0"
