m.from_pretrained("acme/also-tested")
