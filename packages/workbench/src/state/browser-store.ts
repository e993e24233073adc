import type { ImportFile } from '@tiaoli/engine/plan'
import { clear, del, get, set } from 'idb-keyval'
import type { LedgerCells } from '../engine/calls.ts'

/** An answer that was given, and the ledger as it was before. */
export interface Answered {
  readonly question: string
  readonly before: string
  /** In how many places it was given, where that is more than one. */
  readonly places?: number
}

/** What a browser keeps of the work on this machine, so that a reload loses nothing. */
export interface Kept {
  readonly pack: string
  readonly ledgerName: string
  readonly ledger: string
  readonly asOf: string
  readonly profile: string | undefined
  readonly names: Readonly<Record<string, string>>
  /** What the ledger was opened as, which its copies with other answers share. */
  readonly origin?: string
  /** How many answers were put into it. */
  readonly answers?: number
  /** The last of them, to be taken back. */
  readonly answered?: readonly Answered[]
  /** What each save is told by, after the moment of it, so that one page sees that another has saved meanwhile. */
  readonly saved?: string
}

/** Work that was put aside for another, the last first. */
export interface PutAside {
  readonly work: Kept
  readonly cells: LedgerCells | undefined
}

const KEY = 'work'
/** From which cells the ledger is. It may be large, and changes with the ledger alone. */
const CELLS = 'cells'
/** Work that was put aside. */
const ASIDE = 'aside'
/** Work on so many ledgers is kept there. */
const MOST_ASIDE = 5
/** As many copies of each, for these are not to push other ledgers out. */
const MOST_COPIES = 2
/** The mapping that somebody has corrected last, by pack. */
const MAPPINGS = 'mappings'

/** What the browser gives; nothing where it has no room, or has no such store at all. */
async function orNothing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch {
    return undefined
  }
}

/** The work that was kept last; none where there is none, or the browser keeps nothing. */
export async function readKept(): Promise<Kept | undefined> {
  return orNothing(() => get<Kept>(KEY))
}

/** Keeps the work. Where the browser has no room or keeps nothing, it is there until the page is closed. */
export async function keep(work: Kept): Promise<void> {
  await orNothing(() => set(KEY, work))
}

/** The work that was put aside, the last first. */
export async function readAside(): Promise<readonly PutAside[]> {
  return (await orNothing(() => get<PutAside[]>(ASIDE))) ?? []
}

/** Puts work aside, if it is not there already. */
export async function putAside(one: PutAside): Promise<readonly PutAside[]> {
  const others = (await readAside()).filter(({ work }) => work.ledger !== one.work.ledger)
  const all = withinBounds([one, ...others])
  await orNothing(() => set(ASIDE, all))
  return all
}

function withinBounds(all: readonly PutAside[]): readonly PutAside[] {
  const copies = new Map<string, number>()
  return all.filter(({ work: { origin, ledger } }) => {
    const key = origin ?? ledger
    const before = copies.get(key) ?? 0
    if (before === MOST_COPIES || (before === 0 && copies.size === MOST_ASIDE)) return false
    copies.set(key, before + 1)
    return true
  })
}

/** The moment in which work was kept, in milliseconds; 0 where that is not known. */
export function savedAt(work: Kept | undefined): number {
  return Number.parseInt(work?.saved ?? '0', 10)
}

/** Cells that are kept, and what their ledger was opened as: the work that is kept may be another page’s by now. */
interface KeptCells {
  readonly origin: string | undefined
  readonly cells: LedgerCells
}

/** The cells of the ledger that was kept; none where it is of no workbook, or the cells are another’s. */
export async function readKeptCells(origin: string | undefined): Promise<LedgerCells | undefined> {
  const kept = await orNothing(() => get<KeptCells>(CELLS))
  return kept?.origin === origin ? kept?.cells : undefined
}

export async function keepCells(origin: string | undefined, cells: LedgerCells | undefined): Promise<void> {
  await orNothing(() => (cells ? set(CELLS, { origin, cells } satisfies KeptCells) : del(CELLS)))
}

/** The mapping for workbooks like those of last time; none where nobody has corrected one. */
export async function readKeptMapping(pack: string): Promise<ImportFile | undefined> {
  const kept = await orNothing(() => get<Record<string, ImportFile>>(MAPPINGS))
  return kept?.[pack]
}

/** Keeps a mapping for the next time, or keeps none any more. */
export async function keepMapping(pack: string, mapping: ImportFile | undefined): Promise<void> {
  const { [pack]: _, ...others } = (await orNothing(() => get<Record<string, ImportFile>>(MAPPINGS))) ?? {}
  await orNothing(() => set(MAPPINGS, mapping ? { ...others, [pack]: mapping } : others))
}

/** Forgets all of it. */
export async function forget(): Promise<void> {
  await orNothing(() => clear())
}
