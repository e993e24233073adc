import { ledgerTypes } from '@tiaoli/authoring'
import { InputError, compile, type PackSource } from '@tiaoli/engine'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readPack, readSample } from '../../load-packs.ts'
import { toyPack, words } from '../../support/toy-pack.ts'

const TSC = join(import.meta.dirname, '../../../node_modules/.bin/tsc')

/** The files in which the compiler finds faults, where each file declares one ledger. */
function faulty(pack: PackSource, ledgers: Readonly<Record<string, unknown>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-types-'))
  try {
    writeFileSync(join(folder, 'ledger.ts'), ledgerTypes(compile(pack)))
    const names = Object.keys(ledgers).map((name) => `${name}.ts`)
    for (const [name, ledger] of Object.entries(ledgers))
      writeFileSync(
        join(folder, `${name}.ts`),
        `import type { Ledger } from './ledger.ts'\nexport const ledger: Ledger = ${JSON.stringify(ledger)}\n`,
      )
    const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--allowImportingTsExtensions']
    const { stdout } = spawnSync(TSC, [...strict, '--module', 'preserve', '--target', 'es2024', ...names], {
      cwd: folder,
      encoding: 'utf8',
    })
    return [...new Set([...stdout.matchAll(/^(\w+)\.ts\(/gm)].map(([, name]) => name!))].sort()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it('the sample city and every ledger of the cases that the engine takes fit the types of their pack', () => {
  const pack = readPack('ganzhou-2018-32')
  const policy = compile(pack)
  const taken = policy.plan.cases.filter(({ case: item, ledger }) => {
    try {
      return policy.evaluate(ledger, { asOf: item.asOf, detail: 'verdicts' })
    } catch (error) {
      if (error instanceof InputError) return false
      throw error
    }
  })
  expect(taken.length).toBeGreaterThan(300)
  const cases = taken.map(({ ledger }, i) => [`case${i}`, ledger] as const)
  expect(faulty(pack, { sample: readSample(), ...Object.fromEntries(cases) })).toEqual([])
}, 60_000)

it('a ledger that the engine refuses for its form does not compile', () => {
  const size = { type: 'enum', label: words('规模*/', 'size'), values: { small: words('小', 'small') } }
  const pack = toyPack({
    given: {
      'kitchen.size': size,
      'kitchen.permit': { type: 'group', label: words('许可', 'permit'), none: words('没有', 'none') },
      'kitchen.permit.since': { type: 'date', label: words('日期', 'day') },
      'kitchen.fee': { type: 'rate', label: words('费率', 'rate') },
    },
  })
  const kitchen = (parts: object) => ({ kitchens: [{ id: 'K', ...parts }] })
  const ledgers = {
    right: kitchen({ size: 'small', permit: null, fee: '1%', years: { '2019': { revenue: 5 } }, cleanedOn: null }),
    unknownName: kitchen({ seat: 1 }),
    unknownRoot: { kitchen: [] },
    text: kitchen({ seats: '1' }),
    noNone: kitchen({ seats: null }),
    noValue: kitchen({ size: 'huge' }),
    noRate: kitchen({ fee: 'much' }),
    insideGroup: kitchen({ permit: { from: '2018-01-01' } }),
    noYear: kitchen({ years: { first: { revenue: 5 } } }),
    noList: { kitchens: { id: 'K' } },
  }
  const { right, ...wrong } = ledgers
  const policy = compile(pack)
  expect(() => policy.evaluate(right, { asOf: '2019-01-01' })).not.toThrow()
  for (const ledger of Object.values(wrong))
    expect(() => policy.evaluate(ledger, { asOf: '2019-01-01' })).toThrow(InputError)
  expect(faulty(pack, ledgers)).toEqual(Object.keys(wrong).sort())
}, 60_000)

it('the types say what a fact is called, counts and means', () => {
  const types = ledgerTypes(compile(toyPack()))
  expect(types).toContain('/** 座位数 number of seats (个 seats) */')
  expect(types).toContain(
    ' * 清洁日期 cleaning day (YYYY-MM-DD; YYYY-MM or YYYY where the rest is unknown)\n   * null: 尚未清洁 not yet cleaned',
  )
  expect(types).toContain('the id of: 供货商 supplier')
})
