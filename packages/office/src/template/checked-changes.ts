import { parseDay, pathOf, pointerOf, type Plan } from '@tiaoli/engine/plan'
import { doubtfulIn, impossibleIn, type LedgerFault } from '../check-ledger.ts'
import type { ChangedLedger } from './changed-ledger.ts'
import type { ValueChange } from './fill-record.ts'
import { pointerOfRow } from './ledger-records.ts'
import { templateNote, type TemplateNote } from './template-notes.ts'

/** Puts back what was changed into something that cannot be, and tells that and what no longer agrees by its cells. */
export function checkedChanges(draft: ChangedLedger, changes: readonly ValueChange[], plan: Plan): TemplateNote[] {
  if (changes.length === 0) return []
  const made = new Map(changes.map((change) => [`${pointerOfRow(change.row)}${pointerOf(change.path)}`, change]))
  const notes: TemplateNote[] = []
  for (const fault of impossibleIn(plan, draft.json, dayOf(draft))) {
    const change = changeAt(fault.pointers[0]!, made)
    if (!change) continue
    notes.push(noteOf(fault, [change]))
    draft.restore(change.row, change.path, change.before)
    made.delete(fault.pointers[0]!)
  }
  for (const fault of doubtfulIn(plan, draft.json, dayOf(draft), made.keys())) {
    const found = fault.pointers.flatMap((pointer) => changeAt(pointer, made) ?? [])
    if (found.length > 0) notes.push(noteOf(fault, found))
  }
  return notes
}

function dayOf({ json }: ChangedLedger): string | undefined {
  const { on } = json
  return typeof on === 'string' && parseDay(on) !== undefined ? on : undefined
}

/** The change of a value, or of the group that it is in. */
function changeAt(pointer: string, changes: ReadonlyMap<string, ValueChange>): ValueChange | undefined {
  for (let path = pathOf(pointer); path.length > 0; path = path.slice(0, -1)) {
    const change = changes.get(pointerOf(path))
    if (change) return change
  }
  return undefined
}

function noteOf({ kind, text }: LedgerFault, [change, other]: readonly ValueChange[]): TemplateNote {
  return templateNote(kind, change!.place, text, other?.place)
}
