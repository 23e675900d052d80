"""What a team does together: forms that several fill in, requests repeated, meetings looked at."""
