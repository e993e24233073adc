import type { Signal } from '@preact/signals'
import { useRevisionWords } from '../../state/use-revision-words.ts'

/** Why somebody decides so. */
export function ReasonField({ reason }: { reason: Signal<string> }) {
  const words = useRevisionWords()
  return (
    <label class="reason">
      {words.approvals.reason}
      <textarea rows={2} value={reason.value} onInput={({ currentTarget }) => (reason.value = currentTarget.value)} />
    </label>
  )
}
