import { ledgerPart } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { keyOf } from '../../values/words.ts'
import { setIdOf } from '../ledger/names-to-come.ts'
import { areSeveralNames, areSeveralRecords } from '../names/several-names.ts'
import { isPerson } from '../names/person-in-name.ts'
import { NO_REFERENCE } from './looks-named.ts'
import type { RowRecords } from './row-cells.ts'
import type { RowFacts } from './row-facts.ts'

/** Reads columns that name organizations. */
export class RowOrganizations {
  readonly #reading: SheetReading
  readonly #facts: RowFacts

  constructor(reading: SheetReading, facts: RowFacts) {
    this.#reading = reading
    this.#facts = facts
  }

  /** Whether an organization is named for several records, so that it is not known whose it is. */
  isOfSeveral(column: ReadColumn, records: RowRecords): boolean {
    const { organization } = column.mapped
    return organization !== undefined && this.#facts.cellOfSeveral(organization, column, records) !== undefined
  }

  /** Sets the id of the organization that a text names. */
  set(name: string, text: string, column: ReadColumn, records: RowRecords, place: FilePlace): void {
    const { draft } = this.#reading
    if (draft.words.none.has(keyOf(text))) return
    const part = ledgerPart(draft.plan.scopes, name)
    const of = part?.kind === 'fact' ? part.fact.of : undefined
    if (of ? areSeveralRecords(draft.names, of, text) : areSeveralNames(draft.names.meanings, text)) {
      draft.note('several-organizations', place)
      return
    }
    const offices = (this.#reading.found.table.columns ?? []).filter(({ person }) => person !== undefined)
    if (
      isPerson(
        text,
        draft.names.meanings.persons,
        offices.flatMap(({ headings }) => headings),
      )
    ) {
      draft.note('not-a-name', place, { text: NO_REFERENCE })
      return
    }
    const target = this.#facts.target(name, column, records, place)
    if (!target) return
    if (of) {
      this.#facts.tellShared(name, column, records, place)
      setIdOf(draft, of, text, { record: target, name }, place)
      return
    }
    const first = this.#facts.cellOfSeveral(name, column, records)
    if (first !== undefined) {
      draft.note('organization-of-several', { ...place, cell: first })
      return
    }
    const kind = name.split('.').at(-2)!
    const plain = draft.names.meanings.withoutPerson(text)
    if (plain !== undefined) draft.note('remark', place)
    const called = plain ?? text
    const [known] = draft.names.organizationsOf(target, called)
    draft.set(target, name, known ?? draft.names.organization(target, called, kind), place, undefined, place)
  }
}
