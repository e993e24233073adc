import { ledgerPart } from '@tiaoli/engine/plan'
import type { DraftRecord } from '../record/draft-record.ts'
import { wayDown } from '../record/way-down.ts'
import type { Scope } from '../../scope.ts'
import { says } from '../../values/text-form.ts'
import type { DraftLedger } from './draft-ledger.ts'

/** Records to which others refer that may not be all: a joint branch of two firms and a notary office. */
export class GroupsNotWhole {
  /** The records of which a list says who refers to them, and whether it names something else. */
  readonly #listed = new Map<DraftRecord, { hasOthers: boolean }>()

  /** Notes that a list names the records that refer to a record, or something else. */
  list(record: DraftRecord, hasOthers: boolean): void {
    const known = this.#listed.get(record)
    this.#listed.set(record, { hasOthers: hasOthers || known?.hasOthers === true })
  }

  /** Sets what is so of those that may have others, by their name, a list, or because so few refer to them. */
  settle(draft: DraftLedger): void {
    const { plan, mapping, root } = draft
    for (const { by, named = [], least = 0, sets } of mapping.groups ?? []) {
      const part = ledgerPart(plan.scopes, by)
      const to = part?.kind === 'fact' ? part.fact.to : undefined
      if (part?.kind !== 'fact' || !to) continue
      const referring = recordsOf(root, part.scope).map((record) => record.valueOf(part.path))
      for (const record of recordsOf(root, to)) {
        const listed = this.#listed.get(record)
        const number = referring.filter((id) => id !== undefined && id === record.valueOf(to.id!.path)).length
        const isFew = !listed && number > 0 && number < least
        if (!isFew && !listed?.hasOthers && !says(named, [record.name ?? ''])) continue
        const place = draft.rowsOfNames.get(record)?.place
        if (place)
          for (const [fact, value] of Object.entries(sets)) draft.set(record, fact, value, place, undefined, place)
      }
    }
  }
}

/** The records of a scope, wherever they are. */
function recordsOf(root: DraftRecord, scope: Scope): DraftRecord[] {
  return (wayDown(root.scope, scope) ?? []).reduce<DraftRecord[]>(
    (records, one) => records.flatMap((record) => record.list(one)),
    [root],
  )
}
