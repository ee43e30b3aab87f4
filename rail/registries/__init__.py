"""Registries, one file each: a package URL to what is said there of its licence, over the network."""
