"""What every page is built of: colours, type, icons and small widgets."""
