"""What a team decides, as data and pure rules: today its vocabulary; the drive rules join it."""
