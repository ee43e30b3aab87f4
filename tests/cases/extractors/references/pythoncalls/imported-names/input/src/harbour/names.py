from harbour import watch

PIER = "bigcode/starcoder"
BOATS = {"large": "tiiuae/falcon-180B", "small": "google/gemma-7b"}
ITSELF = watch.ITSELF
