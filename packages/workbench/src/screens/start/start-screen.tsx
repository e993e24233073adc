import { addressOf } from '../../address.ts'
import { FileInput } from '../../parts/file-input.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { savedAt, type Kept } from '../../state/browser-store.ts'
import { useMoment } from '../../parts/use-moment.ts'
import { Door } from './door.tsx'
import { KNOWN_SAMPLES } from '../../state/known-samples.ts'

/** Three doors: the sample city, a ledger of one's own, and the work of last time. */
export function StartScreen() {
  const work = useWork()
  const words = useWords()
  const momentOf = useMoment()
  const text = useText()
  const rules = work.inForce.rules.value
  if (rules.state !== 'ready')
    return (
      <main>
        <NotReady of={rules} waiting={words.loading} />
      </main>
    )
  const { id, title, clauses, requirements, rowLabel } = rules.value
  const sample = KNOWN_SAMPLES[id]
  const sampleText = sample && work.inForce.samples.value[sample.path]
  const kept = work.kept.last.value?.pack === id ? work.kept.last.value : undefined
  const aside = work.kept.aside.value.filter(({ work: one }) => one.pack === id && one.ledger !== kept?.ledger)
  /** Copies of one ledger differ in what was filled in, and when. */
  const about = (one: Kept) => {
    const said = words.start.resumeAbout(one.ledgerName, one.asOf)
    return savedAt(one) === 0
      ? said
      : said + words.aside(words.start.copyAbout(one.answers ?? 0, momentOf(savedAt(one))))
  }
  const show = async (opening: Promise<boolean>) => {
    if (await opening) location.hash = addressOf('results')
  }
  const openSample = (ledger: string, asOf: string) =>
    show(work.ledgers.openLedger(words.start.sampleName, ledger, { asOf, names: {} }))
  const openFiles = async (files: Iterable<File>) => {
    location.hash = addressOf((await work.imports.readFiles([...files])) === 'opened' ? 'results' : 'import')
  }
  return (
    <main class="start">
      <h1>{words.start.question(text(title))}</h1>
      <p>{words.start.size(clauses.first, clauses.others, requirements, text(rowLabel))}</p>
      <p>{words.start.blanks}</p>
      <div
        class="doors"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          void openFiles(event.dataTransfer?.files ?? [])
        }}
      >
        {sample && sampleText !== undefined && (
          <Door title={words.start.sample} about={words.start.sampleAbout(sample.asOf)}>
            <button type="button" class="primary" onClick={() => void openSample(sampleText, sample.asOf)}>
              {words.start.sample}
            </button>
          </Door>
        )}
        <Door title={words.start.open} about={words.start.openAbout}>
          <FileInput onFiles={(files) => void openFiles(files)} />
        </Door>
        <Door title={words.start.resume} about={kept ? about(kept) : words.start.nothingKept}>
          {kept && (
            <>
              <button type="button" onClick={() => void show(work.resume(kept))}>
                {words.start.resume}
              </button>
              <button type="button" class="plain" onClick={() => confirm(words.settings.sure) && void work.clear()}>
                {words.start.clear}
              </button>
            </>
          )}
          {aside.length > 0 && (
            <ul class="aside">
              {aside.map(({ work: earlier, cells }) => (
                <li key={earlier.saved}>
                  <button type="button" class="plain" onClick={() => void show(work.resume(earlier, cells))}>
                    {about(earlier)}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Door>
      </div>
      <NotReady of={work.ledgers.refusal.value} waiting={words.loading} />
    </main>
  )
}
