"""One file per output format; a writer sees the report and nothing else."""
