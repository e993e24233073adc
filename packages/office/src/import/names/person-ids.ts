import type { DraftRecord } from '../record/draft-record.ts'
import { keyOf } from '../../values/words.ts'
import type { NewIds } from './new-ids.ts'
import { tidyName } from './tidy-name.ts'

/** Gives ids to persons by their names. */
export class PersonIds {
  /** The names, by id. */
  readonly names: Record<string, string> = {}
  readonly #ids: NewIds
  readonly #known = new Map<string, { readonly id: string; readonly records: Set<DraftRecord> }[]>()

  constructor(ids: NewIds) {
    this.#ids = ids
  }

  /** The id of a person: equal names are one person in the records that are given. */
  idIn(records: readonly DraftRecord[], name: string): string {
    const key = keyOf(name)
    const known = this.#known.get(key) ?? []
    let person = known.find(({ records: others }) => records.some((record) => others.has(record)))
    if (!person) {
      person = { id: this.idOfStranger(name), records: new Set() }
      this.#known.set(key, [...known, person])
    }
    for (const record of records) person.records.add(record)
    return person.id
  }

  /** The id of a person whom no other mention of the name means. */
  idOfStranger(name: string): string {
    const id = this.#ids.mint('person')
    this.names[id] = tidyName(name)
    return id
  }
}
