import type { SqlPort } from '../storage/sql-port.ts'
import { findLatestCheckpoint, type SignedCheckpoint } from './checkpoints.ts'

/** A place for checkpoints that those who can write the database cannot write to. */
export interface CheckpointPlace {
  /** Its address. */
  readonly name: string
  /** Whether nothing more is written while it does not have the last checkpoint. */
  readonly isRequired: boolean
  /** Whether the place has taken it. */
  take(checkpoint: SignedCheckpoint): Promise<boolean>
}

/** Sends the last checkpoint to a place that does not have it yet; whether the place has it now. */
export async function sendCheckpoint(sql: SqlPort, place: CheckpointPlace): Promise<boolean> {
  const latest = await findLatestCheckpoint(sql)
  if (!latest) return true
  const sent = await sql.first<{ seq: number }>('SELECT seq FROM sent_checkpoints WHERE place = ?1', [place.name])
  if (sent && sent.seq >= latest.seq) return true
  if (!(await place.take(latest))) return false
  await sql.batch([
    {
      // Of two that are sent at once, the later one may arrive first.
      sql: `INSERT INTO sent_checkpoints (place, seq, at) VALUES (?1, ?2, ?3)
            ON CONFLICT (place) DO UPDATE SET seq = ?2, at = ?3 WHERE seq < ?2`,
      params: [place.name, latest.seq, new Date().toISOString()],
    },
  ])
  return true
}
