import { describe, expect, it } from 'vitest'
import { compile, loadPack } from '@tiaoli/engine'
import { toyFiles } from '../../support/toy-pack.ts'

const REGISTER = {
  id: 'register',
  title: { zh: '厨房登记表', en: 'Register of kitchens' },
  units: { 元: 100 },
  tables: [
    {
      title: { zh: '厨房', en: 'Kitchens' },
      has: ['厨房名称'],
      row: 'kitchen',
      sets: [{ facts: { 'kitchen.licensed': true }, why: { zh: '均已持证', en: 'All are licensed' } }],
      columns: [
        { headings: ['厨房名称'], record: 'kitchen' },
        { headings: ['座位'], fact: 'kitchen.seats', words: { '{kitchen.seats}（约）': {} } },
        {
          headings: ['开业'],
          fact: 'kitchen.openedOn',
          words: { 早已开业: true },
          when: { column: '座位', is: ['…'] },
        },
      ],
    },
  ],
}

type Json = Record<string, unknown>

function edited(edit: (register: Json, columns: Json[]) => void): { files: Record<string, unknown> } {
  const register = structuredClone(REGISTER)
  const columns = register.tables[0]!.columns as unknown as Json[]
  edit(register, columns)
  return { files: { ...toyFiles({}), 'imports/register.json': register } }
}

const told = (edit: (register: Json, columns: Json[]) => void) =>
  loadPack(edited(edit)).diagnostics.map(({ code, pointer, suggestion }) =>
    [code, pointer, suggestion].filter((part) => part !== undefined).join(' '),
  )

describe('how workbooks become ledgers', () => {
  it('is part of a pack, and not of its digest', () => {
    const { plan } = loadPack(edited(() => undefined))
    expect(plan?.imports.get('register')?.tables[0]?.row).toBe('kitchen')
    expect(compile(edited(() => undefined)).sha256).toBe(compile({ files: toyFiles({}) }).sha256)
  })

  it.each<[what: string, edit: (register: Json, columns: Json[]) => void, diagnostic: string]>([
    [
      'a fact that there is not',
      (_, columns) => (columns[1]!['fact'] = 'kitchen.seets'),
      'unknown-fact /tables/0/columns/1/fact kitchen.seats',
    ],
    [
      'a scope that there is not',
      (_, columns) => (columns[0]!['record'] = 'kitchn'),
      'unknown-scope /tables/0/columns/0/record kitchen',
    ],
    [
      'somebody of a scope that there is not',
      (_, columns) => (columns[1] = { headings: ['座位'], somebody: 'supplyer' }),
      'unknown-scope /tables/0/columns/1/somebody supplier',
    ],
    [
      'a value that the fact cannot have',
      (_, columns) => (columns[1]!['words'] = { 无: '没有' }),
      'wrong-shape /tables/0/columns/1/words/无',
    ],
    [
      'a fact in the form of a text that there is not',
      (_, columns) => (columns[1]!['words'] = { '{kitchen.seets}个': {} }),
      'unknown-fact /tables/0/columns/1/words/{kitchen.seets}个 kitchen.seats',
    ],
    [
      'a column that there is not',
      (_, columns) => (columns[2]!['when'] = { column: '座们', is: ['是'] }),
      'wrong-shape /tables/0/columns/2/when/column 座位',
    ],
    [
      'the id of a record, which an import makes itself',
      (_, columns) => (columns[1]!['fact'] = 'kitchen.id'),
      'wrong-shape /tables/0/columns/1/fact',
    ],
    [
      'a unit that there is not',
      (_, columns) => (columns[1]!['unit'] = '万元'),
      'wrong-shape /tables/0/columns/1/unit 元',
    ],
    [
      'what is usual of something other than an amount',
      (_, columns) => (columns[1]!['usual'] = { least: 1, most: 2 }),
      'wrong-shape /tables/0/columns/1/usual',
    ],
    [
      'a column that gives two things',
      (_, columns) => (columns[1]!['remark'] = true),
      'wrong-shape /tables/0/columns/1',
    ],
    [
      'a column that gives nothing',
      (_, columns) => void delete columns[0]!['record'],
      'wrong-shape /tables/0/columns/0',
    ],
    [
      'a record that a row does not lead to',
      (_, columns) => (columns[1]!['fact'] = 'supplier.id'),
      'not-visible /tables/0/columns/1/fact',
    ],
    [
      'the look of names of a scope that there is not',
      (register) => (register['names'] = { like: { kitchn: { is: ['…'] } } }),
      'unknown-scope /names/like/kitchn kitchen',
    ],
    ['a misspelt key', (_, columns) => (columns[1]!['facts'] = 'x'), 'unknown-key /tables/0/columns/1/facts'],
  ])('with %s is refused at its place, with what was meant', (_, edit, diagnostic) => {
    expect(told(edit)).toContain(diagnostic)
  })
})
