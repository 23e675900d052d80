"""Forms as data: questions, layouts, conditions, and who may take which answer."""
