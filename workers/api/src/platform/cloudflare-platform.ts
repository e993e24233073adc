import { MAX_BODIES_BYTES } from '../limits/body-limits.ts'
import { d1Port } from '../storage/d1-port.ts'
import { httpCheckpointPlace } from './http-checkpoint-place.ts'
import type { Ports, RatePort } from './ports.ts'
import {
  readBundledPacksMode,
  readCount,
  readDigest,
  readFirstAdminToken,
  readJointMatters,
  readPeopleRoles,
  readRoles,
  readSigningKey,
  readYesOrNo,
} from './read-settings.ts'

/** Secrets; wrangler.jsonc does not declare them, since an installation may have none. */
interface Secrets {
  FIRST_ADMIN_TOKEN?: string
  /** An Ed25519 key as a JSON Web Key. */
  SIGNING_KEY?: string
  /** What the place for checkpoints knows the service by. */
  CHECKPOINT_TOKEN?: string
  /** JSON: e-mail address → roles. */
  PEOPLE_ROLES?: string
}

type BoundPorts = Omit<Ports, 'email' | 'goOn'>

/** The ports on Cloudflare. */
export class CloudflarePlatform {
  #env: Env | undefined
  #bound: BoundPorts | undefined

  /**
   * The ports of one request. Settings are read once for each environment: Cloudflare may give a running isolate a new
   * one. Throws `ConfigurationError` for a setting that cannot be used.
   */
  ports(env: Env & Secrets, context: ExecutionContext): Ports {
    if (this.#env !== env || !this.#bound) {
      this.#bound = bind(env)
      this.#env = env
    }
    return {
      ...this.#bound,
      email: async () => (await context.access?.getIdentity())?.email,
      goOn: (work) => context.waitUntil(work),
    }
  }
}

function bind(env: Env & Secrets): BoundPorts {
  return {
    sql: d1Port(env.DB),
    calls: ratePort(env.CALLS),
    writes: ratePort(env.WRITES),
    access: {
      anonymousRoles: readRoles('ANONYMOUS_ROLES', env.ANONYMOUS_ROLES),
      peopleRoles: readPeopleRoles('PEOPLE_ROLES', env.PEOPLE_ROLES),
    },
    jointMatters: readJointMatters('TWO_PERSONS', env.TWO_PERSONS),
    checkpointPlace: httpCheckpointPlace(
      'CHECKPOINT_URL',
      env.CHECKPOINT_URL,
      env.CHECKPOINT_TOKEN,
      readYesOrNo('CHECKPOINTS_REQUIRED', env.CHECKPOINTS_REQUIRED),
    ),
    draftQuota: {
      drafts: readCount('MAX_DRAFTS', env.MAX_DRAFTS),
      bytes: readCount('MAX_DRAFT_BYTES', env.MAX_DRAFT_BYTES),
    },
    bodiesBytes: MAX_BODIES_BYTES,
    maxStreamRecords: readCount('MAX_STREAM_RECORDS', env.MAX_STREAM_RECORDS),
    firstAdminToken: readFirstAdminToken('FIRST_ADMIN_TOKEN', env.FIRST_ADMIN_TOKEN),
    signingKey: readSigningKey('SIGNING_KEY', env.SIGNING_KEY),
    log: env.REQUEST_LOG === 'off' ? () => {} : (entry) => console.log(JSON.stringify(entry)),
    release: env.CF_VERSION_METADATA.id,
    bundleSha256: readDigest('BUNDLE_SHA256', env.BUNDLE_SHA256),
    bundledPacks: readBundledPacksMode('BUNDLED_PACKS', env.BUNDLED_PACKS),
  }
}

function ratePort(binding: RateLimit): RatePort {
  return { allow: async (key) => (await binding.limit({ key })).success }
}
