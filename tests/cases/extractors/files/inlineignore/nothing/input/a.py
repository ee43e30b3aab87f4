print("rail: ignored")
