import type { PackSource } from '@tiaoli/engine'
import type { LoadedPack } from '../load-or-throw.ts'
import { documentEntries } from '../scaffold/add-document.ts'
import { textsWithEntries, type FileTexts } from '../scaffold/insert-entries.ts'
import { clauseOfNew, newDocument, ownText, type EnteredDocument } from './entered-document.ts'
import { giveValue, type NewValue } from './give-value.ts'

/**
 * What a change rests on: a clause that the pack has, one of a document that comes with the change, or nothing but what
 * somebody assumes, for the reason given.
 */
export type Ground = { clause: string } | { document: EnteredDocument } | { assumption: string }

/** A change of the rules as a form asks for it. */
export type RuleEdit = { ground: Ground } & ({ kind: 'value' } & NewValue)

/**
 * The files of a pack that a change makes new, the rest of each as it was. They may have faults, for whoever is still
 * typing to see. Throws `ScaffoldError` for what cannot be done with the pack.
 */
export function revise(source: PackSource, pack: LoadedPack, edit: RuleEdit): FileTexts {
  const { plan } = pack
  const { ground } = edit
  if ('clause' in ground) return textsWithEntries(source, giveValue(pack, edit, { clauses: [ground.clause] }))
  if ('assumption' in ground)
    return textsWithEntries(source, giveValue(pack, edit, { assumption: ownText(plan, ground.assumption) }))
  const document = newDocument(plan, ground.document)
  return textsWithEntries(source, [
    ...documentEntries(source, plan, document),
    ...giveValue(pack, edit, { clauses: [clauseOfNew(plan, document)] }),
  ])
}
