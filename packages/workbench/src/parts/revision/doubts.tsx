import { useSignal } from '@preact/signals'
import type { Text } from '@tiaoli/engine'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText } from '../../state/use-work.ts'

/** What of a change does not agree with itself, both sides of each. */
export function Doubts({ doubts }: { doubts: readonly Text[] }) {
  const words = useRevisionWords()
  const text = useText()
  if (doubts.length === 0) return null
  return (
    <div class="refusal doubts" role="alert">
      <p>{words.doubts.about}</p>
      <ul>
        {doubts.map((doubt) => (
          <li key={text(doubt)}>{text(doubt)}</li>
        ))}
      </ul>
    </div>
  )
}

interface Shown {
  doubts: readonly Text[]
  label: string
  /** What the button is called once the doubts are shown. */
  sure: string
  disabled: boolean
  act: () => void
}

/** Does something; where something does not agree, only after that was read and it was said once more. */
export function SureButton({ doubts, label, sure, disabled, act }: Shown) {
  const shown = useSignal('')
  const key = JSON.stringify(doubts)
  const isShown = doubts.length > 0 && shown.value === key
  return (
    <>
      {isShown && <Doubts doubts={doubts} />}
      <button
        type="button"
        class="primary"
        disabled={disabled}
        onClick={() => {
          if (doubts.length === 0 || isShown) act()
          else shown.value = key
        }}
      >
        {isShown ? sure : label}
      </button>
    </>
  )
}
