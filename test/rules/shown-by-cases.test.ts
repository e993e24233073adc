import { assessMutants, coverageOf, makeMutants, runMutants } from '@tiaoli/authoring'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packIds, readPack } from '../../scripts/read-pack.ts'
import { compiledPack } from '../load-packs.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const READMES = ['README.md', 'README.zh-CN.md'].map((file) => readFileSync(join(ROOT, file), 'utf8'))

function rowsIn(markdown: string): string[][] {
  return markdown.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** Every twentieth mutant is tried, or all: `pnpm prove:mutants` and the gate. Only of all can the READMEs give numbers. */
const TRIED = process.env['MUTANTS'] === 'all' ? { every: 1, columns: 6 } : { every: 20, columns: 2 }

describe.each(packIds())('the cases of %s', (id) => {
  const source = readPack(id)

  it('reach every status that can be reached, and see every leaf, exception, note and dated value', () => {
    expect(coverageOf(source).gaps.map((gap) => `${gap.kind} ${gap.id}: ${gap.lacks}`)).toEqual([])
  })

  it('notice all mutants tried but those with a written reason, none of them stale, in the numbers that the READMEs give', () => {
    const policy = compiledPack(id)
    const all = makeMutants(source)
    const tried = all.filter((_, i) => i % TRIED.every === 0)
    const untried = new Set(all.filter((mutant) => !tried.includes(mutant)).map(({ id: mutant }) => mutant))
    const assessment = assessMutants(policy, runMutants(source, { mutants: tried }))
    const { survivors, mutants, killed, equivalent, score } = assessment
    expect(survivors.map(({ mutant }) => mutant.id)).toEqual([])
    expect(assessment.stale.filter(({ mutant }) => !untried.has(mutant))).toEqual([])
    const row = [`\`${id}\``, policy.plan.cases.length, mutants, killed, equivalent, `${score} %`]
    const given = row.slice(0, TRIED.columns).map(String)
    for (const readme of READMES)
      expect(rowsIn(readme).map((cells) => cells.slice(0, given.length))).toContainEqual(given)
  })
})
