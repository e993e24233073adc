import { expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const PINE = '江西赤松律师事务所'
const HEADINGS = ['县（市、区）', '律师事务所名称', '执业律师数', '党员总数', '是否建立党组织']
const ROW = ['章贡区', PINE, 5, 3, '否']

async function imported(above: string, below = '') {
  const result = await importedGrid([['律师行业党建工作台账'], [above], HEADINGS, ROW, [below]], { on: '2026-09-30' })
  return {
    firm: firmsIn(result).get(PINE),
    open: result.notes.filter(({ code }) => code === 'left-open').map(briefly),
  }
}

test.each([
  ['说明：本表党员总数含流动党员及组织关系未转入党员', ''],
  ['', '注：党员总数不含预备党员'],
])('a sentence that defines a number leaves it open, and is told once: %s%s', async (above, below) => {
  const { firm, open } = await imported(above, below)
  expect(firm).not.toHaveProperty('members')
  expect(firm).toMatchObject({ organization: null })
  expect(open).toEqual([above === '' ? '台账 A5 left-open' : '台账 A2 left-open'])
})

test('so does one that defines what yes and no mean', async () => {
  const { firm, open } = await imported('', '注：是否建立党组织仅指单独建立')
  expect(firm).toMatchObject({ members: { all: 3 } })
  expect(firm).not.toHaveProperty('organization')
  expect(open).toEqual(['台账 A5 left-open'])
})

test('a sentence that says what the fact is anyway leaves nothing open', async () => {
  for (const note of ['注：党员总数不含未转入党员', '注：党员总数含预备党员', '注：本表由各县区填报，含所有律所']) {
    const { firm, open } = await imported('', note)
    expect(firm).toMatchObject({ members: { all: 3 }, organization: null })
    expect(open).toEqual([])
  }
})

test.each(['注：党员总数含预备党员，含流动党员', '注：本表一式两份，党员总数含预备党员，也包括组织关系未转入的党员'])(
  'a sentence goes on behind a comma with what it is about: %s',
  async (note) => {
    const { firm, open } = await imported('', note)
    expect(firm).not.toHaveProperty('members')
    expect(open).toEqual(['台账 A5 left-open'])
  },
)

test('a clause about something else goes on with nothing', async () => {
  const { firm, open } = await imported('', '注：是否建立党组织以批复为准，所有律所均含分所')
  expect(firm).toMatchObject({ members: { all: 3 }, organization: null })
  expect(open).toEqual([])
})

const BRANCH = `${PINE}党支部`
const roster = async (...notes: readonly string[]) => {
  const rows = [
    ['张三', '正式党员', BRANCH],
    ['李四', '预备党员', BRANCH],
  ]
  const result = await importedGrid([['党员花名册'], ['姓名', '人员类别', '所在党支部'], ...rows, notes])
  return {
    members: firmsIn(result).get(PINE)?.['members'],
    open: result.notes.filter(({ code }) => code === 'left-open').map(briefly),
  }
}

test.each([
  ['注：正式党员含预备党员', { all: 2, probationary: 1 }, true],
  ['注：本表含组织关系未转入的党员', undefined, true],
  ['说明：名册中不含流动党员', { all: 2, full: 1, probationary: 1 }, false],
  ['注：本表由支部填写，含书记', { all: 2, full: 1, probationary: 1 }, false],
])(
  'a sentence that says who is among the rows of a roster leaves their number open: %s',
  async (note, members, isOpen) => {
    expect(await roster(note)).toEqual({ members, open: isOpen ? ['台账 A5 left-open'] : [] })
  },
)
