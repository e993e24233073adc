import { compile } from '@tiaoli/engine'
import { readTemplate, type TemplateReading } from '@tiaoli/office/template'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changed, changes } from '../../differential/change-ledger.ts'
import { worlds, eachCase } from '../../differential/world.ts'
import { readPack } from '../../load-packs.ts'
import { withLinesAbove } from '../workbook-file.ts'
import { backFrom, sampleCity, workbookOf } from './filled-template.ts'

type Json = Record<string, unknown>

/** Moments as their days in Beijing, which is what a cell shows. */
function withDays(value: unknown): unknown {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value))
    return new Date(Date.parse(value) + 8 * 3_600_000).toISOString().slice(0, 10)
  if (Array.isArray(value)) return value.map(withDays)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withDays(inner)]))
}

/** Without the groups that hold nothing: a sheet has no cell for them. */
function withoutEmptyGroups(value: unknown, isRecord = true): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutEmptyGroups(item))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const isYears = key === 'years'
    const isYear = /^\d{4}$/.test(key)
    const left = withoutEmptyGroups(inner, isYears || isYear)
    return left === undefined ? [] : [[key, left]]
  })
  return kept.length === 0 && !isRecord ? undefined : Object.fromEntries(kept)
}

const DOUBTS: ReadonlySet<string> = new Set(['impossible', 'conflict', 'year-ahead'])

/** Where no ledger is given, what cannot be or is doubtful in the one of the template is told, and no more. */
function expectBack({ ledger, notes }: TemplateReading, sent: unknown): void {
  const codes = notes.map(({ code }) => code)
  expect(codes.filter((code) => !DOUBTS.has(code))).toEqual([])
  if (!codes.includes('impossible')) expect(ledger).toEqual(withDays(withoutEmptyGroups(sent)))
}

describe.each(['party-organization-basics', 'ganzhou-2018-32'])('ledgers of %s with random changes', (id) => {
  const policy = compile(readPack(id))

  test('come back from a template as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...policy.plan.cases), changes, async (item, list) => {
        const ledger = changed(policy.plan, item.ledger, list)
        expectBack(await backFrom(policy, ledger), ledger)
      }),
      { numRuns: 12 },
    )
  })
})

test('random ledgers of random packs come back as they were, and leave the same ledger as it was', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, fc.constantFrom('zh' as const, 'en' as const), async (world, language) => {
      const scenes: { policy: ReturnType<typeof compile>; ledger: Json }[] = []
      eachCase({ ...world, cases: world.cases.slice(0, 6) }, ({ policy, ledger }) => {
        scenes.push({ policy, ledger })
        return 1
      })
      for (const { policy, ledger } of scenes) {
        const workbook = await workbookOf({ policy, ledger, language })
        const fresh = readTemplate(workbook, { policy })
        expectBack(fresh, ledger)
        expect(readTemplate(workbook, { policy, ledger })).toEqual({ ledger, notes: [] })
      }
    }),
    { numRuns: 25 },
  )
})

test.each(['zh', 'en'] as const)('the sample city of 79 comes back as it was (%s)', async (language) => {
  const policy = compile(readPack('ganzhou-2018-32'))
  const ledger = sampleCity()
  const workbook = await workbookOf({ policy, ledger, language })
  expect(readTemplate(workbook, { policy })).toEqual({ ledger, notes: [] })
  expect(readTemplate(workbook, { policy, ledger })).toEqual({ ledger, notes: [] })
})

test('sheets below a letterhead of some lines are read as well', async () => {
  const policy = compile(readPack('ganzhou-2018-32'))
  const ledger = sampleCity()
  const book = await workbookOf({ policy, ledger, language: 'zh' })
  const lower = { ...book, sheets: book.sheets.map((sheet) => (sheet.hidden ? sheet : withLinesAbove(sheet, 10))) }
  expect(readTemplate(lower, { policy, ledger })).toEqual({ ledger, notes: [] })
})
