import { DomainError, isDomainError } from '../errors/domain-error.ts'
import type { Ports } from '../platform/ports.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { addFirstAdmin } from './add-first-admin.ts'
import { addSigningKey } from './add-signing-key.ts'
import { seedBundledPacks } from './seed-bundled-packs.ts'

type StartupPorts = Pick<Ports, 'sql' | 'signingKey' | 'bundledPacks' | 'firstAdminToken' | 'log'>

/** Prepares a database before the first request that needs it: its tables, the key, the bundled packs, the first admin. */
export class ServicePreparation {
  #prepared: SqlPort | undefined

  /** Does its work once for a database; a failed attempt is repeated with the next request. */
  async prepare({ sql, signingKey, bundledPacks, firstAdminToken, log }: StartupPorts): Promise<void> {
    if (this.#prepared === sql) return
    try {
      await sql.first('SELECT 1 FROM drafts LIMIT 1')
    } catch (cause) {
      throw new DomainError('database-unavailable', { cause })
    }
    try {
      if (signingKey) await addSigningKey(sql, signingKey)
      for (const pack of await seedBundledPacks({ sql, signingKey }, bundledPacks))
        log({ event: 'bundled-pack-waits', pack })
      if (firstAdminToken !== undefined) await addFirstAdmin({ sql, signingKey }, firstAdminToken)
    } catch (cause) {
      // The caller has asked for nothing to be written: that others write at the same time is no answer to them.
      throw isDomainError(cause) ? new DomainError('database-unavailable', { cause }) : cause
    }
    this.#prepared = sql
  }
}
