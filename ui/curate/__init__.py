"""The page of whoever looks after the drive."""
