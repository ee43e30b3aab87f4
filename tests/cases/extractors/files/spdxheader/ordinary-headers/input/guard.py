"""Guardrail models: licensed under MIT, on rails."""
