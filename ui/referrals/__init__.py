"""The page of referrals that were sent, and what waits on whom."""
