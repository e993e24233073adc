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
    if (ASKING.has(screen)) void work.inForce.look()
  }, [screen])
  const rules = work.inForce.rules.value
  const inForce = work.inForce.version.value
  const isOther = rules.state === 'ready' && inForce !== undefined && inForce !== rules.value.version
  return (
    <div role="status">
      {isOther && (
        <p>
          {words.newerVersion(inForce, rules.value.version)}{' '}
          <button type="button" onClick={() => void work.renewRules()}>
            {words.judgeAgain}
          </button>
        </p>
      )}
    </div>
  )
}

/** The screens that ask the service anyway. */
const ASKING: ReadonlySet<string> = new Set(['policy', 'revise', 'approve', 'settings'])
