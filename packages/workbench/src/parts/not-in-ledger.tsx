import { useWords } from '../state/use-work.ts'

/** Says that an address names what is in another ledger, or was called so before. */
export function NotInLedger({ name }: { name: string }) {
  const words = useWords()
  return (
    <span class="refusal" role="alert">
      {words.notInLedger(name)}
    </span>
  )
}
