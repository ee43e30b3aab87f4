m.from_pretrained("acme/shown")
