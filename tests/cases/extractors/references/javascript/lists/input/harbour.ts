import { AutoModel, pipeline } from "@huggingface/transformers";

const LIST = [
  "acme/list-1",
  'acme/list-2',
] as const;
const RECORDS: Record<string, { id: string; dim: number }> = {
  small: { id: "acme/record-1", dim: 3 },
  big: { id: "acme/record-2", dim: 4 },
};
const TABLE = { fast: "acme/table-1", good: "acme/table-2" };
const UNUSED = ["acme/never-1"];

for (const one of LIST) await pipeline("summarization", one);
await pipeline("summarization", RECORDS[size].id);
await pipeline("summarization", TABLE[choice]);
await Promise.all(LIST.map(async (name) => AutoModel.from_pretrained(name)));
for (const here of ["acme/here-1", "acme/here-2"]) await pipeline("summarization", here);
for (const held of Object.values(TABLE)) await pipeline("summarization", held);
