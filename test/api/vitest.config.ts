import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { generateSigningKey } from '@tiaoli/signing'
import { defineConfig } from 'vitest/config'
import { generateToken } from '../../workers/api/src/access/token-secret.ts'
import { USUAL_SEED } from '../support/property-seed.ts'
import { MINUTES } from '../timeout.ts'

const API = join(import.meta.dirname, '..', '..', 'workers', 'api')

/** A register in a real layout, with invented rows. */
const REGISTER = join(import.meta.dirname, '../office/files/A-律师行业党建工作台账-2026三季度.xlsx')

const admin = generateToken()

export default defineConfig(async () => ({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: join(API, 'wrangler.jsonc') },
      miniflare: {
        bindings: {
          ANONYMOUS_ROLES: 'reader,evaluator',
          REQUEST_LOG: 'off',
          MAX_STREAM_RECORDS: '100',
          // Fewer are tried by drafts.test.ts.
          MAX_DRAFTS: '10000',
          MAX_DRAFT_BYTES: '1000000000',
          BUNDLE_SHA256: 'b'.repeat(64),
          SIGNING_KEY: await generateSigningKey(),
          FIRST_ADMIN_TOKEN: `${admin.id}:${admin.sha256}`,
          // `pnpm prove:requests` sends 20,000.
          BAD_REQUESTS: process.env['BAD_REQUESTS'] ?? '200',
          PROPERTY_SEED: process.env['PROPERTY_SEED'] ?? USUAL_SEED,
          TEST_ADMIN_TOKEN: admin.token,
          TEST_REGISTER: readFileSync(REGISTER, 'base64'),
          TEST_MIGRATIONS: await readD1Migrations(join(API, 'migrations')),
        },
        // Limits are tested on the deployed bundle; here thousands of requests come from one caller.
        ratelimits: {
          CALLS: { namespace_id: '1001', simple: { limit: 1_000_000, period: 10 as const } },
          WRITES: { namespace_id: '1002', simple: { limit: 1_000_000, period: 10 as const } },
        },
      },
    }),
  ],
  test: {
    name: 'workerd',
    include: ['**/*.test.ts'],
    testTimeout: MINUTES,
    hookTimeout: MINUTES,
    setupFiles: ['./setup.ts'],
    // As in the configuration of the others, or they could not share their workers.
    maxWorkers: '100%',
    isolate: false,
    // jsonpath-plus, which json-rules-engine imports, resolves to the wrong build in the pool unless it is bundled.
    deps: { optimizer: { ssr: { enabled: true, include: ['json-rules-engine'] } } },
  },
}))
