import type { PackSource } from '@tiaoli/engine'
import { pathOf, type Clause, type DatedValue, type Plan } from '@tiaoli/engine/plan'
import type { LoadedPack } from '../load-or-throw.ts'
import { documentEntries } from '../scaffold/add-document.ts'
import type { Insertion } from '../scaffold/insert-entries.ts'
import { inOwnLanguages } from '../scaffold/in-own-languages.ts'
import { ScaffoldError } from '../scaffold/scaffold-error.ts'
import {
  clauseOfNew,
  inOwnWords,
  knownDocument,
  forceOfEntered,
  newDocument,
  ownText,
  type EnteredDocument,
} from './entered-document.ts'

/**
 * What a change rests on: a clause that the pack has, one of a document that comes with the change, or nothing but what
 * somebody assumes, for the reason given.
 */
export type Ground = { clause: string } | { document: EnteredDocument } | { assumption: string }

/** How a change cites what it rests on, and what has to be put into the pack for it. */
export interface Cited {
  cites: Pick<DatedValue, 'clauses' | 'assumption'>
  entries: Insertion[]
}

export function citedGround(source: PackSource, { plan }: LoadedPack, ground: Ground): Cited {
  if ('clause' in ground) return { cites: { clauses: [ground.clause] }, entries: [] }
  if ('assumption' in ground) return { cites: { assumption: ownText(plan, ground.assumption) }, entries: [] }
  const { reference, entries } = enteredClause(source, plan, ground.document)
  return { cites: { clauses: [reference] }, entries }
}

type Changes = NonNullable<Clause['changes']>

/** The clause that is typed in with its document: one that the pack has already, one more of a document of it, or one of a new document. */
function enteredClause(source: PackSource, plan: Plan, entered: EnteredDocument, changes?: Changes) {
  const known = knownDocument(plan, entered)
  const document = newDocument(plan, entered)
  const clause = { ...document.clause!, ...(changes && { changes }) }
  if (!known)
    return {
      reference: clauseOfNew(plan, document),
      entries: documentEntries(source, plan, { ...document, clause }),
    }
  const own = [...plan.clauses.values()].filter((one) => one.document === known)
  const same = own.find(({ text }) => inOwnWords(plan, text) === entered.text.trim())
  const prefix = known.id === plan.document?.id ? '' : `${known.id}/`
  if (same && !changes) return { reference: same.reference, entries: [] }
  const ids = new Set(own.map(({ reference }) => reference))
  let number = 1
  while (ids.has(`${prefix}a${number}`)) number++
  const id = `a${number}`
  return {
    reference: `${prefix}${id}`,
    entries: [
      {
        file: `documents/${known.id}/clauses.json`,
        path: ['clauses'],
        append: true,
        value: inOwnLanguages(plan, { id, ...clause, testability: 'full' as const }),
      },
    ],
  }
}

/** The force of the clause that a change rests on. */
export function forceOf({ plan }: LoadedPack, ground: Ground): Clause['force'] | undefined {
  if ('clause' in ground) return plan.clauses.get(ground.clause)?.force
  return 'document' in ground ? forceOfEntered(ground.document) : undefined
}

/** Puts what a clause does to earlier law with the clause. */
export function changeBy(
  source: PackSource,
  pack: LoadedPack,
  ground: Ground,
  change: NonNullable<Clause['changes']>[number],
): Insertion[] {
  const { plan, places } = pack
  if ('document' in ground) {
    const { from, ...rest } = change
    // Left out, it is the first day of the document.
    const entry = from === ground.document.from ? (rest as typeof change) : change
    return enteredClause(source, plan, ground.document, [entry]).entries
  }
  if ('assumption' in ground) throw new ScaffoldError('needs-clause', '')
  const clause = plan.clauses.get(ground.clause)
  if (!clause || clause.document.pack !== plan.pack.id) throw new ScaffoldError('no-clause', ground.clause)
  const { file, pointer } = places.within('clause', ground.clause, 'changes')
  return [{ file, path: pathOf(pointer), append: true, value: change }]
}
