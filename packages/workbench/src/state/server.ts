import type { PackSource } from '@tiaoli/engine'

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

/** What the service could not give, with the status of its answer; 0 where none came. */
export class ServerError extends Error {
  override readonly name = 'ServerError'
  readonly status: number

  constructor(status: number) {
    super(`the service answered ${status}`)
    this.status = status
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
  const { packs } = (await read('/v1/packs')) as {
    packs: { id: string; edition: { version: number }; uses: PublishedPack['uses'] }[]
  }
  const used = new Set(packs.flatMap(({ uses }) => uses.map(({ pack }) => pack)))
  return packs
    .map(({ id, edition, uses }) => ({ id, version: edition.version, uses }))
    .sort((a, b) => Number(used.has(a.id)) - Number(used.has(b.id)))
}

/** A pack with those that it uses, and the sample ledgers that it comes with. */
export async function readSource(pack: string, version: number): Promise<{ source: PackSource; samples: Samples }> {
  const { files, uses } = (await read(`/v1/packs/${pack}/versions/${version}/files`)) as VersionFiles
  const used = await Promise.all(uses.map(async (pin) => (await readSource(pin.pack, pin.version)).source))
  const samples = Object.entries(files).filter(([path]) => path.startsWith('samples/'))
  return { source: { files, uses: used }, samples: Object.fromEntries(samples) }
}

/** The text of each sample ledger, by its path. */
export type Samples = Readonly<Record<string, string>>

async function read(path: string): Promise<unknown> {
  const headers = { accept: 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) }
  const response = await fetch(path, { headers }).catch(() => undefined)
  if (!response?.ok) throw new ServerError(response?.status ?? 0)
  return response.json()
}
