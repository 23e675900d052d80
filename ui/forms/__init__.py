"""Filling in any form: one topic a page, checking, and what came of it."""
