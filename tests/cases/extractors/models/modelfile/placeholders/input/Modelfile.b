FROM /models/not-here.gguf
