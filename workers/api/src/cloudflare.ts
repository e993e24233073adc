import { readRoles } from './access/caller.ts'
import type { Role } from './access/roles.ts'
import type { Ports, RatePort } from './env.ts'
import { d1 } from './storage/d1.ts'

/** Secrets, which wrangler.jsonc does not name because an installation can do without. */
interface Secrets {
  FIRST_ADMIN_TOKEN?: string
  /** JSON: e-mail address → roles. */
  PEOPLE_ROLES?: string
}

const settingsOf = new WeakMap<Env, Omit<Ports, 'email'>>()

/** The ports on Cloudflare. */
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
      anonymousRoles: readRoles(env.ANONYMOUS_ROLES),
      peopleRoles: readPeople(env.PEOPLE_ROLES ?? '{}'),
    },
    maxStreamRecords: Number(env.MAX_STREAM_RECORDS),
    firstAdminToken: env.FIRST_ADMIN_TOKEN,
    log: env.REQUEST_LOG === 'off' ? () => {} : (entry) => console.log(JSON.stringify(entry)),
    bundledPacks: env.BUNDLED_PACKS === 'follow' ? 'follow' : 'seed',
  }
}

function rate(binding: RateLimit): RatePort {
  return { allow: async (key) => (await binding.limit({ key })).success }
}

function readPeople(json: string): ReadonlyMap<string, ReadonlySet<Role>> {
  const people = Object.entries(JSON.parse(json) as Record<string, string[]>)
  return new Map(people.map(([email, roles]) => [email.toLowerCase(), readRoles(roles.join(','))]))
}
