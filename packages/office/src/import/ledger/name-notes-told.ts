import type { FilePlace } from '../../office-error.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { DraftLedger } from './draft-ledger.ts'

/** Tells what stands behind a name and is no part of it; and where another record has a name that is written there. */
export function tellNameNotes(draft: DraftLedger, record: DraftRecord, written: string, place: FilePlace): void {
  const { hasNotes, others } = draft.names.meanings.notesOf(written)
  if (hasNotes) draft.note('remark', place)
  if (others.length > 0) draft.later(() => tellOthers(draft, record, others, place))
}

function tellOthers(draft: DraftLedger, record: DraftRecord, others: readonly string[], place: FilePlace): void {
  const { names, rowsOfNames } = draft
  for (const name of others) {
    const similar = names.similar(record.scope, name)
    const found = [name, ...(similar === undefined ? [] : [similar])].flatMap((one) => names.find(record.scope, one))
    const other = found.find((one) => one !== record)
    if (other) draft.note('named-alike', place, { other: rowsOfNames.get(other)?.place, text: RENAMED })
  }
}

const RENAMED = {
  zh: '括号里写的另一个名称，另一处也有，台账中是两条记录，可能是同一个更名前后的。是同一个的，只留一处；确是两个的，不用改。',
  en: 'The other name in brackets is that of another row too, and the ledger has two records, which may be one before and after it was renamed. If they are one, keep one row; if they are two, leave it.',
}
