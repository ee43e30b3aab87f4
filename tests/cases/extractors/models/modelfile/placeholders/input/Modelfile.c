FROM your-model
