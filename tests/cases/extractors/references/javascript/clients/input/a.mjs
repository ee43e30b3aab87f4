import { HfInference } from "@huggingface/inference";
import ollama from "ollama";
const cfg = {
  chat: process.env.CHAT || "acme/base-1",
};
await hf.textGeneration({ model: "acme/base-2", inputs: "x" });
await hf.textGeneration({ model: cfg.chat });
await ollama.chat({ model: "acme-chat:1b", messages: [] });
const p = await resolveModelFile("hf:acme/base-3/file.gguf");
