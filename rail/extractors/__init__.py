"""One file per format: bytes in, components, edges, homes and evidence out. See `spi` for how to add one."""
