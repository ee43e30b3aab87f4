"""Patrol planning: ranks the blocks of a city by expected incidents of the coming shift."""
