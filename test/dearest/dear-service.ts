import { setTimeout } from 'node:timers/promises'
import { startBundle, type DeployedBundle } from '../e2e/server.ts'
import { childrenNamed, WatchedProcess, type Spent } from './process-cost.ts'

/** Milliseconds between two questions whether the service is well. */
const PING = 20
/** Milliseconds after which an answer is waited for no longer. */
const PATIENCE = 20_000
const ROLES = ['editor', 'approver'] as const
type Caller = (typeof ROLES)[number] | undefined

export interface Asked {
  path: string
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH'
  /** JSON, or a form. */
  body?: unknown
  /** The media type, where it is not JSON. */
  type?: string
  caller?: Caller
  headers?: Readonly<Record<string, string>>
}

export interface Answered extends Spent {
  status: number
  /** The code of a refusal, and the first of what it names. */
  refusal?: string
  /** Milliseconds that others waited at most meanwhile. */
  wait: number
  bytes: { sent: number; received: number }
  etag: string | null
  json: () => unknown
}

/** The bundle that would be deployed, of which each answer is measured. */
export class DearService {
  #bundle: DeployedBundle
  #watched: WatchedProcess
  #tokens: Readonly<Record<string, string>>

  private constructor({ bundle, watched, tokens }: Started) {
    this.#bundle = bundle
    this.#watched = watched
    this.#tokens = tokens
  }

  static async start(): Promise<DearService> {
    return new DearService(await started())
  }

  async ask(asked: Asked): Promise<Answered> {
    const body = bodyOf(asked)
    const headers = {
      ...(typeof body === 'string' ? { 'content-type': asked.type ?? 'application/json' } : {}),
      ...(asked.caller ? { authorization: `Bearer ${this.#tokens[asked.caller]}` } : {}),
      ...asked.headers,
    }
    const end = this.#watched.begin()
    const others = new Waiting(`${this.#bundle.origin}/health`)
    const answer = fetch(`${this.#bundle.origin}${asked.path}`, {
      method: asked.method ?? 'POST',
      headers,
      signal: AbortSignal.timeout(PATIENCE),
      ...(body === undefined ? {} : { body }),
    })
    const received = await answer
      .then(async (response) => ({ response, bytes: await response.arrayBuffer() }))
      .catch(() => undefined) // its time was up
    const spent = end()
    if (!received) return this.#givenUp(spent, others)
    const { response, bytes } = received
    const wait = await others.end()
    const json = () => JSON.parse(Buffer.from(bytes).toString()) as unknown
    return {
      status: response.status,
      ...(response.ok ? {} : { refusal: refusalOf(json) }),
      ...spent,
      wait,
      bytes: { sent: typeof body === 'string' ? Buffer.byteLength(body) : 0, received: bytes.byteLength },
      etag: response.headers.get('etag'),
      json,
    }
  }

  /** It would work on, and everything after would wait for it. */
  async #givenUp(spent: Spent, others: Waiting): Promise<Answered> {
    await this.stop()
    await others.end()
    const { bundle, watched, tokens } = await started()
    this.#bundle = bundle
    this.#watched = watched
    this.#tokens = tokens
    const nothing = { sent: 0, received: 0 }
    return { status: 0, refusal: 'no answer', ...spent, wait: PATIENCE, bytes: nothing, etag: null, json: () => ({}) }
  }

  async stop(): Promise<void> {
    await this.#bundle.harness.close()
  }
}

interface Started {
  bundle: DeployedBundle
  watched: WatchedProcess
  tokens: Readonly<Record<string, string>>
}

async function started(): Promise<Started> {
  const others = new Set(childrenNamed('workerd'))
  const bundle = await startBundle({ REQUEST_LOG: 'off', MAX_DRAFTS: '100000', MAX_DRAFT_BYTES: '100000000000' })
  const admin = bundle.client(bundle.adminToken)
  const tokens: Record<string, string> = {}
  for (const role of ROLES) {
    const issued = await admin.v1.tokens.$post({ header: {}, json: { holder: role, roles: [role] } })
    tokens[role] = ((await issued.json()) as { token: string }).token
  }
  const processes = childrenNamed('workerd').filter((pid) => !others.has(pid))
  const watched = await busiest(
    processes.map((pid) => new WatchedProcess(pid)),
    bundle,
  )
  return { bundle, watched, tokens }
}

function bodyOf({ body }: Asked): string | FormData | undefined {
  return body === undefined || typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body)
}

function refusalOf(json: () => unknown): string {
  try {
    const { code, errors = [] } = json() as { code: string; errors?: { code: string }[] }
    return [code, ...errors.slice(0, 1).map((error) => error.code)].join(': ')
  } catch {
    return 'no problem details'
  }
}

/** Of several processes, the one that does the work of the service. */
async function busiest(processes: readonly WatchedProcess[], { origin }: DeployedBundle): Promise<WatchedProcess> {
  const before = processes.map((watched) => watched.cpu())
  for (let round = 0; round < 5; round++) await (await fetch(`${origin}/openapi.json`)).arrayBuffer()
  const spent = processes.map((watched, i) => watched.cpu() - before[i]!)
  return processes[spent.indexOf(Math.max(...spent))]!
}

/** Asks again and again, one question at a time, whether the service is well. */
class Waiting {
  readonly #pings: Promise<void>
  #ended = false
  #longest = 0

  constructor(url: string) {
    this.#pings = this.#ping(url)
  }

  async #ping(url: string): Promise<void> {
    while (!this.#ended) {
      const since = performance.now()
      await fetch(url).then(
        (response) => response.arrayBuffer(),
        () => undefined, // the service was stopped
      )
      this.#longest = Math.max(this.#longest, performance.now() - since)
      await setTimeout(PING)
    }
  }

  /** The longest wait, in milliseconds. */
  async end(): Promise<number> {
    this.#ended = true
    await this.#pings
    return Math.round(this.#longest)
  }
}
