import { describe, expect, it } from 'vitest'
import { loadPack } from '@tiaoli/engine'
import { SCOPES, toyFiles } from '../../support/toy-pack.ts'

type Json = Record<string, unknown>

const PARTS = { scopes: { kitchen: { ...SCOPES.kitchen, named: true } } }
const NAME = { headings: ['厨房名称', '名称'], record: 'kitchen' }
const OPEN = { column: '座位', is: ['…'] }
const OPENED = { headings: ['开业'], fact: 'kitchen.openedOn', when: OPEN }
const SEATS = { headings: ['座位'], fact: 'kitchen.seats' }

const table = (name: string, columns: Json[]): Json => ({
  title: { zh: name },
  has: ['厨房名称', name],
  row: 'kitchen',
  columns,
})

/** Two tables that have some columns and a condition in common. */
const SHARED: Json = {
  id: 'register',
  title: { zh: '登记表' },
  conditions: { seated: OPEN },
  columns: { 'kitchen-name': NAME, opened: { ...OPENED, when: 'seated' } },
  tables: [
    table('开业', [{ as: 'kitchen-name' }, SEATS, { as: 'opened' }]),
    table('开张', [
      { as: 'kitchen-name' },
      SEATS,
      { as: 'opened', headings: ['开张'] },
      { ...SEATS, headings: ['桌数'], when: 'seated' },
    ]),
  ],
}

const load = (register: Json) => loadPack({ files: { ...toyFiles(PARTS), 'imports/register.json': register } })

const told = (edit: (register: Json) => void): string[] => {
  const register = structuredClone(SHARED)
  edit(register)
  return load(register).diagnostics.map(({ code, pointer, suggestion }) =>
    [code, pointer, suggestion].filter((part) => part !== undefined).join(' '),
  )
}

describe('columns that tables share', () => {
  it('are in each table as if they were written there, with what it says otherwise', () => {
    const { plan, diagnostics } = load(SHARED)
    expect(diagnostics).toEqual([])
    expect(plan?.imports.get('register')).toEqual({
      id: 'register',
      title: { zh: '登记表' },
      tables: [
        { ...table('开业', [NAME, SEATS, OPENED]), title: expect.anything() },
        {
          ...table('开张', [
            NAME,
            SEATS,
            { ...OPENED, headings: ['开张'] },
            { ...SEATS, headings: ['桌数'], when: OPEN },
          ]),
          title: expect.anything(),
        },
      ],
    })
  })

  it.each<[what: string, at: string, edit: (register: any) => void]>([
    [
      'a column that is not shared',
      'wrong-shape /tables/1/columns/0/as kitchen-name',
      (register) => (register.tables[1].columns[0].as = 'kitchn-name'),
    ],
    [
      'a condition that is not',
      'wrong-shape /tables/1/columns/3/when seated',
      (register) => (register.tables[1].columns[3].when = 'seatd'),
    ],
    [
      'a condition of a shared column that is not',
      'wrong-shape /columns/opened/when seated',
      (register) => (register.columns.opened.when = 'seatd'),
    ],
    [
      'a column without a heading',
      'wrong-shape /tables/0/columns/1',
      (register) => delete register.tables[0].columns[1].headings,
    ],
    [
      'a shared one without a heading',
      'wrong-shape /tables/0/columns/0',
      (register) => delete register.columns['kitchen-name'].headings,
    ],
    [
      'what no table uses',
      'wrong-shape /columns/closed',
      (register) => (register.columns.closed = { headings: ['停业'] }),
    ],
    [
      'a condition that nothing uses',
      'wrong-shape /conditions/closed',
      (register) => (register.conditions.closed = OPEN),
    ],
    [
      'a fact of a shared column',
      'unknown-fact /columns/opened/fact kitchen.openedOn',
      (register) => (register.columns.opened.fact = 'kitchen.opendOn'),
    ],
    [
      'a heading of a shared condition',
      'wrong-shape /conditions/seated/column 座位',
      (register) => (register.conditions.seated.column = '座席'),
    ],
    [
      'what a table says otherwise',
      'unknown-fact /tables/0/columns/2/fact kitchen.openedOn',
      (register) => (register.tables[0].columns[2].fact = 'kitchen.opendOn'),
    ],
  ])('are refused where they are written: %s', (_, at, edit) => {
    expect(told(edit)).toContain(at)
  })

  it('tell a fault that several tables have once', () => {
    expect(told((register: any) => (register.columns.opened.fact = 'kitchen.opendOn'))).toHaveLength(1)
  })
})
