import { ledgerPart } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { DraftLedger } from './draft-ledger.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { Scope } from '../../scope.ts'
import { knownRecord, recordsCalled } from './find-record.ts'
import { areSeveralRecords, namesIn } from '../names/several-names.ts'
import { keyOf } from '../../values/words.ts'

/** Sets the id of the record that is called so, once every table is read: it may be in a later one. */
export function setIdOf(
  draft: DraftLedger,
  of: Scope,
  text: string,
  fact: { readonly record: DraftRecord; readonly name: string },
  place: FilePlace,
): void {
  draft.later(() => {
    const found = knownRecord(draft, of, text, place)
    if (found) draft.set(fact.record, fact.name, found.valueOf(of.id!.path), place, undefined, place)
  })
}

/** The records that a cell names refer to a record, each by itself: of one that is not found the others are set. */
export function setReferring(
  draft: DraftLedger,
  reference: string,
  text: string,
  to: DraftRecord,
  place: FilePlace,
): void {
  if (draft.words.none.has(keyOf(text))) return
  const { scope } = ledgerPart(draft.plan.scopes, reference)!
  draft.later(() => {
    const isOne = recordsCalled(draft, scope, text).length > 0
    const names = isOne ? [text] : namesIn(text)
    for (const [i, name] of names.entries()) {
      const record = knownRecord(draft, scope, name, place, names.length > 1 ? i + 1 : undefined)
      draft.groupsNotWhole.list(to, record === undefined)
      if (record) draft.set(record, reference, to.valueOf(to.scope.id!.path), place, undefined, place)
    }
  })
}

/** Tells that a text is no name, and the only one for which it may stand, once every table is read. */
export function tellNoName(draft: DraftLedger, scope: Scope, text: string, place: FilePlace): void {
  draft.later(() => {
    const [name, ...others] = draft.names.longFormsOf(scope, text)
    if (areSeveralRecords(draft.names, scope, text)) draft.note('row-of-several', place)
    else if (name === undefined) draft.note('not-a-name', place)
    else draft.note('short-name', place, { proposal: others.length === 0 ? name : undefined })
  })
}
