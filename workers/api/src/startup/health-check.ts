import type { SqlPort } from '../storage/sql-port.ts'

/** Milliseconds for which a write that succeeded is believed. */
const BELIEVED = 30_000
/** Bytes for which there has to be room. */
const ROOM = 16_384

/** Whether the database answers and takes writes. Anybody may ask, so it writes now and then only. */
export class HealthCheck {
  #believedUntil = 0

  /** Throws `SqlUnavailable` where it does not. */
  async check(sql: SqlPort, now = Date.now()): Promise<void> {
    await sql.first('SELECT seq FROM audit LIMIT 1')
    if (now < this.#believedUntil) return
    this.#believedUntil = 0
    await sql.batch([
      { sql: 'INSERT INTO health (at, filler) VALUES (?1, zeroblob(?2))', params: [new Date(now).toISOString(), ROOM] },
      { sql: 'DELETE FROM health' },
    ])
    this.#believedUntil = now + BELIEVED
  }
}
