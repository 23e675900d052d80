"""Rules of the house, one module each, exporting PRINCIPLE; they are listed nowhere."""
