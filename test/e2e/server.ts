import { join } from 'node:path'
import { createClient, type Client } from '@tiaoli/client'
import { createTestHarness, type TestHarness } from 'wrangler'
import { copyApiPage } from '../../scripts/copy-api-page.ts'
import { generateToken } from '../../workers/api/src/access/token-secret.ts'

const API = join(import.meta.dirname, '..', '..', 'workers', 'api')

/** The bundle that would be deployed, in plain workerd: unlike the test pool, it forbids eval and new Function. */
export interface DeployedBundle {
  harness: TestHarness
  origin: string
  adminToken: string
  client(token?: string): Client
}

/** Starts it on a new database. `vars` change those of wrangler.jsonc. */
export async function startBundle(vars: Record<string, string> = {}): Promise<DeployedBundle> {
  copyApiPage()
  const admin = generateToken()
  const harness = createTestHarness({
    root: API,
    workers: [
      {
        configPath: join(API, 'wrangler.jsonc'),
        vars: { ANONYMOUS_ROLES: 'reader,evaluator', ...vars },
        secrets: { FIRST_ADMIN_TOKEN: `${admin.id}:${admin.sha256}` },
      },
    ],
  })
  const { url } = await harness.listen()
  await harness.getWorker().applyD1Migrations('DB')
  const origin = url.origin
  return {
    harness,
    origin,
    adminToken: admin.token,
    client: (token) => createClient(origin, token === undefined ? {} : { token }),
  }
}
