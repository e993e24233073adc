import { compile } from '@tiaoli/engine'
import { isObject } from '@tiaoli/engine/plan'
import type { Cell, CellContent, Row, Sheet, Workbook } from '@tiaoli/office'
import { readTemplate } from '@tiaoli/office/template'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPack } from '../../load-packs.ts'
import { workbookOf } from './filled-template.ts'

interface Slot {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly key: string
}

const letters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
const addressOf = ({ row, column }: Slot) => `${letters(column)}${row}`

function keyRow({ rows }: Sheet): Row | undefined {
  return rows.find(({ cells }) => cells[0]?.text.startsWith(':place.'))
}

/** Every cell of a template that a person may write in, filled or not. */
function slotsOf({ sheets }: Workbook): Slot[] {
  return sheets
    .filter(({ hidden }) => !hidden)
    .flatMap((sheet) => {
      const keys = keyRow(sheet)
      if (!keys) return []
      const rows = sheet.rows.filter(({ number, cells }) => number > keys.number + 1 && cells.length > 0)
      const columns = keys.cells.filter(({ text }) => !/^:(place|name)\b/.test(text))
      return rows.flatMap(({ number }) =>
        columns.map(({ column, text }) => ({ sheet: sheet.name, row: number, column, key: text })),
      )
    })
}

/** The same workbook with something else in one cell. */
function withCell(workbook: Workbook, slot: Slot, content: CellContent, text: string): Workbook {
  const address = addressOf(slot)
  const cell: Cell = { ...content, text, column: slot.column, place: { sheet: slot.sheet, address } }
  const sheets = workbook.sheets.map((sheet) =>
    sheet.name === slot.sheet
      ? {
          ...sheet,
          rows: sheet.rows.map((row) =>
            row.number === slot.row
              ? { ...row, cells: [...row.cells.filter(({ column }) => column !== slot.column), cell] }
              : row,
          ),
        }
      : sheet,
  )
  return { ...workbook, sheets }
}

/** What nobody can read in any column. */
const FAULTS: readonly { content: CellContent; text: string }[] = [
  ...['约三四个？', '2014年13月', '张三、李四', '11010519491231002X', '139-0797-1234', '#' + '长'.repeat(220)].map(
    (text) => ({ content: { kind: 'text' as const, value: text }, text }),
  ),
  { content: { kind: 'error', value: '#REF!' }, text: '#REF!' },
  { content: { kind: 'number', value: 1234.5678901 }, text: '1234.5678901' },
]

/** A text may say almost anything, and a code may be a number. */
function isReadable(type: string | undefined, { content: { kind }, text }: (typeof FAULTS)[number]): boolean {
  if (type === 'text') return kind === 'number' || (kind === 'text' && !/^#|\d{4}$|\dX$/.test(text))
  return (type === 'id' || type === 'reference') && kind === 'number'
}

describe.each(['party-organization-basics', 'ganzhou-2018-32'])('a fault in a cell of a template of %s', (id) => {
  const policy = compile(readPack(id))
  const { cases, facts } = policy.plan
  const longest = cases
    .map(({ ledger }) => ledger)
    .toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
    .slice(0, 10)

  test('is named by its cell, is not repeated, and changes nothing', async () => {
    const templates = await Promise.all(
      longest.map(async (ledger) => ({ ledger, workbook: await workbookOf({ policy, ledger, language: 'zh' }) })),
    )
    const named = new Set<string>()
    fc.assert(
      fc.property(fc.nat(templates.length - 1), fc.nat(), fc.constantFrom(...FAULTS), (which, at, fault) => {
        const { ledger, workbook } = templates[which]!
        const slots = slotsOf(workbook)
        const slot = slots[at % slots.length]!
        const fact = facts.get(slot.key)
        fc.pre(!isReadable(slot.key === ':name' ? 'text' : fact?.type, fault))
        const { ledger: back, notes } = readTemplate(withCell(workbook, slot, fault.content, fault.text), {
          policy,
          ledger,
        })
        const places = notes.map(({ place }) => `${place.sheet} ${place.cell}`)
        expect(places).toContain(`${slot.sheet} ${addressOf(slot)}`)
        expect(JSON.stringify(notes)).not.toContain(fault.text)
        expect(back).toEqual(ledger)
        for (const { code } of notes) named.add(code)
      }),
      { numRuns: 300 },
    )
    expect(named.has('not-understood') && named.has('id-changed') && named.has('personal-number')).toBe(true)
    expect(isObject(templates[0]?.ledger)).toBe(true)
  })
})
