import { addTo } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import { areLikelyOne } from '../names/likely-slip.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import { keyOf } from '../../values/words.ts'

/** A person who is named in an office. */
interface Named {
  readonly name: string
  /** The fact that is the id of who holds it. */
  readonly office: string
  readonly place: FilePlace
}

/** Who is named in which office of a record. */
export class PersonsInOffice {
  readonly #named = new Map<DraftRecord, Named[]>()

  add(named: Named, records: readonly DraftRecord[]): void {
    for (const record of records) addTo(this.#named, record, named)
  }

  /** Who is in another office under a name so like this one that the two may be one; nobody where it is known who it is. */
  alike({ name, office }: Omit<Named, 'place'>, records: readonly DraftRecord[]): Named | undefined {
    const others = records.flatMap((record) => this.#named.get(record) ?? [])
    const isKnown = others.some((one) => one.office === office || keyOf(one.name) === keyOf(name))
    return isKnown ? undefined : others.find((one) => areLikelyOne(one.name, name))
  }
}
