print "x"
m.from_pretrained("acme/x")
