import type { ReadRecord } from '../../engine/calls.ts'
import { placesIn } from '../../engine/place-text.ts'
import { useText, useWords } from '../../state/use-work.ts'

/** Where no record has more, all are seen at a glance: a roster gives a few counts for each organization. */
const FEW = 6

/** What was read, record by record, for somebody to compare with the workbook. */
export function RecordList({ records }: { records: readonly ReadRecord[] }) {
  const words = useWords()
  const text = useText()
  const isOpen = records.every(({ values }) => values.length <= FEW)
  const placeText = placesIn(records.flatMap(({ values }) => values.map(({ place }) => place)))
  return (
    <>
      {records.map(({ pointer, name, label, values }) => (
        <details key={pointer} class="read-record" open={isOpen}>
          <summary>
            {name ?? text(label)} <small>{words.import.values(values.length)}</small>
          </summary>
          <ul class="notes">
            {values.map((value) => (
              <li key={`${value.place.cell} ${value.label.zh}`}>
                {text(value.label)} <b>{text(value.text)}</b> <span class="cells">{placeText(value.place)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}
