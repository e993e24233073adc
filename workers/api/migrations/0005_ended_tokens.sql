-- A write by a token that is revoked or expired is refused in the transaction that writes, whenever its request began.
-- Every write extends the audit log, and names its token there.
CREATE TRIGGER audit_by_valid_token BEFORE INSERT ON audit
WHEN NEW.via LIKE 'token:%' AND NOT EXISTS (
  SELECT 1 FROM tokens
  WHERE id = substr(NEW.via, 7) AND revoked_at IS NULL
    AND (expires_at IS NULL OR expires_at > max(NEW.at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')))
)
BEGIN
  SELECT RAISE(ABORT, 'token-ended: the token of this write is revoked or expired');
END;
