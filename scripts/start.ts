/**
 * Checks the rules, builds the workbench, bundles the API, migrates the local database, serves them to this machine and
 * prints the address once it responds. Needs no account and no network, and asks no questions.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { loadPack } from '@tiaoli/engine'
import { formatDiagnostic } from '@tiaoli/engine/plan'
import { generateToken } from '../workers/api/src/access/token-secret.ts'
import { buildWorkbench } from './build-workbench.ts'
import { copyApiPage } from './copy-api-page.ts'
import { isMigrated } from './is-migrated.ts'
import { bundleDigest, isBundled, noteBundle } from './kept-bundle.ts'
import { keptSigningKey } from './kept-signing-key.ts'
import { packIds, readPack } from './read-pack.ts'
import { staleModules } from './stale-modules.ts'
import { usageFor } from './start-usage.ts'

const ROOT = join(import.meta.dirname, '..')
const PORT = Number(process.env['PORT'] ?? 8787)
const WRANGLER = join(ROOT, 'node_modules', 'wrangler', 'bin', 'wrangler.js')
const API = join(ROOT, 'workers', 'api')
/** The folder of the database and the bundle. */
const STATE = process.env['STATE'] ?? join(API, '.wrangler', 'state')
const BUNDLE = join(STATE, 'bundle')
const PLACES = { root: ROOT, worker: API, bundle: BUNDLE }
const ENVIRONMENT = {
  ...process.env,
  CI: 'true', // no questions
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false', // the request's `cf` object would be fetched from the internet
}
const ADDRESS = `http://localhost:${PORT}`
const SAMPLE = 'rules/ganzhou-2018-32/samples/city-of-79.json'
const WELCOME = `
Tiaoli 条理 is running at ${ADDRESS}   (stop with Ctrl-C)

在浏览器中打开工作台 Open the workbench in a browser: ${ADDRESS}/
The API as a page: ${ADDRESS}/docs/
Or in the folder of the repository:
  printf '{"asOf":"2019-01-01","statuses":["not_met"],"ledger":%s}' "$(cat ${SAMPLE})" | curl -s ${ADDRESS}/v1/packs/ganzhou-2018-32/evaluate -H 'content-type: application/json' -d @-
`

const usage = usageFor(process.argv.slice(2))
if (usage) {
  process[usage.isAsked ? 'stdout' : 'stderr'].write(usage.text)
  process.exitCode = usage.isAsked ? 0 : 2
} else await start()

async function start(): Promise<void> {
  const diagnostics = packIds().flatMap((id) => loadPack(readPack(id)).diagnostics.filter(({ pack }) => pack === id))
  const stale = staleModules(join(ROOT, 'rules'))
  if (diagnostics.length > 0) {
    for (const diagnostic of diagnostics)
      console.error(`${formatDiagnostic(diagnostic, 'zh')}\n  ${diagnostic.message.en}`)
    console.error('\n请先改正以上规则，再启动。 Correct these errors, then start again.')
    process.exitCode = 1
  } else if (stale.length > 0) {
    console.error(
      `规则包的文件有增减，尚未列入 ${stale.join('、')}，提供的会是旧规则。请先运行以下命令，再启动：\n` +
        `Packs have gained or lost files that ${stale.join(', ')} do not list, so older rules would be served. Run this, then start again:\n` +
        '  npx --yes pnpm@12.21.0 generate',
    )
    process.exitCode = 1
  } else if (await portIsFree()) {
    copyApiPage()
    // The server takes as long to load as wrangler to migrate or to bundle.
    const loading = import('./serve-worker.ts')
    const [, ...done] = await Promise.all([buildWorkbench(), migrate(), bundle()])
    if (done.every(Boolean)) await serve(await loading)
    else process.exitCode = 1
  } else {
    console.error(
      `端口 ${PORT} 已被占用。请停止占用它的程序，或换用其他端口：\n` +
        `Port ${PORT} is in use. Stop the program that uses it, or choose another port:\n` +
        '  PORT=8788 npx --yes pnpm@12.21.0 start',
    )
    process.exitCode = 1
  }
}

/** Brings the database up to date, if it is not. */
async function migrate(): Promise<boolean> {
  if (isMigrated(join(API, 'migrations'), STATE)) return true
  return wrangler(['d1', 'migrations', 'apply', 'DB', '--local', `--persist-to=${STATE}`])
}

/** Bundles the API, unless an earlier start did and nothing has changed since. */
async function bundle(): Promise<boolean> {
  if (isBundled(PLACES)) return true
  const isMade = await wrangler(['deploy', '--dry-run', '--metafile', `--outdir=${BUNDLE}`])
  if (isMade) noteBundle(PLACES)
  return isMade
}

/** Runs a command of wrangler, and prints its output only if it fails. */
async function wrangler(command: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [WRANGLER, ...command], {
    cwd: API,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: ENVIRONMENT,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) console.error(output)
  return code === 0
}

async function serve({ serveWorker }: typeof import('./serve-worker.ts')): Promise<void> {
  // The Worker registers it if no admin token is valid. The digest is not secret.
  const admin = generateToken()
  const script = join(BUNDLE, 'index.js')
  const variables = {
    ANONYMOUS_ROLES: 'reader,evaluator',
    BUNDLED_PACKS: 'follow',
    REQUEST_LOG: 'off',
    FIRST_ADMIN_TOKEN: `${admin.id}:${admin.sha256}`,
    SIGNING_KEY: await keptSigningKey(STATE),
    BUNDLE_SHA256: bundleDigest(script),
  }
  const stop = await serveWorker({ root: API, script, state: STATE, port: PORT, variables })
  // Stopping is what the user wants, so it is no failure. Miniflare's own listeners would not wait for the ports to be
  // closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.removeAllListeners(signal).once(signal, () => void stop().finally(() => process.exit(0)))
  while (!(await isHealthy())) await setTimeout(200)
  console.log(WELCOME)
  if (await isRegistered(admin.token)) console.log(adminNotice(admin.token))
}

/** Whether the database registered this token as its first admin token. */
async function isRegistered(token: string): Promise<boolean> {
  const response = await fetch(`${ADDRESS}/v1/tokens`, { headers: { authorization: `Bearer ${token}` } })
  return response.ok
}

function adminNotice(token: string): string {
  return `The database is new. Its first admin token issues all others and is not shown again (docs/walkthrough.md):
  ${token}
`
}

/** The health check also seeds a new database. */
async function isHealthy(): Promise<boolean> {
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
