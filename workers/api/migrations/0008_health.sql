-- What the health check writes and removes, to know that the database takes writes.
CREATE TABLE health (at TEXT NOT NULL, filler BLOB NOT NULL) STRICT;
