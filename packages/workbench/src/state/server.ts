import type { PackSource, Text } from '@tiaoli/engine'
import type { Refusal } from '../engine/calls.ts'

/** A pack that the service has published. */
export interface PublishedPack {
  readonly id: string
  readonly version: number
  readonly uses: readonly { readonly pack: string; readonly version: number }[]
}

interface VersionFiles {
  readonly uses: PublishedPack['uses']
  readonly files: Readonly<Record<string, string>>
}

/** What the service could not give, with the status of its answer, 0 where none came, and why it refused. */
export class ServerError extends Error {
  override readonly name = 'ServerError'
  readonly status: number
  readonly refusal: Refusal | undefined

  constructor(status: number, refusal?: Refusal) {
    super(`the service answered ${status}`)
    this.status = status
    this.refusal = refusal
  }
}

/** Who asks: anonymous until somebody gives a token. */
let token = ''

/** Asks with a token from now on; with none where it is empty. */
export function askWithToken(given: string): void {
  token = given
}

/** The published packs, those that no other uses first. */
export async function listPacks(): Promise<PublishedPack[]> {
  const { packs } = (await ask('GET', '/v1/packs')) as {
    packs: { id: string; edition: { version: number }; uses: PublishedPack['uses'] }[]
  }
  const used = new Set(packs.flatMap(({ uses }) => uses.map(({ pack }) => pack)))
  return packs
    .map(({ id, edition, uses }) => ({ id, version: edition.version, uses }))
    .sort((a, b) => Number(used.has(a.id)) - Number(used.has(b.id)))
}

/** A pack with those that it uses, and the sample ledgers that it comes with. */
export async function readSource(pack: string, version: number): Promise<{ source: PackSource; samples: Samples }> {
  const { files, uses } = (await ask('GET', `/v1/packs/${pack}/versions/${version}/files`)) as VersionFiles
  const used = await Promise.all(uses.map(async (pin) => (await readSource(pin.pack, pin.version)).source))
  const samples = Object.entries(files).filter(([path]) => path.startsWith('samples/'))
  return { source: { files, uses: used }, samples: Object.fromEntries(samples) }
}

/** The text of each sample ledger, by its path. */
export type Samples = Readonly<Record<string, string>>

/** What is sent with a request: a body, and the revision that it is about. */
export interface Sent {
  readonly body?: unknown
  readonly revision?: number
}

/** What the service answers as JSON. Throws `ServerError` where it does not answer, or refuses. */
export async function ask(method: string, path: string, sent: Sent = {}): Promise<unknown> {
  return (await answerTo(method, path, sent)).json()
}

/** The text of a file as the service has it. */
export async function readText(path: string): Promise<string> {
  return (await answerTo('GET', path)).text()
}

async function answerTo(method: string, path: string, { body, revision }: Sent = {}): Promise<Response> {
  const headers = {
    accept: 'application/json',
    ...(token !== '' && { authorization: `Bearer ${token}` }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(revision !== undefined && { 'if-match': `"${revision}"` }),
  }
  const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
  const response = await fetch(path, sent).catch(() => undefined)
  if (!response) throw new ServerError(0)
  if (response.ok) return response
  throw new ServerError(response.status, await refusalIn(response))
}

/** What is to be done about a problem, but for what speaks of the answer of the service: its errors are listed below. */
function inWords(title: string, detail: string, between: string): string {
  return detail.includes('`') ? title : `${title}${between}${detail}`
}

/** Problem details of the service. */
interface Problem {
  readonly type?: string
  readonly errors?: readonly { readonly detail: Text }[]
  readonly diagnostics?: readonly { readonly file: string; readonly line?: number; readonly message: Text }[]
}

/** Why the service refuses, in its own words; none where something else answered. */
async function refusalIn(response: Response): Promise<Refusal | undefined> {
  const { type = '', errors = [], diagnostics = [] } = (await response.json().catch(() => ({}))) as Problem
  const code = /^\/problems\/(.+)$/.exec(type)?.[1]
  if (code === undefined) return undefined
  const kind = await fetch(type, { headers: { accept: 'application/json' } }).catch(() => undefined)
  if (!kind?.ok) return undefined
  const { title, detail } = (await kind.json()) as { title: Text; detail: Text }
  return {
    code,
    sentences: [
      { place: undefined, text: { zh: inWords(title.zh, detail.zh, '。'), en: inWords(title.en, detail.en, '. ') } },
      ...errors.map((error) => ({ place: undefined, text: error.detail })),
      ...diagnostics.map(({ file, line, message }) => ({
        place: [file, line].filter(Boolean).join(':'),
        text: message,
      })),
    ],
  }
}
