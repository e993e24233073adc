import type { Description } from '@tiaoli/authoring'
import { addressOf } from '../../address.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { PrintButton } from '../../parts/print-button.tsx'
import { useLoading } from '../../state/use-loading.ts'
import { useWords, useWork } from '../../state/use-work.ts'
import { DescriptionLines } from '../../parts/description-lines.tsx'

/** What is asked by hand of most requirements; the rest is folded away. */
const OPEN: ReadonlySet<Description['sections'][number]['part']> = new Set([
  'source',
  'scope',
  'applies',
  'requires',
  'due',
  'achievedOn',
  'unless',
  'parameters',
])

/** A requirement in words: whom it concerns, when, what it asks, with its exceptions, parameters and cases. */
export function RequirementPanel({ requirement }: { requirement: string }) {
  const {
    engine,
    language,
    inForce: { rules },
  } = useWork()
  const words = useWords()
  const { found } = useLoading(
    () => engine.call('writtenOut', { requirement, language: language.value }),
    [requirement, language.value, rules.value],
  )
  if (found.state !== 'ready')
    return (
      <aside class="findings">
        <NotReady of={found} waiting={words.loading} />
      </aside>
    )
  const { title, sections } = found.value
  return (
    <aside class="findings" aria-live="polite">
      <h2>
        {title}
        <a class="close" href={addressOf('policy')}>
          {words.results.close}
        </a>
        <PrintButton />
      </h2>
      {sections.map(({ part, heading, lines }) => (
        <details key={part} open={OPEN.has(part)}>
          <summary>{heading}</summary>
          <DescriptionLines lines={lines} />
        </details>
      ))}
    </aside>
  )
}
