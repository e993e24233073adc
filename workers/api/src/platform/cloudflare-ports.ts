import { z } from 'zod'
import { readRoles } from '../access/identify-caller.ts'
import { nameOf } from '../access/actor-name.ts'
import { ROLES, type Role } from '../access/roles.ts'
import { readFirstAdminToken } from '../access/token-secret.ts'
import { ConfigurationError } from './configuration-error.ts'
import type { Ports, RatePort } from './ports.ts'
import { d1 } from '../storage/d1-port.ts'

/** Secrets, which wrangler.jsonc does not name because an installation can do without. */
interface Secrets {
  FIRST_ADMIN_TOKEN?: string
  /** JSON: e-mail address → roles. */
  PEOPLE_ROLES?: string
}

const settingsOf = new WeakMap<Env, Omit<Ports, 'email'>>()

/** The ports on Cloudflare. Throws `ConfigurationError` for a setting that cannot be used. */
export function cloudflarePorts(env: Env & Secrets, context: ExecutionContext): Ports {
  let ports = settingsOf.get(env)
  if (!ports) settingsOf.set(env, (ports = readEnv(env)))
  return { ...ports, email: async () => (await context.access?.getIdentity())?.email }
}

function readEnv(env: Env & Secrets): Omit<Ports, 'email'> {
  return {
    sql: d1(env.DB),
    calls: rate(env.CALLS),
    writes: rate(env.WRITES),
    access: {
      anonymousRoles: readRoles('ANONYMOUS_ROLES', env.ANONYMOUS_ROLES),
      peopleRoles: readPeople(env.PEOPLE_ROLES),
    },
    maxStreamRecords: readCount('MAX_STREAM_RECORDS', env.MAX_STREAM_RECORDS),
    firstAdminToken: env.FIRST_ADMIN_TOKEN === undefined ? undefined : readFirstAdminToken(env.FIRST_ADMIN_TOKEN),
    log: env.REQUEST_LOG === 'off' ? () => {} : (entry) => console.log(JSON.stringify(entry)),
    release: env.CF_VERSION_METADATA.id,
    bundledPacks: readMode(env.BUNDLED_PACKS),
  }
}

function rate(binding: RateLimit): RatePort {
  return { allow: async (key) => (await binding.limit({ key })).success }
}

const peopleSchema = z.record(z.string(), z.array(z.enum(ROLES)))

function readPeople(setting = '{}'): ReadonlyMap<string, ReadonlySet<Role>> {
  const people = peopleSchema.safeParse(parsed(setting))
  if (!people.success)
    throw new ConfigurationError(
      `PEOPLE_ROLES is not JSON such as {"wang@example.org":["editor"]}, with roles among ${ROLES.join(', ')}`,
    )
  return new Map(Object.entries(people.data).map(([email, roles]) => [nameOf(email), new Set(roles)]))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function readCount(setting: string, value: string): number {
  const count = Number(value)
  if (!Number.isSafeInteger(count) || count < 1) throw new ConfigurationError(`${setting} is not a number from 1 on`)
  return count
}

function readMode(value: string): Ports['bundledPacks'] {
  if (value !== 'seed' && value !== 'follow') throw new ConfigurationError('BUNDLED_PACKS is neither seed nor follow')
  return value
}
