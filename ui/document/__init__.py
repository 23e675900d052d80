"""The Document page: one document with its versions, its people, and where its copies lie."""
