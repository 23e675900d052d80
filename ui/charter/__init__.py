"""The team's charter: read it, ask whether to invite the team, take what goes with it."""
