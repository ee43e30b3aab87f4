"""What the words of an evidence mean: one method per file, cheapest first."""
