"""The project's configuration: rail.toml or [tool.rail]."""
