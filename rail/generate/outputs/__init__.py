"""What goes along with a licence: for machines, for cards, and for those who pass it on."""
