x = 1  # rail: ignore[RAIL101] holds
x = 2  # rail: ignore[RAIL101]
x = 3  # rail: ignore[] everything
x = 4  # rail: ignore[RAIL101] reason until=tomorrow
