import { useEffect } from 'preact/hooks'
import { useWords, useWork } from '../state/use-work.ts'
import { useReturn } from './use-return.ts'

/** Tells that another version has been published since this page began, and goes by it once somebody says so. */
export function NewerVersion() {
  const work = useWork()
  const words = useWords()
  const { screen } = work.address.value
  useReturn(() => void work.inForce.look())
  useEffect(() => {
    void work.inForce.look()
  }, [screen])
  const rules = work.inForce.rules.value
  const { other } = work.inForce
  return (
    <div role="status">
      {other !== undefined && rules.state === 'ready' && (
        <p>
          {words.newerVersion(other, rules.value.version)}{' '}
          <button type="button" onClick={() => void work.renewRules()}>
            {words.judgeAgain}
          </button>
        </p>
      )}
    </div>
  )
}
