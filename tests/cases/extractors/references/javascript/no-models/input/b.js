pipeline("a", "acme/elsewhere-1");
