"""Filling in forms: checking answers, and making what each service gets."""
