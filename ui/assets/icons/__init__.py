"""Icons of the lucide set; each is drawn in the colour of the text around it."""
