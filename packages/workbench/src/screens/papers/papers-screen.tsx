import { useSignal } from '@preact/signals'
import type { Text } from '@tiaoli/engine'
import type { PaperKind } from '@tiaoli/office/papers'
import { useEffect } from 'preact/hooks'
import type { WorkbookFile } from '../../engine/calls.ts'
import type { Picture } from '../../engine/picture.ts'
import { choicesIn, chosenIn } from '../../parts/ledger-choice.ts'
import { ChoiceSelect } from '../../parts/choice-select.tsx'
import { FileButton } from '../../parts/file-button.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { WithPicture } from '../../parts/with-picture.tsx'
import { useLoading } from '../../state/use-loading.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { ProgressReading } from './progress-reading.tsx'
import { loaded, LOADING, NONE, type Loading } from '../../state/loading.ts'
import { type Work } from '../../state/work.ts'
import { wordsIn } from '../../words/words.ts'

interface Saved {
  /** None where there was nothing to save. */
  readonly name: string | undefined
  readonly remarks: readonly Text[]
}

export function PapersScreen() {
  const words = useWords()
  return (
    <main class="papers">
      <h1>{words.screens.papers}</h1>
      <WithPicture>{(picture) => <Papers picture={picture} />}</WithPicture>
    </main>
  )
}

function Papers({ picture }: { picture: Picture }) {
  const work = useWork()
  const words = useWords()
  const text = useText()
  /** What became of each paper that was asked for last. */
  const made = useSignal<ReadonlyMap<PaperKind, Loading<Saved>>>(new Map())
  const { found: kinds } = useLoading(() => work.engine.call('paperKinds', {}), [])
  const choices = choicesIn(picture)
  const chosen = chosenIn(choices, work.address.value.seen)
  // What was made is of another choice.
  useEffect(() => {
    made.value = new Map()
  }, [picture, chosen?.key])
  const make = async (kind: PaperKind, subjects: readonly string[] | undefined) => {
    const set = (saved: Loading<Saved>) => (made.value = new Map(made.value).set(kind, saved))
    set(LOADING)
    // By rules that are in force no more nobody makes papers without knowing it.
    const known = work.inForce.other
    await work.inForce.look()
    if (work.inForce.other !== known && work.inForce.other !== undefined) {
      set({ state: 'ready', value: { name: undefined, remarks: [olderRules(work.inForce.other)] } })
      return
    }
    set(await loaded(() => save(work, kind, subjects)))
  }
  return (
    <>
      <p class="bar">
        <ChoiceSelect choices={choices} chosen={chosen} />
      </p>
      <p>{words.papers.draft}</p>
      <NotReady of={kinds} waiting={words.loading} />
      <ul class="kinds">
        {(kinds.state === 'ready' ? kinds.value : []).map(({ kind, title, placeholders }) => (
          <li key={kind}>
            <h2>{text(title)}</h2>
            <p>{words.papers.about[kind]}</p>
            {placeholders && <TemplateField kind={kind} placeholders={text(placeholders)} />}
            <button
              type="button"
              disabled={!chosen}
              onClick={() => {
                if (chosen) void make(kind, chosen.subjects)
              }}
            >
              {words.papers.make}
            </button>
            <Outcome of={made.value.get(kind) ?? NONE} />
            {kind === 'supervision' && <ProgressReading />}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The letterhead of the office, in place of the usual layout; it stays in this page. */
function TemplateField({ kind, placeholders }: { kind: PaperKind; placeholders: string }) {
  const { letterheads } = useWork().searches
  const words = useWords()
  const template = letterheads.value.get(kind)
  const set = (file: WorkbookFile | undefined) => {
    const next = new Map(letterheads.value)
    if (file) next.set(kind, file)
    else next.delete(kind)
    letterheads.value = next
  }
  return (
    <div>
      <FileButton
        types={['.docx']}
        onFiles={([file]) =>
          void file!.arrayBuffer().then((bytes) => set({ name: file!.name, bytes: new Uint8Array(bytes) }))
        }
      >
        {words.papers.template}
      </FileButton>{' '}
      {template ? (
        <>
          {words.papers.usesTemplate(template.name)}{' '}
          <button type="button" class="plain" onClick={() => set(undefined)}>
            {words.papers.noTemplate}
          </button>
        </>
      ) : (
        <>
          <p class="notice">{words.papers.templateAbout}</p>
          <details>
            <summary>{words.papers.placeholders}</summary>
            <code>{placeholders}</code>
          </details>
        </>
      )}
    </div>
  )
}

function Outcome({ of }: { of: Loading<Saved> }) {
  const words = useWords()
  const text = useText()
  if (of.state !== 'ready') return <NotReady of={of} waiting={words.papers.making} />
  const { name, remarks } = of.value
  return (
    <div role="status">
      {name !== undefined && <p>{words.papers.saved(name)}</p>}
      {remarks.length > 0 && (
        <>
          {name !== undefined && <p>{words.papers.remarks}</p>}
          <ul>
            {remarks.map((remark, i) => (
              <li key={i}>{text(remark)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function olderRules(inForce: number): Text {
  return { zh: wordsIn('zh').papers.olderRules(inForce), en: wordsIn('en').papers.olderRules(inForce) }
}

async function save(work: Work, kind: PaperKind, subjects: readonly string[] | undefined): Promise<Saved> {
  const { file, remarks } = await work.engine.call('papers', {
    ...work.evaluation.setting(),
    kind,
    subjects,
    template: work.searches.letterheads.value.get(kind),
    names: work.ledgers.names.value,
    language: work.language.value,
  })
  if (file) saveFile(file)
  return { name: file?.name, remarks }
}
