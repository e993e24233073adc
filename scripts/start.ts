/**
 * Brings the database on this machine up to date, serves the API with wrangler, says so once it answers, and passes
 * signals on. Needs no account, no network and no answers to questions.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { formatDiagnostic, loadPack } from '@tiaoli/engine'
import { newToken } from '../workers/api/src/access/token-secret.ts'
import { copyApiPage } from './copy-api-page.ts'
import { packIds, readPack } from './read-pack.ts'

const ROOT = join(import.meta.dirname, '..')
const PORT = Number(process.env['PORT'] ?? 8787)
const WRANGLER = join(ROOT, 'node_modules', 'wrangler', 'bin', 'wrangler.js')
const API = join(ROOT, 'workers', 'api')
const ENVIRONMENT = {
  ...process.env,
  CI: 'true', // asks no questions
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false', // the request's `cf` object would be fetched from the internet
  X_LOCAL_OBSERVABILITY: 'false', // nearly twice as fast
}
const ADDRESS = `http://localhost:${PORT}`
const SAMPLE = 'rules/ganzhou-2018-32/samples/city-of-79.json'
const WELCOME = `
Tiaoli 条理 is at ${ADDRESS}   (Ctrl-C ends it)

Its addresses, to be tried out: ${ADDRESS}/docs/
Or from the repository's folder:
  printf '{"asOf":"2019-01-01","statuses":["not_met"],"ledger":%s}' "$(cat ${SAMPLE})" | curl -s ${ADDRESS}/v1/packs/ganzhou-2018-32/evaluate -H 'content-type: application/json' -d @-
`

const faults = packIds().flatMap((id) => loadPack(readPack(id)).diagnostics.filter(({ pack }) => pack === id))
if (faults.length > 0) {
  for (const fault of faults) console.error(`${formatDiagnostic(fault, 'zh')}\n  ${fault.message.en}`)
  console.error('\n请先改正以上规则，再启动。 Correct these rules first, then start again.')
  process.exitCode = 1
} else if (await portIsFree()) {
  copyApiPage()
  if (await migrate()) await serve()
  else process.exitCode = 1
} else {
  console.error(`Port ${PORT} is taken. Stop what uses it, or choose another: PORT=8788 npx --yes pnpm@12.21.0 start`)
  process.exitCode = 1
}

/** Brings the database in workers/api/.wrangler up to date; tells whether it is. What wrangler says is shown only if not. */
async function migrate(): Promise<boolean> {
  const wrangler = spawn(process.execPath, [WRANGLER, 'd1', 'migrations', 'apply', 'DB', '--local'], {
    cwd: API,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: ENVIRONMENT,
  })
  let said = ''
  for (const stream of [wrangler.stdout, wrangler.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString()))
  const [code] = (await once(wrangler, 'close')) as [number | null]
  if (code !== 0) console.error(said)
  return code === 0
}

async function serve(): Promise<void> {
  // Registered by the Worker if nobody can give out tokens yet; its digest is no secret.
  const admin = newToken()
  const variables = {
    ANONYMOUS_ROLES: 'reader,evaluator',
    BUNDLED_PACKS: 'follow',
    REQUEST_LOG: 'off',
    FIRST_ADMIN_TOKEN: `${admin.id}:${admin.sha256}`,
  }
  const wrangler = spawn(
    process.execPath,
    [
      WRANGLER,
      'dev',
      '--ip=127.0.0.1',
      `--port=${PORT}`,
      '--log-level=error',
      '--show-interactive-dev-session=false',
      ...Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ],
    { cwd: API, stdio: ['ignore', 'inherit', 'inherit'], env: ENVIRONMENT },
  )
  const ended = new AbortController()
  let asked = false
  wrangler.on('exit', (code) => {
    ended.abort()
    process.exitCode = asked ? 0 : (code ?? 1)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      asked = true
      wrangler.kill(signal)
    })

  while (!ended.signal.aborted && !(await answers())) await setTimeout(200)
  if (ended.signal.aborted) return
  console.log(WELCOME)
  if (await isAdmin(admin.token)) console.log(adminNotice(admin.token))
}

/** Whether the database took this start's token for its first. */
async function isAdmin(token: string): Promise<boolean> {
  const response = await fetch(`${ADDRESS}/v1/tokens`, { headers: { authorization: `Bearer ${token}` } })
  return response.ok
}

function adminNotice(token: string): string {
  return `The database is new. Its first admin token, shown this once, gives out all others (docs/walkthrough.md):
  ${token}
`
}

/** Health also seeds the bundled packs into a new database. */
async function answers(): Promise<boolean> {
  try {
    return (await fetch(`${ADDRESS}/health`)).ok
  } catch {
    return false
  }
}

function portIsFree(): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(PORT, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
