import { signal } from '@preact/signals'
import type { Text } from '@tiaoli/engine'
import type { PaperKind } from '@tiaoli/office/papers'
import { useEffect } from 'preact/hooks'
import type { Picture } from '../../engine/picture.ts'
import { choicesIn, chosenIn } from '../../parts/choices.ts'
import { ChoiceSelect } from '../../parts/choice-select.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { WithPicture } from '../../parts/with-picture.tsx'
import { useLoading } from '../../state/use-loading.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { loaded, NONE, type Loading, type Work } from '../../state/work.ts'

interface Saved {
  readonly name: string
  readonly remarks: readonly Text[]
}

/** What became of each paper that was asked for last. */
const made = signal<ReadonlyMap<PaperKind, Loading<Saved>>>(new Map())

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
  const { found: kinds } = useLoading(() => work.engine.call('paperKinds', {}), [])
  const choices = choicesIn(picture)
  const chosen = chosenIn(choices, work.address.value.seen)
  // What was made is of another choice.
  useEffect(() => {
    made.value = new Map()
  }, [picture, chosen?.key])
  return (
    <>
      <p class="bar">
        <ChoiceSelect choices={choices} chosen={chosen} />
      </p>
      <p>{words.papers.draft}</p>
      <NotReady of={kinds} waiting={words.loading} />
      <ul class="kinds">
        {(kinds.state === 'ready' ? kinds.value : []).map(({ kind, title }) => (
          <li key={kind}>
            <h2>{text(title)}</h2>
            <p>{words.papers.about[kind]}</p>
            <button
              type="button"
              disabled={!chosen}
              onClick={() => {
                if (chosen) void make(work, kind, chosen.subjects)
              }}
            >
              {words.papers.make}
            </button>
            <Outcome of={made.value.get(kind) ?? NONE} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Outcome({ of }: { of: Loading<Saved> }) {
  const words = useWords()
  const text = useText()
  if (of.state !== 'ready') return <NotReady of={of} waiting={words.papers.making} />
  const { name, remarks } = of.value
  return (
    <div role="status">
      <p>{words.papers.saved(name)}</p>
      {remarks.length > 0 && (
        <>
          <p>{words.papers.remarks}</p>
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

async function make(work: Work, kind: PaperKind, subjects: readonly string[] | undefined): Promise<void> {
  const set = (saved: Loading<Saved>) => (made.value = new Map(made.value).set(kind, saved))
  set({ state: 'loading' })
  const asked = { ...work.setting(), kind, subjects, names: work.names.value, language: work.language.value }
  set(
    await loaded(async () => {
      const { file, remarks } = await work.engine.call('papers', asked)
      saveFile(file)
      return { name: file.name, remarks }
    }),
  )
}
