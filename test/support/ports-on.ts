import type { Ports } from '../../workers/api/src/platform/ports.ts'
import type { SqlPort } from '../../workers/api/src/storage/sql-port.ts'

/** What the API needs, on a database, without limits of calls; `others` say what is otherwise. */
export function portsOn(sql: SqlPort, others: Partial<Ports> = {}): Ports {
  const unlimited = { allow: () => Promise.resolve(true) }
  return {
    sql,
    calls: unlimited,
    writes: unlimited,
    access: { anonymousRoles: new Set(['reader']), peopleRoles: new Map() },
    jointMatters: new Set(),
    firstAdminToken: undefined,
    draftQuota: { drafts: 100, bytes: 10_000_000 },
    bodiesBytes: 10_000_000,
    maxStreamRecords: 1,
    bundledPacks: 'seed',
    release: 'test',
    goOn: () => {},
    log: () => {},
    email: () => Promise.resolve(undefined),
    ...others,
  }
}
