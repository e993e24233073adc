/**
 * Measures how far the outcomes that Kleene logic lists exceed those that a filling of the blanks reaches:
 *
 *     node test/differential/measure.ts [--ledgers 5000] [--seed 1]
 *
 * over random packs, and over the cases of the Ganzhou pack with random facts left blank.
 */
import { parseArgs } from 'node:util'
import { compile, type EvaluateOptions, type Policy } from '@tiaoli/engine'
import { Evaluation, contextFor, readOptions, runCompiled } from '@tiaoli/engine/runtime'
import fc from 'fast-check'
import { decide } from '../../packages/engine/src/decide/decide.ts'
import { INCOMPLETE, outcomesIn } from '../../packages/engine/src/decide/outcome.ts'
import { readPack } from '../load-packs.ts'
import { changed, changes } from './change-ledger.ts'
import { eachCase, worlds } from './world.ts'

class Measure {
  unknown = 0
  exact = 0
  /** Fewer outcomes than were listed. */
  narrowed = 0
  /** One outcome is left. */
  single = 0
  listed = 0
  reached = 0

  add(policy: Policy, ledger: unknown, options: EvaluateOptions): void {
    const evaluation = new Evaluation(policy, ledger, readOptions(policy.plan, { ...options, exact: true }))
    for (const { requirement, record, base } of evaluation.tasks()) {
      const context = contextFor(requirement, record, base)
      const listed = outcomesIn(decide(requirement, record, context, runCompiled) & ~INCOMPLETE)
      if (listed.length < 2) continue
      const finding = evaluation.answer(requirement, record, base, runCompiled)
      if (!finding || !('possible' in finding)) continue
      this.unknown++
      if (!finding.exact) continue
      this.exact++
      this.listed += listed.length
      this.reached += finding.possible.length
      if (finding.possible.length < listed.length) this.narrowed++
      if (finding.possible.length === 1) this.single++
    }
  }

  print(name: string): void {
    const share = (part: number, whole: number) => `${part} (${((100 * part) / whole).toFixed(2)} %)`
    console.log(`\n${name}`)
    console.log(`  findings with several outcomes listed: ${this.unknown}`)
    console.log(`  exact: ${share(this.exact, this.unknown)}`)
    console.log(`  with an outcome listed that no filling reaches: ${share(this.narrowed, this.exact)}`)
    console.log(`  with one outcome left: ${share(this.single, this.exact)}`)
    console.log(`  outcomes listed beyond those reached: ${share(this.listed - this.reached, this.listed)}`)
  }
}

const { values } = parseArgs({
  options: { ledgers: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' } },
})
const wanted = Number(values.ledgers)
const seed = Number(values.seed)

const random = new Measure()
let ledgers = 0
for (const world of fc.sample(worlds, { numRuns: wanted / 12, seed }))
  ledgers += eachCase(world, ({ policy, ledger, options }) => {
    random.add(policy, ledger, options)
    return 1
  })
random.print(`${ledgers} random ledgers under random packs`)

const ganzhou = compile(readPack('ganzhou-2018-32'))
const cases = new Measure()
for (const [item, list] of fc.sample(fc.tuple(fc.constantFrom(...ganzhou.plan.cases), changes), {
  numRuns: wanted,
  seed,
}))
  cases.add(ganzhou, changed(ganzhou.plan, item.ledger, list), { asOf: item.case.asOf })
cases.print(`${wanted} cases of ganzhou-2018-32 with random facts blank or changed`)
