import fc from 'fast-check'
import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { describe, expect, test } from 'vitest'
import { bookOf, sheetOf, written } from '../workbook-file.ts'
import { briefly, city, firmsIn, plan } from './imported.ts'

const PINE = '江西赤松律师事务所'
const HEADINGS = [
  '县（市、区）',
  '律师事务所名称',
  '组织形式',
  '律所成立时间',
  '党员总数',
  '正式党员',
  '组建形式',
  '党建是否写入章程',
  '有无专门场所',
  '备注',
]
const ROW = ['章贡区', PINE, '合伙', '2010-05-01', 4, 4, '未建', '否', '无']
/** What such a row is accused of. */
const ACCUSED = ['own-organization', 'charter-party-building', 'dedicated-venue']

interface Beside {
  readonly remark?: string
  readonly comments?: Readonly<Record<string, string>>
  readonly row?: readonly (string | number)[]
  readonly headings?: readonly string[]
  readonly above?: string
  readonly below?: string
  readonly day?: string
}

async function beside({
  remark = '',
  comments = {},
  row = ROW,
  headings = HEADINGS,
  above,
  below,
  day = '2019-09-30',
}: Beside) {
  const book = bookOf([
    ['律师行业党建工作台账'],
    ['填报单位：市律师行业党委'],
    ...(above === undefined ? [] : [[above]]),
    [...headings],
    [...row, remark],
    ...(below === undefined ? [] : [[below]]),
  ])
  for (const [address, text] of Object.entries(comments))
    sheetOf(book)[address] = { ...(sheetOf(book)[address] ?? { t: 'z' }), c: [{ a: '', t: text }] }
  const workbook = await readWorkbook(written(book), { name: '表.xlsx' })
  const result = await importWorkbooks([workbook], { plan, on: day })
  const { findings } = city.evaluate(result.ledger, { asOf: day })
  return {
    firm: firmsIn(result).get(PINE),
    accused: findings.flatMap(({ status, requirement }) => (status === 'not_met' ? [requirement] : [])),
    told: result.notes.filter(({ code }) => code === 'remark-not-understood'),
    notes: result.notes.map(briefly),
  }
}

test('what is not understood beside one firm leaves what a title says of the others as it is', async () => {
  const other = '江西青柏律师事务所'
  const book = bookOf([
    ['未组建党组织的律师事务所'],
    ['县（市、区）', '律师事务所名称', '执业律师数', '备注'],
    ['章贡区', PINE, 5, '支部已于2019年8月获批成立'],
    ['章贡区', other, 5, ''],
  ])
  const workbook = await readWorkbook(written(book), { name: '表.xlsx' })
  const firms = firmsIn(await importWorkbooks([workbook], { plan, on: '2019-09-30' }))
  expect(firms.get(PINE)).not.toHaveProperty('organization')
  expect(firms.get(other)).toMatchObject({ organization: null })
})

const OTHERWISE = [
  '支部已于2019年8月获批成立',
  '现已单独建立党支部',
  '2019年8月15日经市律师行业党委批准，成立中共江西赤松律师事务所支部',
  '党员已转回原单位',
  '党员2019年8月已全部转出',
  '2名党员已退休离所',
  '实有党员2名',
  '章程已于2019年8月修订',
  '章程已写入党建',
  '章程、场所均已落实',
  '场所已解决',
  '已整改',
  '填报有误',
  '数据有误，待更正',
  '同意延期组建',
  '党员已编入南昌总所支部',
]

const HARMLESS = [
  '',
  '/',
  '无',
  '13800138000',
  '电话0797-8123456',
  '联系人：李四',
  '合伙所',
  '新增，电话已催两次',
  '已核对，无异议',
  '尚未成立',
  '2019年9月20日',
  PINE,
]

describe('what a row denies is held against nobody where a remark in it is not understood', () => {
  test('without a remark it is', async () => {
    const { accused, told } = await beside({})
    expect(accused).toEqual(ACCUSED)
    expect(told).toEqual([])
  })

  test.each(OTHERWISE)('%s', async (remark) => {
    const { accused, firm } = await beside({ remark })
    expect(accused).toEqual([])
    expect(firm).not.toHaveProperty('organization')
    expect(firm).not.toHaveProperty('jointBranch')
    expect(firm).not.toHaveProperty('venue.value')
    expect(firm).not.toHaveProperty('charter.partyBuilding.value')
  })

  test('nor where a form is ticked', async () => {
    const headings = HEADINGS.with(6, '未建')
    const { accused } = await beside({ headings, row: ROW.with(6, '√'), remark: '现已单独建立党支部' })
    expect(accused).toEqual([])
  })

  test.each(HARMLESS)('but it is beside %j', async (remark) => {
    const { accused, firm } = await beside({ remark })
    expect(firm).toMatchObject({ organization: null, jointBranch: null, venue: { value: false } })
    expect(accused).toEqual(ACCUSED)
  })

  test('a remark is told once, with the cells that it leaves open', async () => {
    const { told } = await beside({ remark: '已整改' })
    expect(told.map(({ place }) => place.cell)).toEqual(['J4'])
    expect(told[0]?.text.zh).toContain('G4、H4、I4')
    expect(told[0]?.text.en).toContain('G4, H4, I4')
  })

  test('whatever it says', async () => {
    const clause = fc.oneof(
      fc.constantFrom(...OTHERWISE),
      fc
        .array(
          fc.constantFrom(
            ...Array.from('支部党员已经在上月批复成立转走待核实所章程场地修订完成同意延期组建编入其他请示中'),
          ),
          {
            minLength: 4,
            maxLength: 14,
          },
        )
        .map((letters) => letters.join('')),
    )
    const around = fc.constantFrom('', '新增，', '电话已催两次；', '联系人李四。', '经核对无误、')
    const behind = fc.constantFrom('', '，已核对', '。', '；13800138000')
    await fc.assert(
      fc.asyncProperty(around, clause, behind, fc.boolean(), async (before, said, after, isComment) => {
        const text = before + said + after
        const { accused } = await beside(isComment ? { comments: { C4: text } } : { remark: text })
        expect(accused).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('what somebody wrote in a comment counts as a remark', () => {
  test.each([
    ['E4', '其中3名组织关系未转入'],
    ['H4', '2019年8月已修订'],
    ['I4', '2019年9月已落实'],
    ['B4', '已于2019年9月注销'],
  ])('on %s: %s', async (address, comment) => {
    const { accused } = await beside({ comments: { [address]: comment } })
    expect(accused).toEqual([])
  })

  test('the cell on which it is stays open, whatever it says', async () => {
    const { firm, told } = await beside({ comments: { E4: '李四：\n其中3名组织关系未转入' } })
    expect(firm).not.toHaveProperty('members.all')
    expect(told[0]?.text.zh).toContain('E4')
  })

  test('on a name, it leaves open whether the firm is still there', async () => {
    expect((await beside({})).firm).toHaveProperty('closedOn', null)
    const { firm } = await beside({ comments: { B4: '已于2019年9月注销' } })
    expect(firm).not.toHaveProperty('closedOn')
  })

  test('one that is harmless leaves nothing open', async () => {
    const { firm } = await beside({ comments: { B4: '电话已催两次' } })
    expect(firm).toMatchObject({ organization: null, closedOn: null })
  })
})

describe('remarks that say that members are gone, or others', () => {
  test.each(['党员已转回原单位', '2名党员已退休离所', '实有党员2名', '党员数待核'])('%s', async (remark) => {
    expect((await beside({ remark })).firm).not.toHaveProperty('members')
  })

  test('leave the number that they repeat', async () => {
    const { firm } = await beside({ remark: '实有党员4名' })
    expect(firm).toMatchObject({ members: { all: 4 } })
  })
})

describe('a sentence beside the table that names a column and is no instruction leaves it open', () => {
  test.each(['注：章程一栏填“否”的均已于9月落实', '备注：党建写入章程，各所已统一修订'])('%s', async (below) => {
    const { firm, told } = await beside({ below })
    expect(firm).not.toHaveProperty('charter.partyBuilding.value')
    expect(firm).toMatchObject({ venue: { value: false } })
    expect(told.map(({ place }) => place.cell)).toEqual(['A5'])
  })

  test('also above it', async () => {
    const { firm } = await beside({ above: '说明：专门场所均已落实' })
    expect(firm).not.toHaveProperty('venue.value')
  })

  test('days of a term, where it is prolonged for all', async () => {
    const headings = ['县（市、区）', '律师事务所名称', '党组织名称', '届满时间', '备注']
    const row = ['章贡区', PINE, `${PINE}党支部`, '2029年6月']
    const day = '2026-09-30'
    expect((await beside({ headings, row, day })).firm).toHaveProperty('organization.termStart')
    const { firm } = await beside({ headings, row, day, below: '注：届满时间已统一延期一年' })
    expect(firm).not.toHaveProperty('organization.termStart')
  })

  test('ticks, where it says that they mean something else', async () => {
    const headings = HEADINGS.with(6, '未建')
    const row = ROW.with(6, '√')
    const { firm } = await beside({ headings, row, below: '注：打“√”表示未完成' })
    expect(firm).not.toHaveProperty('organization')
    expect(firm).toMatchObject({ venue: { value: false } })
  })

  test.each([
    '填表说明：章程一栏填是或否',
    '填表说明：1.“组建形式”在对应栏打“√”；2.场所填有或无；3.本表请于9月30日前报送市律师行业党委',
    '注：是否建立党组织以批复为准',
  ])('an instruction leaves nothing open: %s', async (below) => {
    const { accused, told } = await beside({ below })
    expect(accused).toEqual(ACCUSED)
    expect(told).toEqual([])
  })
})

describe('a column that is not known leaves open what the row denies, whatever its heading asks', () => {
  const answered = (heading: string, answer: string | number) =>
    beside({ headings: [...HEADINGS, heading], row: [...ROW, ''], remark: answer as string })

  test.each([
    ['已整改', '√'],
    ['是否整改', '√'],
    ['是否整改', '是'],
    ['是否整改', 1],
    ['整改情况', '已整改'],
    ['整改完成时间', '2019年9月20日'],
    ['整改完成率', '100%'],
    ['未整改', '×'],
    ['尚存问题', '无'],
    ['现已单独建立', '√'],
  ])('%s: %s', async (heading, answer) => {
    const { accused, told } = await answered(heading, answer)
    expect(accused).toEqual([])
    expect(told.map(({ place }) => place.cell)).toEqual(['K4'])
  })

  test.each([
    ['是否整改', '否'],
    ['是否已整改', '×'],
    ['整改情况', '未整改'],
    ['整改情况', ''],
    ['整改情况', '/'],
    ['是否规模所', '√'],
    ['实习人员数', 1],
    ['固定电话', '0797-8123456'],
  ])('but for what says nothing of it, %s: %s', async (heading, answer) => {
    const { accused, told } = await answered(heading, answer)
    expect(accused).toEqual(ACCUSED)
    expect(told).toEqual([])
  })

  test('in any words', async () => {
    const heading = fc
      .tuple(
        fc.constantFrom('', '是否', '已', '有无', '目前', '第三季度'),
        fc.constantFrom('整改', '落实', '完成', '补齐', '解决', '到位', '销号', '办结'),
        fc.constantFrom('', '到位', '情况', '时间', '与否', '结果', '进度'),
      )
      .map((words) => words.join(''))
    const answer = fc.constantFrom<string | number>(
      '√',
      '是',
      '已',
      '有',
      '已整改',
      '完成',
      '✓',
      '全部到位',
      '2019年9月',
      'V',
      '100%',
      'OK',
      '好',
      1,
    )
    await fc.assert(
      fc.asyncProperty(heading, answer, async (asked, said) => {
        expect((await answered(asked, said)).accused).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
