import { InputError } from '../errors/input-error.ts'
import type { Session } from '../plan/session.ts'
import { recordPointer } from '../plan/ledger-record.ts'
import type { Plan } from '../plan/plan.ts'
import { preparationOf } from '../plan/preparation.ts'
import { RecordsByScope } from '../plan/records-by-scope.ts'
import type { Scope } from '../plan/scope.ts'
import type { StreamView } from '../plan/stream-view.ts'
import { incompleteScopes } from './incomplete-scopes.ts'
import type { LoadedLedger } from './loaded-ledger.ts'
import { prepareRecords } from './prepare-records.ts'
import { RawValues } from './raw-values.ts'
import { readInto } from './read-ledger.ts'
import { RecordsById } from './records-by-id.ts'
import { blankAround, withdrawSupposed } from './supposed-parents.ts'

/**
 * Reads a ledger and prepares its records. With a view, it is the one around records that come later, one at a time, and may be
 * left out.
 */
export function loadLedger(plan: Plan, ledger: unknown, session: Session, view?: StreamView): LoadedLedger {
  const preparation = view ? preparationOf(plan, [...plan.scopes.values()], view) : plan.preparation
  const records = new RecordsByScope(preparation.scopes)
  const isSupposed = view !== undefined && ledger === undefined
  const root = readInto(records, plan.root, undefined, 0, isSupposed ? blankAround(view.scope) : ledger)
  if (view) expectStream(view.scope, records)
  const incomplete = new Map(incompleteScopes(preparation.scopes, records, session.asOf))
  const [supposed] = isSupposed ? records.of(view.scope.parent!) : []
  const index: LoadedLedger = {
    root,
    records,
    ids: new RecordsById(preparation.named, records),
    undecided: new Map(),
    incomplete,
    conflicts: [],
    view,
    rawValues: view && new RawValues(records, view),
    supposed,
  }
  prepareRecords(preparation, index, session)
  index.rawValues?.forgetUnchanged()
  if (supposed) withdrawSupposed(supposed, records, incomplete)
  return index
}

/** The lists to be streamed are not missing but empty so far; records already in them would be counted twice. */
function expectStream(streamed: Scope, records: RecordsByScope): void {
  const [early] = records.of(streamed)
  if (early)
    throw new InputError('ledger', [
      {
        code: 'streamed-in-context',
        pointer: recordPointer(early),
        message: {
          zh: `“${streamed.label.zh}”逐条提供，所附台账中不应再有。请删去。`,
          en: `Records of ${streamed.label.en} are streamed one by one. Remove them from the ledger around them.`,
        },
      },
    ])
  for (const parent of records.of(streamed.parent!)) parent.setList(streamed, [])
}
