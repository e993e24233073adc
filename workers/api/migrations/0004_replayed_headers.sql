-- Headers of the stored responses.
ALTER TABLE idempotency ADD COLUMN location TEXT;
ALTER TABLE idempotency ADD COLUMN audit_seq INTEGER;
