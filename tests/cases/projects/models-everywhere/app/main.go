package main

const weights = "https://huggingface.co/acme/go-57/resolve/main/model.bin"
