"""Whether people find what they look for: queries as typed, judged by the sample's own truth."""
