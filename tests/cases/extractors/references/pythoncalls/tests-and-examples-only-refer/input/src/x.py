m.from_pretrained("acme/used")
