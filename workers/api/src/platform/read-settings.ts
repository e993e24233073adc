import { parseSigningKey, type SigningKey } from '@tiaoli/signing'
import { z } from 'zod'
import { normalizeActorName } from '../access/actor-name.ts'
import { ROLES, type Role } from '../access/roles.ts'
import { JOINT_MATTERS, type JointMatter } from '../access/second-person.ts'
import type { TokenDigest } from '../access/token-secret.ts'
import { ConfigurationError } from './configuration-error.ts'
import type { Ports } from './ports.ts'

// Each throws `ConfigurationError` for a value that cannot be used.

/** Roles separated by commas: `reader,evaluator`. */
export function readRoles(setting: string, value: string): ReadonlySet<Role> {
  return readNames(setting, value, ROLES, 'an unknown role. Roles')
}

/** What takes two persons, separated by commas: `publications,tokens`. */
export function readJointMatters(setting: string, value: string): ReadonlySet<JointMatter> {
  return readNames(setting, value, JOINT_MATTERS, 'something unknown. It may contain')
}

function readNames<Name extends string>(setting: string, value: string, known: readonly Name[], otherwise: string) {
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return new Set(
    names.map((name) => {
      const found = known.find((one) => one === name)
      if (!found) throw new ConfigurationError(`${setting} contains ${otherwise}: ${known.join(', ')}`)
      return found
    }),
  )
}

const peopleSchema = z.record(z.string(), z.array(z.enum(ROLES)))

/** JSON: the roles of people by e-mail address. */
export function readPeopleRoles(setting: string, value = '{}'): ReadonlyMap<string, ReadonlySet<Role>> {
  const people = peopleSchema.safeParse(parseJson(value))
  if (!people.success)
    throw new ConfigurationError(
      `${setting} must be JSON such as {"wang@example.org":["editor"]}. Roles: ${ROLES.join(', ')}`,
    )
  return new Map(Object.entries(people.data).map(([email, roles]) => [normalizeActorName(email), new Set(roles)]))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const TOKEN_DIGEST = /^([a-z0-9]{12}):([0-9a-f]{64})$/

/** The digest of a token, `<id>:<SHA-256>`, as scripts/new-admin-token.ts prints it. */
export function readFirstAdminToken(setting: string, value: string | undefined): TokenDigest | undefined {
  if (value === undefined) return undefined
  const [, id, sha256] = TOKEN_DIGEST.exec(value.trim()) ?? []
  if (id === undefined || sha256 === undefined)
    throw new ConfigurationError(
      `${setting} must be <id>:<SHA-256>, the last line that scripts/new-admin-token.ts prints, not the token itself`,
    )
  return { id, sha256 }
}

/** The key that scripts/new-signing-key.ts prints. */
export function readSigningKey(setting: string, value: string | undefined): SigningKey | undefined {
  if (value === undefined) return undefined
  const key = parseSigningKey(value)
  if (!key) throw new ConfigurationError(`${setting} must be the line that scripts/new-signing-key.ts prints`)
  return key
}

export function readCount(setting: string, value: string): number {
  const count = Number(value)
  if (!Number.isSafeInteger(count) || count < 1)
    throw new ConfigurationError(`${setting} must be a whole number, at least 1`)
  return count
}

export function readYesOrNo(setting: string, value: string): boolean {
  if (value !== 'yes' && value !== 'no') throw new ConfigurationError(`${setting} must be yes or no`)
  return value === 'yes'
}

export function readBundledPacksMode(setting: string, value: string): Ports['bundledPacks'] {
  if (value !== 'seed' && value !== 'follow') throw new ConfigurationError(`${setting} must be seed or follow`)
  return value
}

/** A SHA-256 in hexadecimal digits, if any. */
export function readDigest(setting: string, value = ''): string | undefined {
  if (value === '') return undefined
  if (!/^[0-9a-f]{64}$/.test(value))
    throw new ConfigurationError(`${setting} must be a SHA-256 of 64 hexadecimal digits`)
  return value
}
