import { del, get, set } from 'idb-keyval'

/** What a browser keeps of the work on this machine, so that a reload loses nothing. */
export interface Kept {
  readonly pack: string
  readonly ledgerName: string
  readonly ledger: string
  readonly asOf: string
  readonly profile: string | undefined
  readonly names: Readonly<Record<string, string>>
}

const KEY = 'work'

/** The work that was kept last; none where there is none, or the browser keeps nothing. */
export async function readKept(): Promise<Kept | undefined> {
  return get<Kept>(KEY).catch(() => undefined)
}

/** Keeps the work. Where the browser has no room or keeps nothing, it is there until the page is closed. */
export async function keep(work: Kept): Promise<void> {
  await set(KEY, work).catch(() => undefined)
}

export async function forget(): Promise<void> {
  await del(KEY).catch(() => undefined)
}
