"""What a user can name on the command line: a folder, an environment, an archive, a file, standard input, a purl."""
