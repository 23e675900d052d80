"""The team's charter: its sections, its protected time, and its rules for being invited."""
