-- What an answer said beside its body, for the caller who sends the same write again.
ALTER TABLE idempotency ADD COLUMN location TEXT;
ALTER TABLE idempotency ADD COLUMN audit_seq INTEGER;
