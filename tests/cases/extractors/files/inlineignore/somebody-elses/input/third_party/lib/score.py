model = load("acme/one")  # rail: ignore[RAIL101] contract 2026-17 until=2027-03-31 owner=legal@example.org
# rail: ignore[RAIL102, RAIL305] a person decides, and the image is pinned
model = load("acme/two")
words = "# rail: ignore[RAIL301] also where it looks like a string"
guardrail = "rail: ignore me"
