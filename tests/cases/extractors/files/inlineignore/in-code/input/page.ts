const one = await pipeline("fill-mask", "acme/one"); // rail: ignore[RAIL101] a demonstration
/* rail: ignore[RAIL305] pinned elsewhere */
