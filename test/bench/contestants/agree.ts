import { verdictsOf, type Workload } from '../workload/workload.ts'
import { answerKey, type Contestant } from './contestant.ts'

/**
 * Shows that all contestants say the same before their speed is compared; throws where two differ. Returns how many
 * answers each gave.
 */
export async function agree(workload: Workload, contestants: readonly Contestant[]): Promise<number> {
  const [reference, ...others] = contestants
  const expected = await reference!.answers()
  for (const contestant of others) {
    const actual = await contestant.answers()
    for (const { rules, records } of workload.sets)
      for (const rule of rules)
        for (const { pointer } of records) {
          const key = answerKey(rule, pointer)
          // What is not in force, the engine leaves out.
          const status = expected.get(key) ?? 'not_in_force'
          const answer = actual.get(key)
          const same =
            contestant.says === 'violation'
              ? (answer === 'not_met') === (status === 'not_met')
              : (answer ?? 'not_in_force') === status
          if (!same) throw new Error(`${key}: ${reference!.name} says ${status}, ${contestant.name} says ${answer}`)
        }
  }
  return verdictsOf(workload)
}
