import { useWords, useWork } from '../state/use-work.ts'
import { useMoment } from './use-moment.ts'
import { useReturn } from './use-return.ts'

/** Takes in what another window has made of the ledger that is open here, and says so; says which answer was put in nowhere. */
export function TakenIn() {
  const work = useWork()
  const words = useWords()
  const momentOf = useMoment()
  useReturn(() => void work.kept.takeInOther())
  const { takenIn, dropped } = work.ledgers
  const taken = takenIn.value
  const question = dropped.value
  const goOn = () => (takenIn.value = dropped.value = undefined)
  return (
    <div role="status">
      {(taken || question !== undefined) && (
        <p>
          {taken && words.takenIn(momentOf(taken.at), taken.answers)}
          {question !== undefined && words.answerDropped(question)}{' '}
          <button type="button" onClick={goOn}>
            {words.understood}
          </button>
        </p>
      )}
    </div>
  )
}
