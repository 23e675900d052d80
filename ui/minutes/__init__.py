"""Core group minutes: in the meeting, afterwards, at the end, and the social worker's page."""
