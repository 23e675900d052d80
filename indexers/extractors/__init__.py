"""One module per file format, each exporting EXTRACTOR; none knows another."""
