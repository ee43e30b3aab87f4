SPARE = "bigscience/bloom-560m"
