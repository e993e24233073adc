import type { Lacked, LackedOf } from '../../engine/calls.ts'
import { nameOf } from '../../parts/name-of.ts'
import { useApart } from '../../parts/use-apart.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'

/** So many records are named of which one thing is missing. */
const NAMED = 5

/** What a finding waits for, and of which records. */
export function LackedList({ lacks }: { lacks: readonly Lacked[] }) {
  const work = useWork()
  const words = useWords()
  const text = useText()
  const apart = useApart()
  if (lacks.length === 0) return null
  const called = ({ unit, known }: LackedOf) =>
    [
      ...(unit ? [nameOf({ ...unit, apart: apart(unit.pointer) }, work.ledgers.names.value, text)] : []),
      ...known.map(text),
    ].join(' ')
  const listed = (of: readonly LackedOf[]) => {
    const named = of.slice(0, NAMED).map(called).join(words.listed)
    return words.aside(of.length > NAMED ? words.results.andOthers(named, of.length) : named)
  }
  return (
    <section class="missing">
      <h4>{words.results.missing}</h4>
      <ul>
        {lacks.map(({ text: said, of }) => (
          <li key={said.zh}>
            {text(said)}
            {of.length > 0 && listed(of)}
          </li>
        ))}
      </ul>
    </section>
  )
}
