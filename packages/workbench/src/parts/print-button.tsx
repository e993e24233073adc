import { useWords } from '../state/use-work.ts'

/** Prints what is shown as a paper. */
export function PrintButton() {
  const words = useWords()
  return (
    <button type="button" class="print" onClick={() => print()}>
      {words.print}
    </button>
  )
}
