"""The only door to licence expressions."""
