"""From readings to one resolution per component."""
