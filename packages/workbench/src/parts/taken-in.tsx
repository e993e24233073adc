import { useWords, useWork } from '../state/use-work.ts'
import { useMoment } from './use-moment.ts'
import { useReturn } from './use-return.ts'

/** Takes in what another window has made of the ledger that is open here, and says so. */
export function TakenIn() {
  const work = useWork()
  const words = useWords()
  const momentOf = useMoment()
  useReturn(() => void work.kept.takeInOther())
  const taken = work.ledgers.takenIn.value
  return (
    <div role="status">
      {taken && (
        <p>
          {words.takenIn(momentOf(taken.at), taken.answers)}
          {taken.dropped !== undefined && words.answerDropped(taken.dropped)}{' '}
          <button type="button" onClick={() => (work.ledgers.takenIn.value = undefined)}>
            {words.understood}
          </button>
        </p>
      )}
    </div>
  )
}
