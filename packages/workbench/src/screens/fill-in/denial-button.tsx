import { useSignal } from '@preact/signals'
import { useWords } from '../../state/use-work.ts'

/** Says that there is none of something, which is said once more before it is taken. */
export function DenialButton({ said, onSure }: { said: string; onSure: () => void }) {
  const isAsked = useSignal(false)
  return (
    <>
      <button type="button" class="plain" onClick={() => (isAsked.value = true)}>
        {said}
      </button>
      {isAsked.value && <Confirmation said={said} onSure={onSure} />}
    </>
  )
}

/** What would be saved, and the button that saves it. */
export function Confirmation({ said, onSure }: { said: string; onSure: () => void }) {
  const words = useWords()
  return (
    <span class="confirmation">
      <small role="status">{words.fillIn.saved(said)}</small>
      <button type="button" onClick={onSure}>
        {words.fillIn.sure}
      </button>
    </span>
  )
}
