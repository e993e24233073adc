import { pathOf, pointerOf } from '@tiaoli/engine/plan'
import { doubtfulIn, impossibleIn, type LedgerFault } from '../../check-ledger.ts'
import type { FilePlace } from '../../office-error.ts'
import type { DraftLedger } from './draft-ledger.ts'
import type { Provenance } from './import-result.ts'

/** A draft as JSON, without what cannot be; that, and what does not agree, is noted by its cells. */
export function checkedLedger(draft: DraftLedger): { ledger: Record<string, unknown>; provenance: Provenance[] } {
  const { plan, on } = draft
  const written = draft.finish()
  const places = placesOf(written.provenance)
  const impossible = impossibleIn(plan, written.ledger, on)
  for (const fault of impossible) tell(draft, fault, places)
  const without = new Set(impossible.flatMap(({ pointers }) => pointers))
  const made = without.size > 0 ? draft.finish(without) : written
  const kept = placesOf(made.provenance)
  for (const fault of doubtfulIn(plan, made.ledger, on, kept.keys())) tell(draft, fault, kept)
  return made
}

function placesOf(provenance: readonly Provenance[]): Map<string, FilePlace> {
  return new Map(provenance.map(({ pointer, ...place }) => [pointer, place]))
}

/** What becomes of the values, after what is wrong with them. */
const OUTCOMES = {
  impossible: { zh: '未填入台账。', en: ' It is not in the ledger.' },
  conflict: { zh: '改正以前按“无法判定”处理。', en: ' Until then what depends on it is “unknown”.' },
}

function tell(
  draft: DraftLedger,
  { kind, pointers, compared = [], text }: LedgerFault,
  places: ReadonlyMap<string, FilePlace>,
): void {
  const placesOfAll = [...pointers, ...compared].flatMap((pointer) => placeOf(pointer, places) ?? [])
  const [place, ...others] = new Set(placesOfAll)
  const other = others.find(
    ({ file, sheet, cell }) => file !== place?.file || sheet !== place.sheet || cell !== place.cell,
  )
  if (!place) return
  const outcome = kind === 'year-ahead' ? undefined : OUTCOMES[kind]
  const said = text && outcome ? { text: { zh: text.zh + outcome.zh, en: text.en + outcome.en } } : {}
  draft.note(kind, place, { other, ...said })
}

/** The cell of a value, or that of which it is part. */
function placeOf(pointer: string, places: ReadonlyMap<string, FilePlace>): FilePlace | undefined {
  for (let path = pathOf(pointer); path.length > 0; path = path.slice(0, -1)) {
    const place = places.get(pointerOf(path))
    if (place) return place
  }
  return undefined
}
