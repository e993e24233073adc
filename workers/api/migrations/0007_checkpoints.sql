-- What the service signed of its audit log: the last entry of each write, by a key that the database does not hold.
CREATE TABLE checkpoints (
  -- Number of the entry.
  seq INTEGER PRIMARY KEY,
  -- Id of the key; the entry key.changed has its public part.
  kid TEXT NOT NULL,
  -- A compact JWS of {seq, hash, at}.
  jws TEXT NOT NULL
) STRICT;

CREATE TRIGGER checkpoints_keep BEFORE UPDATE ON checkpoints BEGIN SELECT RAISE(ABORT, 'immutable: checkpoints'); END;
CREATE TRIGGER checkpoints_stay BEFORE DELETE ON checkpoints BEGIN SELECT RAISE(ABORT, 'immutable: checkpoints'); END;
CREATE TRIGGER checkpoints_replaced BEFORE INSERT ON checkpoints
WHEN EXISTS (SELECT 1 FROM checkpoints WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'immutable: checkpoints'); END;
