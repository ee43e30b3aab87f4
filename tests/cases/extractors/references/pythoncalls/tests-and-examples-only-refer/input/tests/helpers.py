m.from_pretrained("acme/tested")
