import { signal } from '@preact/signals'
import type { Text } from '@tiaoli/engine'
import { PAPER_KINDS, paperTitle, type PaperKind } from '@tiaoli/office/papers'
import type { Picture, Row } from '../../engine/picture.ts'
import { nameOf } from '../../parts/name-of.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { loaded, NONE, type Loading, type Work } from '../../state/work.ts'

interface Saved {
  readonly name: string
  readonly remarks: readonly Text[]
}

/** What became of each paper that was asked for last. */
const made = signal<ReadonlyMap<PaperKind, Loading<Saved>>>(new Map())

export function PapersScreen() {
  const work = useWork()
  const words = useWords()
  const picture = work.picture.value
  return (
    <main class="papers">
      <h1>{words.screens.papers}</h1>
      {picture.state === 'ready' ? (
        <Papers picture={picture.value} />
      ) : picture.state === 'none' ? (
        <p class="empty">
          {words.results.noPicture} <a href="#/start">{words.screens.start}</a>
        </p>
      ) : (
        <NotReady of={picture} waiting={words.judging} />
      )}
    </main>
  )
}

function Papers({ picture }: { picture: Picture }) {
  const work = useWork()
  const words = useWords()
  const text = useText()
  const choices = choicesIn(picture)
  const { row } = work.address.value.seen
  const chosen = choices.find(({ pointer }) => pointer === row) ?? choices[0]!
  return (
    <>
      <label class="scope">
        {words.papers.scope}
        <select
          value={chosen.pointer ?? ''}
          onChange={({ currentTarget }) => {
            made.value = new Map()
            location.hash = `#/papers${currentTarget.value === '' ? '' : `?row=${encodeURIComponent(currentTarget.value)}`}`
          }}
        >
          {choices.map(({ pointer, unit }) => (
            <option key={pointer ?? ''} value={pointer ?? ''}>
              {unit ? nameOf(unit, work.names.value, text) : words.papers.all}
            </option>
          ))}
        </select>
      </label>
      <p>{words.papers.draft}</p>
      <ul class="kinds">
        {PAPER_KINDS.map((kind) => (
          <li key={kind}>
            <h2>{text(paperTitle(kind))}</h2>
            <p>{words.papers.about[kind]}</p>
            <button type="button" onClick={() => void make(work, kind, chosen.subjects)}>
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

interface Choice {
  readonly pointer: string | undefined
  readonly unit: Row['unit'] | undefined
  /** None for all. */
  readonly subjects: readonly string[] | undefined
}

/** All, each group with all that is in it, and each record. */
function choicesIn({ groups }: Picture): Choice[] {
  return [
    { pointer: undefined, unit: undefined, subjects: undefined },
    ...groups.flatMap(({ unit, own, rows }): Choice[] => [
      ...(unit
        ? [
            {
              pointer: unit.pointer,
              unit,
              subjects: [...(own?.subjects ?? []), ...rows.flatMap((row) => row.subjects)],
            },
          ]
        : []),
      ...rows.map((row) => ({ pointer: row.unit.pointer, unit: row.unit, subjects: row.subjects })),
    ]),
  ]
}
