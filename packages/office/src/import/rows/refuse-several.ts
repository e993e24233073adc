import type { FilePlace } from '../../office-error.ts'
import type { Cell } from '../../workbook.ts'
import type { Scope } from '../../scope.ts'
import type { DraftLedger } from '../ledger/draft-ledger.ts'
import { areSeveralRecords } from '../names/several-names.ts'

/** Whether a cell has the names of several records, which nothing tells apart; its row is not read, and noted. */
export function refuseSeveral(draft: DraftLedger, scope: Scope, { text }: Cell, place: FilePlace): boolean {
  const isOfSeveral = areSeveralRecords(draft.names, scope, text)
  if (isOfSeveral) draft.note('row-of-several', place)
  return isOfSeveral
}
