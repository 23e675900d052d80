"""The page on which a service reads its referrals and answers them."""
