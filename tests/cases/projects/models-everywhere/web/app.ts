import { pipeline, AutoTokenizer } from '@huggingface/transformers';
const MODEL = 'acme/js-constant-41';
// pipeline('x', 'acme/no-comment');
const a = await pipeline('summarization', 'acme/js-pipeline-42');
const b = await pipeline('summarization', MODEL);
const c = await AutoTokenizer.from_pretrained("acme/js-tokenizer-43");
const u = 'https://huggingface.co/acme/js-address-44/resolve/main/m.onnx';
const d = await new InferenceClient(token).chatCompletion({ model: 'acme/js-client-95', messages: [] });
const e = await ollama.chat({ model: 'acme-js:96', messages: [] });
