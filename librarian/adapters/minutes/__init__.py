"""Minutes and the world outside: bank holidays, calendars, packs in Word, kept meetings."""
