import type { Text } from '@tiaoli/engine'
import { completeText } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { Scope } from '../../scope.ts'
import type { DraftLedger } from './draft-ledger.ts'

type Fact = Scope['given'][number]

/**
 * Numbers that cells give and that are not in the ledger, for a cell is not understood or two contradict each other. None
 * may be worked out from others in their place: of the others, the last is left out too.
 */
export class OpenNumbers {
  readonly #unread = new Map<DraftRecord, Map<Fact, FilePlace>>()

  /** A cell gives a number, and is not understood. */
  add(record: DraftRecord, fact: Fact, place: FilePlace): void {
    const facts = this.#unread.get(record) ?? new Map<Fact, FilePlace>()
    this.#unread.set(record, facts.set(fact, place))
  }

  settle(draft: DraftLedger): void {
    for (const record of draft.root.withAllBelow())
      for (const fact of record.scope.given) this.#keepOpen(fact, record, draft)
  }

  #keepOpen(fact: Fact, record: DraftRecord, draft: DraftLedger): void {
    const { equals, path, label } = fact
    if (equals?.kind !== 'arithmetic' || record.valueOf(path) !== undefined) return
    const unread = this.#unread.get(record)?.get(fact)
    if (!unread && !record.isContested(path)) return
    const others = equals.operands.flatMap((one) =>
      record.scope.given.flatMap((given) => (one.kind === 'fact' && one.fact === given ? [given.path] : [])),
    )
    if (others.length < equals.operands.length || others.some((one) => record.valueOf(one) === undefined)) return
    const last = others.at(-1)!
    const place = record.placeOf(last)
    record.contest(last, unread)
    if (place) draft.note('left-open', place, { other: unread, text: openText(completeText(label)) })
  }
}

function openText({ zh, en }: Text): Text {
  return {
    zh: `“${zh}”在表中写了而没有填入台账，又可由这个数推算出来，所以这个数也没有填入台账。请先改正那一格。`,
    en: `“${en}” is written in the table and is not in the ledger, and would follow from this number, which is therefore left out too. Correct that cell first.`,
  }
}
