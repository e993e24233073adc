import { useSignal } from '@preact/signals'
import { addressOf } from '../../address.ts'
import type { WorkbookReading } from '../../engine/calls.ts'
import { DayInput } from '../../parts/day-input.tsx'
import { FileInput } from '../../parts/file-input.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useWords, useWork } from '../../state/use-work.ts'
import { ColumnTable } from './column-table.tsx'
import { LackingList } from './lacking-list.tsx'
import { mappingFile } from './mapping-file.ts'
import { NoteList } from './note-list.tsx'
import { RecordList } from './record-list.tsx'
import { UnknownOffices } from './unknown-offices.tsx'
import { UnknownSheets } from './unknown-sheets.tsx'

/** Workbooks in, and what became of every column, before anything is judged. */
export function ImportScreen() {
  const work = useWork()
  const words = useWords()
  const reading = work.imports.reading.value
  const read = async (files: Iterable<File>) => {
    if ((await work.imports.readFiles([...files])) === 'opened') location.hash = addressOf('results')
  }
  return (
    <main
      class="import"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void read(event.dataTransfer?.files ?? [])
      }}
    >
      <h1>{words.screens.import}</h1>
      {work.inForce.rules.value.state === 'ready' ? (
        <p>
          <FileInput onFiles={(files) => void read(files)} /> {words.import.about}
        </p>
      ) : (
        <NotReady of={work.inForce.rules.value} waiting={words.loading} />
      )}
      <NotReady of={work.ledgers.refusal.value} waiting={words.loading} />
      {reading.state === 'ready' ? (
        <Reading reading={reading.value} />
      ) : (
        <NotReady of={reading} waiting={words.loading} />
      )}
    </main>
  )
}

function Reading({ reading }: { reading: WorkbookReading }) {
  const work = useWork()
  const words = useWords()
  const { columns, used, notes, values, mapping, head, records } = reading
  const isTemplate = mapping === undefined
  const isEmpty = values === 0
  const isBeingUsed = useSignal(false)
  const use = async () => {
    isBeingUsed.value = true
    if (await work.imports.useReading()) location.hash = addressOf('results')
    isBeingUsed.value = false
  }
  return (
    <>
      <p>
        {mapping
          ? words.import.read(used, columns.length, values)
          : work.ledgers.open.value
            ? isEmpty
              ? words.import.templateEmpty
              : words.import.templateRead
            : words.import.templateAlone}
        {mapping?.file.guessed && !isEmpty && <strong> {words.import.guessed}</strong>}
      </p>
      {mapping && (
        <p>
          <label>
            {words.import.day} <DayInput day={head.day ?? ''} onDay={(day) => void work.imports.readAgain(day)} />
          </label>{' '}
          <small>{words.import.dayAbout}</small>
        </p>
      )}
      <p>
        <button type="button" class="primary" disabled={isEmpty} onClick={() => void use()}>
          {words.import.use}
        </button>
        {isEmpty && !isTemplate && <strong> {words.import.nothingRead}</strong>}
      </p>
      <h2>{words.import.toLookAt}</h2>
      <NoteList notes={notes.filter(({ severity }) => severity === 'warning')} />
      {mapping && <UnknownOffices mapping={mapping} />}
      {mapping && <UnknownSheets mapping={mapping} />}
      {mapping && head.day !== undefined && !isBeingUsed.value && <LackingList reading={reading} day={head.day} />}
      {records.length > 0 && (
        <>
          <h2>{words.import.records}</h2>
          <p>{words.import.recordsAbout}</p>
          <RecordList records={records} />
        </>
      )}
      {columns.length > 0 && (
        <>
          <h2>{words.import.columns}</h2>
          <p>
            {words.import.correcting}{' '}
            {mapping && (
              <button type="button" onClick={() => saveFile(mappingFile(mapping, words.import.mappingName))}>
                {words.import.saveMapping}
              </button>
            )}{' '}
            {(mapping?.isOwn ?? false) && (
              <>
                {words.import.ownMapping}{' '}
                <button type="button" onClick={() => void work.imports.correctNothing()}>
                  {words.import.noOwnMapping}
                </button>
              </>
            )}
          </p>
          <ColumnTable columns={columns} choices={mapping?.choices ?? []} />
        </>
      )}
      <h2>{words.import.toKnow}</h2>
      <NoteList notes={notes.filter(({ severity }) => severity === 'info')} />
    </>
  )
}
