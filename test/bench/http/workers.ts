import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const OUT = join(ROOT, '.cache', 'bench', 'worker')
const MIGRATIONS = join(ROOT, 'workers', 'api', 'migrations')
const WORKERD = fileURLToPath(import.meta.resolve('workerd/bin/workerd'))
const STARTS_WITHIN = 20_000

/** The service, and what it is measured against. */
const WORKERS = ['worker', 'echo', 'echo-lines']

/** The bundle that would be deployed. */
export interface Bundle {
  bytes: number
  gzipped: number
}

/** Bundles the workers as for production, the service but for its database. */
export function bundle(): Bundle {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(join(OUT, 'storage'), { recursive: true })
  const wrangler = join(ROOT, 'node_modules', 'wrangler', 'bin', 'wrangler.js')
  const config = join(import.meta.dirname, 'wrangler.jsonc')
  for (const name of WORKERS) {
    const script = join(import.meta.dirname, `${name}.ts`)
    const options = ['--dry-run', '--minify', '--config', config, '--outdir', OUT]
    execFileSync(process.execPath, [wrangler, 'deploy', script, ...options], {
      stdio: 'pipe',
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
    })
  }
  const migrations = readdirSync(MIGRATIONS).sort()
  writeFileSync(
    join(OUT, 'migrations.sql'),
    migrations.map((file) => readFileSync(join(MIGRATIONS, file), 'utf8')).join('\n'),
  )
  const code = readFileSync(join(OUT, 'worker.js'))
  return { bytes: code.length, gzipped: gzipSync(code).length }
}

/** The workers in workerd, as Cloudflare runs them but for its network; `stop` ends it. */
export interface Served {
  api: string
  echo: string
  echoLines: string
  /** From the start of the process to the first answer of the service, in milliseconds. */
  startedIn: number
  stop(): Promise<void>
}

export async function serve(): Promise<Served> {
  const [api, echo, echoLines] = [await freePort(), await freePort(), await freePort()]
  writeFileSync(join(OUT, 'config.capnp'), configOf(api, echo, echoLines))
  const started = performance.now()
  const child = spawn(WORKERD, ['serve', join(OUT, 'config.capnp')], { stdio: ['ignore', 'ignore', 'inherit'] })
  await answers(`http://127.0.0.1:${api}/health`, child)
  return {
    api: `http://127.0.0.1:${api}`,
    echo: `http://127.0.0.1:${echo}`,
    echoLines: `http://127.0.0.1:${echoLines}`,
    startedIn: performance.now() - started,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await gone
    },
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + STARTS_WITHIN
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`workerd ended with ${child.exitCode}`)
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await wait(5)
  }
  child.kill()
  throw new Error(`workerd did not answer within ${STARTS_WITHIN} ms`)
}

function configOf(api: number, echo: number, echoLines: number): string {
  const worker = (file: string) =>
    `modules = [(name = "worker", esModule = embed "${file}")], compatibilityDate = "2026-10-01"`
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "api", worker = .api),
    (name = "echo", worker = .echo),
    (name = "echo-lines", worker = .echoLines),
    (name = "storage", disk = (path = "${join(OUT, 'storage')}", writable = true)),
  ],
  sockets = [
    (name = "api", address = "127.0.0.1:${api}", http = (), service = "api"),
    (name = "echo", address = "127.0.0.1:${echo}", http = (), service = "echo"),
    (name = "echo-lines", address = "127.0.0.1:${echoLines}", http = (), service = "echo-lines"),
  ],
);
const api :Workerd.Worker = (
  ${worker('worker.js')},
  bindings = [
    (name = "REGISTRY", durableObjectNamespace = "Registry"),
    (name = "MIGRATIONS", text = embed "migrations.sql"),
  ],
  durableObjectNamespaces = [(className = "Registry", uniqueKey = "registry", enableSql = true)],
  durableObjectStorage = (localDisk = "storage"),
);
const echo :Workerd.Worker = (${worker('echo.js')});
const echoLines :Workerd.Worker = (${worker('echo-lines.js')});
`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
