"""From resolutions and declared uses to verdicts and findings."""
