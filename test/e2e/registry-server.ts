import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { generateToken } from '../../workers/api/src/access/token-secret.ts'
import { freePort } from './free-port.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const API = join(ROOT, 'workers', 'api')
const WRANGLER = join(ROOT, 'node_modules', 'wrangler', 'bin', 'wrangler.js')
const ENVIRONMENT = { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' }

/** A server with its database in a folder, in processes of their own, that can be killed and started again. */
export class RegistryServer {
  readonly admin = generateToken()
  readonly #folder: string
  #process: ChildProcess | undefined
  #origin = ''

  constructor(folder: string) {
    this.#folder = folder
  }

  get origin(): string {
    return this.#origin
  }

  async migrate(): Promise<void> {
    const command = [WRANGLER, 'd1', 'migrations', 'apply', 'DB', '--local', `--persist-to=${this.#folder}`]
    const migration = spawn(process.execPath, command, { cwd: API, stdio: 'ignore', env: ENVIRONMENT })
    const [code] = (await once(migration, 'close')) as [number]
    if (code !== 0) throw new Error(`the migration ended with ${code}`)
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const port = await freePort()
    this.#origin = `http://127.0.0.1:${port}`
    const variables = {
      ANONYMOUS_ROLES: 'reader',
      REQUEST_LOG: 'off',
      FIRST_ADMIN_TOKEN: `${this.admin.id}:${this.admin.sha256}`,
    }
    this.#process = spawn(
      process.execPath,
      [
        WRANGLER,
        'dev',
        '--ip=127.0.0.1',
        `--port=${port}`,
        '--inspector-port=0',
        '--log-level=none',
        '--show-interactive-dev-session=false',
        `--persist-to=${this.#folder}`,
        ...Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
      ],
      // A group of its own, so that a kill reaches every process of the server at once.
      { cwd: API, stdio: 'ignore', env: ENVIRONMENT, detached: true },
    )
    for (;;) {
      if (this.#process.exitCode !== null) throw new Error('the server ended by itself')
      if (await this.#answers()) return
      await setTimeout(50)
    }
  }

  /** SIGKILL to all of it: nothing is flushed, nothing said goodbye. */
  async kill(): Promise<void> {
    const server = this.#process
    if (server?.pid === undefined || server.exitCode !== null) return
    const closed = once(server, 'close')
    process.kill(-server.pid, 'SIGKILL')
    await closed
    this.#process = undefined
  }

  async #answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.#origin}/health`, { signal: AbortSignal.timeout(60_000) })).ok
    } catch {
      return false
    }
  }
}
