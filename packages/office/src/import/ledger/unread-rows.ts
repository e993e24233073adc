import type { Scope } from '../../scope.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import { bareName } from '../names/bare-name.ts'
import { namesIn } from '../names/several-names.ts'
import type { DraftLedger } from './draft-ledger.ts'
import { recordsCalled } from './find-record.ts'

/** Leaves open the lists of records that rows name which are not read: what is in such a row may belong to them. */
export class UnreadRows {
  readonly #rows: { readonly scope: Scope; readonly text: string; readonly lists: ReadonlySet<Scope> }[] = []

  /** A row that is not read, by the cell that names records of a scope, and the lists that its table fills. */
  add(scope: Scope, text: string, lists: ReadonlySet<Scope>): void {
    this.#rows.push({ scope, text, lists })
  }

  /** Says so of the records, after all tables are read. */
  settle(draft: DraftLedger): void {
    for (const { scope, text, lists } of this.#rows)
      for (const name of [text, ...namesIn(text)].map((one) => bareName(one)))
        for (const record of called(draft, scope, name)) leaveListsOpen(record, lists)
  }
}

/** The records that may be meant, by a short name too. */
function called(draft: DraftLedger, scope: Scope, name: string): readonly DraftRecord[] {
  const known = recordsCalled(draft, scope, name)
  return known.length > 0 ? known : draft.names.allSimilar(scope, name)
}

function leaveListsOpen(record: DraftRecord, lists: ReadonlySet<Scope>): void {
  for (const scope of record.scope.children) {
    if (!scope.keyed && lists.has(scope)) record.setIncomplete(scope)
    for (const below of record.list(scope)) leaveListsOpen(below, lists)
  }
}
