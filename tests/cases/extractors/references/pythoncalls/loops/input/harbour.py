from transformers import AutoModel, pipeline

PLAIN = ["acme/plain-1", "acme/plain-2"]
PAIRS = [("acme/pair-1", 1), ("acme/pair-2", 2)]
RECORDS = [{"id": "acme/record-1", "home": "acme/never"}, {"id": "acme/record-2"}]
TABLE = {"small": "acme/table-1", "big": "acme/table-2"}
SIZES = {"acme/key-1": 3, "acme/key-2": 4}
NESTED = {"a": {"name": "acme/nested-1"}, "b": {"name": "acme/nested-2"}}
EVERY = [*PLAIN, "acme/every-1"]

for index, plain in enumerate(PLAIN):
    AutoModel.from_pretrained(plain)
for pair, size in PAIRS:
    AutoModel.from_pretrained(pair)
for record in RECORDS:
    AutoModel.from_pretrained(record["id"])
for label in TABLE:
    AutoModel.from_pretrained(TABLE[label])
for held in TABLE.values():
    AutoModel.from_pretrained(held)
for key in SIZES.keys():
    AutoModel.from_pretrained(key)
for _, each in NESTED.items():
    AutoModel.from_pretrained(each["name"])
for summed in PLAIN + ["acme/summed-1"]:
    AutoModel.from_pretrained(summed)
for first, second in zip(PLAIN, ["acme/zipped-1"]):
    AutoModel.from_pretrained(second)
models = [AutoModel.from_pretrained(name) for name in sorted(EVERY)]
AutoModel.from_pretrained(PLAIN[1])
one, other = ("acme/one", "acme/other")
AutoModel.from_pretrained(other)


def run(names=("acme/default-1", "acme/default-2")):
    for name in names:
        pipeline("summarization", model=name)
