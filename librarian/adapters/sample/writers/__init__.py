"""One module for each format the sample drive is written in; bytes out, nothing on disk."""
