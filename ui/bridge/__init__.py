"""Where other threads meet the window's own."""
