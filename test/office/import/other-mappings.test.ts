import { expect, test } from 'vitest'
import { compile } from '@tiaoli/engine'
import { importWorkbooks, type ImportNote, type ImportResult } from '@tiaoli/office/import'
import { readWorkbook } from '@tiaoli/office'
import { SCOPES, toyFiles } from '../../support/toy-pack.ts'
import { bookOf, written, type Value } from '../workbook-file.ts'

/** Kitchens, in the schools of a town, of a mapping of their own. */
const scopes = {
  school: { label: { zh: '学校', en: 'school' }, in: 'town', list: 'schools', named: true },
  kitchen: { ...SCOPES.kitchen, in: 'school', named: true },
}
const given = { 'school.id': { type: 'id', label: { zh: '学校代号', en: 'school code' } } }
const MAPPING = {
  id: 'kitchens',
  title: { zh: '厨房', en: 'Kitchens' },
  tables: [
    {
      title: { zh: '厨房', en: 'Kitchens' },
      has: ['Kitchen'],
      row: 'kitchen',
      columns: [
        { headings: ['School'], record: 'school', fill: true },
        { headings: ['Kitchen'], record: 'kitchen' },
        { headings: ['Seats'], fact: 'kitchen.seats' },
        { headings: ['Opened'], fact: 'kitchen.openedOn' },
      ],
    },
  ],
}

async function imported(mapping: object, grid: Value[][]): Promise<ImportResult> {
  const files = { ...toyFiles({ scopes, given }), 'imports/kitchens.json': { ...MAPPING, ...mapping } }
  const { plan } = compile({ files })
  return importWorkbooks([await readWorkbook(written(bookOf(grid)), { name: 'kitchens.xlsx' })], { plan })
}

interface Kitchen {
  readonly name?: string
  readonly openedOn?: string
}

function kitchensIn({ ledger }: ImportResult): Kitchen[] {
  return ((ledger['schools'] ?? []) as { kitchens?: Kitchen[] }[]).flatMap(({ kitchens = [] }) => kitchens)
}

const namesIn = (result: ImportResult) => kitchensIn(result).map(({ name }) => name)
const briefly = ({ code, place, proposal }: ImportNote) => [code, place.cell, proposal].filter(Boolean).join(' ')

test.each([
  ['…食堂', '育才中学食堂、文清中学食堂'],
  ['…食堂', '育才中学食堂和文清中学食堂'],
  ['… kitchen', 'Main kitchen / Old kitchen'],
  ['… kitchen', 'Main kitchen and Old kitchen'],
])('what looks like several names of %s is no record: %s', async (form, name) => {
  const like = { kitchen: { is: [form] } }
  const result = await imported({ names: { like } }, [['Kitchen', 'Seats'], [name, 3]])
  expect(namesIn(result)).toEqual([])
  expect(result.notes.map(briefly)).toEqual(['row-of-several A2'])
})

test.each([
  ['…食堂', '和平中学食堂'],
  ['… kitchen', 'Fish and Chips kitchen'],
  ['… kitchen', 'Smith, Jones & Son kitchen'],
  ['… kitchen', 'Main kitchen (Old kitchen, New kitchen)'],
])('a name of %s with such words in it is one: %s', async (form, name) => {
  const result = await imported({ names: { like: { kitchen: { is: [form, `${form} (…)`] } } } }, [['Kitchen'], [name]])
  expect(namesIn(result)).toEqual([name])
})
