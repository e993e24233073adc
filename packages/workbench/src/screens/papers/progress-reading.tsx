import { useSignal } from '@preact/signals'
import { WORKBOOK_ENDINGS } from '@tiaoli/office/endings'
import type { ReadProgress } from '../../engine/calls.ts'
import { placeText } from '../../engine/place-text.ts'
import { MarkSign } from '../../parts/mark-sign.tsx'
import { FileButton } from '../../parts/file-button.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { loaded, LOADING, NONE, type Loading } from '../../state/loading.ts'

/** What an office has filled into a follow-up table, beside how the ledger stands on each matter. Nothing of it is kept. */
export function ProgressReading() {
  const work = useWork()
  const words = useWords()
  /** What became of the file that was chosen last. */
  const reading = useSignal<Loading<ReadProgress>>(NONE)
  /** What was read last of a table; a file that is no such table does not take it away. */
  const progress = useSignal<ReadProgress | undefined>(undefined)
  const read = async (file: File) => {
    reading.value = LOADING
    reading.value = await loaded(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      return work.engine.call('readProgress', { name: file.name, bytes, ...work.evaluation.setting() })
    })
    if (reading.value.state === 'ready' && !isNoTable(reading.value.value)) progress.value = reading.value.value
  }
  return (
    <>
      <p>
        <FileButton types={WORKBOOK_ENDINGS} onFiles={([file]) => void read(file!)}>
          {words.papers.readProgress}
        </FileButton>
      </p>
      <NotReady of={reading.value} waiting={words.loading} />
      {reading.value.state === 'ready' && isNoTable(reading.value.value) && (
        <div role="alert">
          <Problems problems={reading.value.value.problems} />
        </div>
      )}
      {progress.value && <Progress progress={progress.value} />}
    </>
  )
}

/** Nothing was filled in where nothing was read at all: that is said instead. */
function isNoTable({ items, problems }: ReadProgress): boolean {
  return items.length === 0 && problems.length > 0
}

function Problems({ problems }: Pick<ReadProgress, 'problems'>) {
  const text = useText()
  return (
    <ul class="notes">
      {problems.map(({ place, text: said }, i) => (
        <li key={i}>
          {text(said)} <span class="cells">{placeText(place)}</span>
        </li>
      ))}
    </ul>
  )
}

function Progress({ progress: { items, problems } }: { progress: ReadProgress }) {
  const words = useWords()
  const text = useText()
  const of = (wanted: string) => items.filter(({ state }) => state === wanted).length
  return (
    <div role="status">
      <p>{words.papers.progress(items.length, of('done'), of('underway'), of('open'))}</p>
      {problems.length > 0 && <Problems problems={problems} />}
      {items.length > 0 && (
        <table class="plain-table">
          <thead>
            <tr>
              {words.papers.progressColumns.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ unit, matter, stateText, day, note, mark }, i) => (
              <tr key={i}>
                <td>{unit}</td>
                <th scope="row">{matter}</th>
                <td>{stateText && text(stateText)}</td>
                <td class="day">{day && words.day(day)}</td>
                <td>{note}</td>
                <td>{mark && <MarkSign mark={mark} inWords />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
