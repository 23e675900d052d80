"""Looking after a drive: how one begins, who does, and the first forms to confirm."""
