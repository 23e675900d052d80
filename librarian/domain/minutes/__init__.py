"""Core group minutes: what is carried from meeting to meeting, dates, gentle checks, the guide."""
