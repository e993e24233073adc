import { useWords, useWork } from '../../state/use-work.ts'

/** Picks a record for papers, or no more. */
export function PickBox({ row, name }: { row: string; name: string }) {
  const { picked } = useWork().searches
  const words = useWords()
  const pick = () => {
    const next = new Set(picked.value)
    if (!next.delete(row)) next.add(row)
    picked.value = next
  }
  return (
    <input
      type="checkbox"
      class="pick"
      aria-label={words.results.pick(name)}
      title={words.results.pick(name)}
      checked={picked.value.has(row)}
      onChange={pick}
    />
  )
}

/** How many are picked, and a way to pick none. */
export function Picked() {
  const { picked } = useWork().searches
  const words = useWords()
  if (picked.value.size === 0) return null
  return (
    <span class="picked">
      {words.choice.picked(picked.value.size)}{' '}
      <button type="button" class="plain" onClick={() => (picked.value = new Set())}>
        {words.results.pickNone}
      </button>
    </span>
  )
}
