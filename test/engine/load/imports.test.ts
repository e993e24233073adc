import { describe, expect, it } from 'vitest'
import { compile, loadPack } from '@tiaoli/engine'
import { SCOPES, toyFiles } from '../../support/toy-pack.ts'

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

/** Ids of which the catalogue says what they name, and one of which it does not. */
const IDS = {
  'kitchen.owner': { type: 'id', label: { zh: '业主', en: 'owner' } },
  'kitchen.lessor': { type: 'id', label: { zh: '出租人', en: 'lessor' }, of: null },
  'kitchen.deliverer': { type: 'id', label: { zh: '送货商', en: 'who delivers' }, of: 'supplier' },
}

type Json = Record<string, unknown>

const PARTS = { given: IDS, scopes: { kitchen: { ...SCOPES.kitchen, named: true } } }

/** A table whose rows are cooks, counted as if they were seats. */
const roster = (parts: Json): Json => ({
  title: { zh: '厨师名册' },
  has: ['姓名'],
  counts: [{ fact: 'kitchen.seats' }],
  persons: { name: '姓名', apart: ['生日'] },
  columns: [{ headings: ['厨房'], record: 'kitchen' }, { headings: ['姓名'] }, { headings: ['生日'] }],
  ...parts,
})

const only = (parts: Json): Json => ({
  name: '姓名',
  only: { titled: ['学徒名册'], counts: ['kitchen.seats'], why: { zh: '只列学徒', en: 'Apprentices alone' }, ...parts },
})

/** A roster in which another column names the kitchen where its own does not. */
const named = (otherwise: string): Json =>
  roster({
    columns: [
      { headings: ['厨房'], record: 'kitchen', otherwise },
      { headings: ['姓名'] },
      { headings: ['生日'] },
      { headings: ['所在单位'], unused: { zh: '另有一列', en: 'Another column says it' } },
    ],
  })

function edited(edit: (register: Json, columns: Json[]) => void): { files: Record<string, unknown> } {
  const register = structuredClone(REGISTER)
  const columns = register.tables[0]!.columns as unknown as Json[]
  edit(register, columns)
  return { files: { ...toyFiles(PARTS), 'imports/register.json': register } }
}

const told = (edit: (register: Json, columns: Json[]) => void) =>
  loadPack(edited(edit)).diagnostics.map(({ code, pointer, suggestion }) =>
    [code, pointer, suggestion].filter((part) => part !== undefined).join(' '),
  )

describe('how workbooks become ledgers', () => {
  it('is part of a pack, and not of its digest', () => {
    const { plan } = loadPack(edited(() => undefined))
    expect(plan?.imports.get('register')?.tables[0]?.row).toBe('kitchen')
    expect(compile(edited(() => undefined)).sha256).toBe(compile({ files: toyFiles(PARTS) }).sha256)
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
      'a period that ends with something other than a date',
      (_, columns) => (columns[1]!['until'] = columns[1]!['fact']),
      'wrong-shape /tables/0/columns/1/until',
    ],
    [
      'the latest of something other than dates',
      (_, columns) => (columns[1]!['latest'] = true),
      'wrong-shape /tables/0/columns/1/latest',
    ],
    [
      'so many years after something other than a date',
      (_, columns) => (columns[1]!['plusYears'] = 'kitchen.seats'),
      'wrong-shape /tables/0/columns/1/plusYears',
    ],
    [
      'a period of something other than a date',
      (_, columns) => (columns[1]!['periodYears'] = 'kitchen.seats'),
      'wrong-shape /tables/0/columns/1/periodYears',
    ],
    [
      'years that no parameter has',
      (_, columns) => (columns[2]!['plusYears'] = { fact: 'kitchen.licensed', is: { yes: 'parameters.term' } }),
      'unknown-parameter /tables/0/columns/2/plusYears/is/yes',
    ],
    [
      'what is usual of something other than an amount',
      (register) => (register['usual'] = { 'kitchen.seats': { least: 1, most: 2, unit: '元' } }),
      'wrong-shape /usual/kitchen.seats',
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
      'a heading of the table that no column has',
      (register) => ((register['tables'] as Json[])[0]!['has'] = ['厨房名秤']),
      'wrong-shape /tables/0/has/0 厨房名称',
    ],
    [
      'rows that have names, and no column of them',
      (_, columns) => (columns[0] = { headings: ['厨房名称'], unused: { zh: '不读。' } }),
      'wrong-shape /tables/0/row',
    ],
    [
      'two columns of one name that nothing tells apart',
      (_, columns) => columns.push({ headings: ['容量', '座位'], fact: 'kitchen.licensed' }),
      'wrong-shape /tables/0/columns/3/headings/1',
    ],
    [
      'a spelling of names without a name in it',
      (register) => (register['names'] = { spellings: { '…厨房': '{}厨房' } }),
      'wrong-shape /names/spellings/…厨房',
    ],
    [
      'a number asked for that is no parameter',
      (_, columns) =>
        (columns[1]!['without'] = { fact: 'kitchen.seats', inside: ['…'], beside: ['…'], least: ['three'] }),
      'wrong-shape /tables/0/columns/1/without/least/0',
    ],
    [
      'who is counted, of a column of no numbers',
      (_, columns) => (columns[0]!['inBrackets'] = ['含学徒']),
      'wrong-shape /tables/0/columns/0/inBrackets',
    ],
    [
      'rows that are none by a column that is not there',
      (register) => ((register['tables'] as Json[])[0]!['except'] = [{ column: '种类', is: ['外地'] }]),
      'wrong-shape /tables/0/except/0/column',
    ],
    [
      'a form of names without a name in it',
      (register) => (register['names'] = { forms: ['…厨房'] }),
      'wrong-shape /names/forms/0',
    ],
    [
      'a form of another name beside one without a name in it',
      (register) => (register['names'] = { with: ['含{}', '含分店'] }),
      'wrong-shape /names/with/1',
    ],
    [
      'a look of names with a hole that is no look',
      (register) => (register['names'] = { like: { kitchen: { is: ['…厨房', '{}食堂'] } } }),
      'wrong-shape /names/like/kitchen/is/1',
    ],
    [
      'a blank look of names',
      (register) => (register['names'] = { like: { kitchen: { is: ['…厨房'], not: [' '] } } }),
      'wrong-shape /names/like/kitchen/not/0',
    ],
    [
      'persons in a table whose rows are not counted',
      (register) => ((register['tables'] as Json[])[0]!['persons'] = { name: '座位' }),
      'wrong-shape /tables/0/persons',
    ],
    [
      'counted rows of which nothing says of which record they are',
      (register) => (register['tables'] = [roster({ columns: [{ headings: ['姓名'] }] })]),
      'wrong-shape /tables/0/counts',
    ],
    [
      'counted rows of a record that has no such number',
      (register) =>
        (register['tables'] = [
          roster({ columns: [{ headings: ['姓名'] }, { headings: ['供货商'], record: 'supplier' }] }),
        ]),
      'wrong-shape /tables/0/counts/0/fact',
    ],
    [
      'the names of persons in a column that there is not',
      (register) => (register['tables'] = [roster({ persons: { name: '名字' } })]),
      'wrong-shape /tables/0/persons/name',
    ],
    [
      'persons told apart by a column that there is not',
      (register) => (register['tables'] = [roster({ persons: { name: '姓名', apart: ['生日', '出生'] } })]),
      'wrong-shape /tables/0/persons/apart/1',
    ],
    [
      'a roster of some that still counts what it does not count',
      (register) => (register['tables'] = [roster({ persons: only({ counts: ['kitchen.seat'] }) })]),
      'wrong-shape /tables/0/persons/only/counts/0 kitchen.seats',
    ],
    [
      'a roster of some that any title may be of',
      (register) => (register['tables'] = [roster({ persons: only({ titled: ['学徒名册', ' '] }) })]),
      'wrong-shape /tables/0/persons/only/titled/1',
    ],
    [
      'numbers that a title leaves open, of which there are none',
      (register) => {
        const why = { zh: '只列学徒', en: 'Apprentices alone' }
        register['lists'] = { persons: { called: ['厨师'], behind: ['全体'], facts: ['kitchen.seat'], why } }
      },
      'unknown-fact /lists/persons/facts/0 kitchen.seats',
    ],
    [
      'what names a record otherwise, in a column that there is not',
      (register) => (register['tables'] = [named('所在单')]),
      'wrong-shape /tables/0/columns/0/otherwise 所在单位',
    ],
    [
      'what names a record otherwise, in the same column',
      (register) => (register['tables'] = [named('厨房')]),
      'wrong-shape /tables/0/columns/0/otherwise',
    ],
    [
      'what names a record otherwise, in a table whose rows are not counted',
      (_, columns) => (columns[0] = { headings: ['厨房名称'], record: 'kitchen', otherwise: '座位' }),
      'wrong-shape /tables/0/columns/0/otherwise',
    ],
    [
      'what names a record otherwise, of a column that names none',
      (register) =>
        (register['tables'] = [
          roster({
            columns: [
              { headings: ['厨房'], record: 'kitchen' },
              { headings: ['姓名'], otherwise: '生日' },
              { headings: ['生日'] },
            ],
          }),
        ]),
      'wrong-shape /tables/0/columns/1/otherwise',
    ],
    [
      'a record that no row of the table names',
      (_, columns) => (columns[1] = { headings: ['座位'], record: 'cook' }),
      'wrong-shape /tables/0/columns/1/record',
    ],
    [
      'records that refer to something else than the row',
      (_, columns) => (columns[1] = { headings: ['座位'], referredBy: 'kitchen.supplier' }),
      'wrong-shape /tables/0/columns/1/referredBy',
    ],
    [
      'the ledger, which has no name',
      (_, columns) => (columns[1] = { headings: ['座位'], record: 'town' }),
      'wrong-shape /tables/0/columns/1/record',
    ],
    [
      'an id of which it is not known what it names',
      (_, columns) => (columns[1] = { headings: ['座位'], organization: 'kitchen.owner' }),
      'wrong-shape /tables/0/columns/1/organization',
    ],
    [
      'a person whose id is that of a record',
      (_, columns) => (columns[1] = { headings: ['座位'], person: 'kitchen.deliverer' }),
      'wrong-shape /tables/0/columns/1/person',
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

  it('may count the rows of a roster', () => {
    expect(told((register) => (register['tables'] = [roster({})]))).toEqual([])
  })

  it('may call columns the same where something tells them apart', () => {
    const columns = [
      { headings: ['日期'], under: '开业', fact: 'kitchen.openedOn' },
      { headings: ['日期'], fact: 'kitchen.cleanedOn', when: { column: '座位', is: ['…'] } },
      { headings: ['日期'], unused: { zh: '不知是哪个日期。' } },
    ]
    expect(
      told((register, all) => {
        all.push(...columns)
        ;(register['tables'] as Json[])[0]!['has'] = ['厨房名称', '开业日期']
      }),
    ).toEqual([])
  })

  it('may name the record of an id where the catalogue says of which it is, and what is no record', () => {
    const ids = ['kitchen.deliverer', 'kitchen.lessor']
    expect(
      told((_, columns) =>
        columns.push(...ids.map((organization, i) => ({ headings: [`列${String(i)}`], organization }))),
      ),
    ).toEqual([])
  })

  it('may name a record to which that of the row refers, and those that refer to it', () => {
    expect(told((_, columns) => columns.push({ headings: ['供货商'], record: 'kitchen.supplier' }))).toEqual([])
    const suppliers = { title: { zh: '供货商', en: 'Suppliers' }, has: ['供货商名称'], row: 'supplier' }
    const columns = [
      { headings: ['供货商名称'], record: 'supplier' },
      { headings: ['所供厨房'], referredBy: 'kitchen.supplier' },
    ]
    expect(told((register) => (register['tables'] as Json[]).push({ ...suppliers, columns }))).toEqual([])
    const wrong = [columns[0], { headings: ['所供厨房'], record: 'kitchen' }]
    const { diagnostics } = loadPack(
      edited((register) => (register['tables'] as Json[]).push({ ...suppliers, columns: wrong })),
    )
    expect(diagnostics.map(({ message }) => message.en)).toEqual([
      expect.stringContaining('write "referredBy": "kitchen.supplier"'),
    ])
  })
})
