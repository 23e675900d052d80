"""Looks after the team's charter, and makes what goes with it."""
