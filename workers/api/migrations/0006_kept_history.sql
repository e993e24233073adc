-- INSERT OR REPLACE removes the row in its way, by key or by rowid, without firing the triggers against DELETE. Where a
-- row of history is in the way, it is refused here. audit_continues refuses it for the audit log.
CREATE TRIGGER files_replaced BEFORE INSERT ON files
WHEN EXISTS (SELECT 1 FROM files WHERE rowid = NEW.rowid OR (sha256 = NEW.sha256 AND text <> NEW.text))
BEGIN SELECT RAISE(ABORT, 'immutable: files'); END;
CREATE TRIGGER versions_replaced BEFORE INSERT ON versions
WHEN EXISTS (SELECT 1 FROM versions WHERE rowid = NEW.rowid OR (pack = NEW.pack AND version = NEW.version))
BEGIN SELECT RAISE(ABORT, 'immutable: versions'); END;
CREATE TRIGGER version_files_replaced BEFORE INSERT ON version_files
WHEN EXISTS (
  SELECT 1 FROM version_files
  WHERE rowid = NEW.rowid OR (pack = NEW.pack AND version = NEW.version AND path = NEW.path)
)
BEGIN SELECT RAISE(ABORT, 'immutable: versions'); END;
CREATE TRIGGER version_uses_replaced BEFORE INSERT ON version_uses
WHEN EXISTS (
  SELECT 1 FROM version_uses
  WHERE rowid = NEW.rowid OR (pack = NEW.pack AND version = NEW.version AND used_pack = NEW.used_pack)
)
BEGIN SELECT RAISE(ABORT, 'immutable: versions'); END;
CREATE TRIGGER publications_replaced BEFORE INSERT ON publications
WHEN EXISTS (SELECT 1 FROM publications WHERE rowid = NEW.rowid OR (pack = NEW.pack AND seq = NEW.seq))
BEGIN SELECT RAISE(ABORT, 'immutable: publications'); END;
