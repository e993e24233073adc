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
const WORKERS = ['worker', 'engine', 'echo', 'echo-lines'] as const
type Name = (typeof WORKERS)[number]

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
  /** Addresses. */
  at: Readonly<Record<Name, string>>
  /** From the start of the process to the first answer of the service, in milliseconds. */
  startedIn: number
  stop(): Promise<void>
}

export async function serve(): Promise<Served> {
  const sockets: Socket[] = []
  for (const name of WORKERS) sockets.push({ name, port: await freePort() })
  writeFileSync(join(OUT, 'config.capnp'), configOf(sockets))
  const at = Object.fromEntries(sockets.map(({ name, port }) => [name, `http://127.0.0.1:${port}`])) as Served['at']
  const started = performance.now()
  const child = spawn(WORKERD, ['serve', join(OUT, 'config.capnp')], { stdio: ['ignore', 'ignore', 'inherit'] })
  await answers(`${at.worker}/health`, child)
  return {
    at,
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

interface Socket {
  name: Name
  port: number
}

function configOf(sockets: readonly Socket[]): string {
  const each = (line: (socket: Socket) => string) => sockets.map(line).join('\n    ')
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    ${each(({ name }) => `(name = "${name}", worker = (${name === 'worker' ? SERVICE : moduleOf(name)})),`)}
    (name = "storage", disk = (path = "${join(OUT, 'storage')}", writable = true)),
  ],
  sockets = [
    ${each(({ name, port }) => `(name = "${name}", address = "127.0.0.1:${port}", http = (), service = "${name}"),`)}
  ],
);
`
}

function moduleOf(name: Name): string {
  return `modules = [(name = "worker", esModule = embed "${name}.js")], compatibilityDate = "2026-10-01"`
}

const SERVICE = `
      ${moduleOf('worker')},
      bindings = [
        (name = "REGISTRY", durableObjectNamespace = "Registry"),
        (name = "MIGRATIONS", text = embed "migrations.sql"),
      ],
      durableObjectNamespaces = [(className = "Registry", uniqueKey = "registry", enableSql = true)],
      durableObjectStorage = (localDisk = "storage"),
    `

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
