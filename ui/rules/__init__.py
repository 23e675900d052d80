"""The page that everybody reads: how we keep this drive."""
