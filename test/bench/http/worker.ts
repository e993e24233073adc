/**
 * The service as it is deployed, but for its database: workerd by itself has no D1, so the registry is a Durable
 * Object's SQLite, one call away, with the same migrations.
 */
import { DurableObject } from 'cloudflare:workers'
import { createApp } from '../../../workers/api/src/app.ts'
import type { Ports } from '../../../workers/api/src/platform/ports.ts'
import type { SqlPort, SqlValue, Statement } from '../../../workers/api/src/storage/sql-port.ts'
import { toSqlError } from '../../../workers/api/src/storage/sql-refusal.ts'
import { portsOn } from '../../support/ports-on.ts'

interface BenchEnv {
  REGISTRY: DurableObjectNamespace<Registry>
  MIGRATIONS: string
}

type Row = Record<string, SqlStorageValue>

export class Registry extends DurableObject<BenchEnv> {
  constructor(context: DurableObjectState, env: BenchEnv) {
    super(context, env)
    const { sql } = context.storage
    // After a pause the object is made again over the same storage.
    if (sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'versions'").toArray().length === 0) sql.exec(env.MIGRATIONS)
  }

  all(sql: string, params: readonly SqlValue[]): Row[] {
    return this.ctx.storage.sql.exec(sql, ...params).toArray()
  }

  batch(statements: readonly Statement[]): void {
    this.ctx.storage.transactionSync(() => {
      for (const { sql, params = [] } of statements) this.ctx.storage.sql.exec(sql, ...params).toArray()
    })
  }
}

function registryPort(namespace: BenchEnv['REGISTRY']): SqlPort {
  const id = namespace.idFromName('registry')
  // A stub belongs to the request in which it was made.
  const registry = () => namespace.get(id)
  const all = async <T>(sql: string, params: readonly SqlValue[] = []) =>
    (await registry().all(sql, params)) as unknown as T[]
  return {
    all,
    first: async <T>(sql: string, params?: readonly SqlValue[]) => (await all<T>(sql, params))[0],
    async batch(statements) {
      try {
        await registry().batch(statements)
      } catch (error) {
        throw toSqlError(error)
      }
    },
  }
}

let ports: Ports | undefined

function portsOf({ REGISTRY }: BenchEnv): Ports {
  const access = { anonymousRoles: new Set(['evaluator'] as const), peopleRoles: new Map() }
  return (ports ??= portsOn(registryPort(REGISTRY), { access, maxStreamRecords: 50_000 }))
}

export default createApp((c) => portsOf(c.env as BenchEnv))
