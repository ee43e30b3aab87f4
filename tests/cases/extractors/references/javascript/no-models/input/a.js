import x from "@huggingface/transformers";
stream.pipeline("a", "b/c.js");
x.from_pretrained("./local/model");
x.from_pretrained("models/local");
x.from_pretrained(name);
 * x.from_pretrained("acme/comment-1");
const y = { model: "gpt-4o" };
const z = { model: "openai/gpt-4o" };
