import { assessMutants, coverageOf, runMutants } from '@tiaoli/authoring'
import { planOf } from '@tiaoli/engine'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packIds, readPack } from '../../scripts/read-pack.ts'

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

describe.each(packIds())('the cases of %s', (id) => {
  const source = readPack(id)

  it('reach every status that can be reached, and see every leaf, exception, note and dated value', () => {
    expect(coverageOf(source).gaps.map((gap) => `${gap.kind} ${gap.id}: ${gap.lacks}`)).toEqual([])
  })

  it('notice every mutant but those with a written reason, none of them stale, in the numbers that the READMEs tell', () => {
    const plan = planOf(source)
    const { survivors, stale, mutants, killed, equivalent, score } = assessMutants(plan, runMutants(source))
    expect(survivors.map(({ mutant }) => mutant.id)).toEqual([])
    expect(stale).toEqual([])
    const told = [`\`${id}\``, plan.cases.length, mutants, killed, equivalent, `${score} %`]
    for (const readme of READMES) expect(rowsIn(readme)).toContainEqual(told.map(String))
  })
})
