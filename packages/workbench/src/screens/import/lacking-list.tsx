import type { LackingFact, WorkbookReading } from '../../engine/calls.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { useLoading } from '../../state/use-loading.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'

/** So many facts are named at once. */
const NAMED = 8

/** What findings wait for, though no column gives it. */
export function LackingList({ reading: { text, columns }, day }: { reading: WorkbookReading; day: string }) {
  const {
    engine,
    evaluation: { profile },
  } = useWork()
  const words = useWords()
  const gives = columns.flatMap(({ facts }) => facts)
  const { found } = useLoading(
    (signal) => engine.call('lacking', { text, gives, asOf: day, profile: profile.value }, signal),
    [text, day, profile.value],
  )
  if (found.state !== 'ready') return <NotReady of={found} waiting={words.judging} />
  const { unknown, facts } = found.value
  if (facts.length === 0) return null
  const rest = facts.slice(NAMED)
  return (
    <section class="lacking">
      <h2>{words.import.lacking}</h2>
      <p>{words.import.lackingAbout(unknown, facts.length)}</p>
      <Facts facts={facts.slice(0, NAMED)} />
      {rest.length > 0 && (
        <details>
          <summary>{words.import.lackingMore(rest.length)}</summary>
          <Facts facts={rest} />
        </details>
      )}
    </section>
  )
}

function Facts({ facts }: { facts: readonly LackingFact[] }) {
  const words = useWords()
  const text = useText()
  return (
    <ul class="notes">
      {facts.map(({ label, requirements, findings }) => (
        <li key={label.zh}>
          {text(label)} <small>{words.import.waitsFor(requirements, findings)}</small>
        </li>
      ))}
    </ul>
  )
}
