docker run vllm/vllm-openai `
  --model acme/powershell-38
