-- What a first person asked for is looked up in the log.
CREATE INDEX audit_by_action ON audit (action, pack);
