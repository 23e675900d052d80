"""Core group minutes: meetings of a case, packs, finishing, confirming and issuing."""
