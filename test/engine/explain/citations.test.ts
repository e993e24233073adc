import { describe, expect, it } from 'vitest'
import { loadPack, type PackSource } from '@tiaoli/engine'
import { readFile, type FileReader } from '@tiaoli/engine/plan'
import { policyOf } from '@tiaoli/engine/runtime'
import { AS_OF, findingOn, requirement, toyPack, words } from '../../support/toy-pack.ts'

const parts = {
  instruments: {
    code: { title: words('厨房守则', 'Kitchen code'), evidence: 'secondary' },
    'old-law': { title: words('旧食品法', 'Old Food Act'), evidence: 'verified', inForce: { to: '2019-01-01' } },
  },
  requirements: [
    requirement({
      requires: { fact: 'kitchen.cleanedOn', operator: 'notEqual', value: null },
      basis: [
        { instrument: 'code', article: words('第一条', 'Article 1') },
        {
          instrument: 'code',
          article: words('第二条', 'Article 2'),
          evidence: 'to-be-verified',
          effective: { from: '2018-12-31' },
        },
        { instrument: 'old-law' },
      ],
    }),
  ],
}

function gradesOn(asOf: string) {
  const { citations } = findingOn(parts, { cleanedOn: null }, { asOf })
  return citations
    .filter(({ kind }) => kind === 'instrument')
    .map(({ id, article, evidence, evidenceLabel }) => [id, article?.zh, evidence, evidenceLabel?.zh])
}

describe('a citation of an outside instrument', () => {
  it('says in words how sure we are of it, and an article may be less sure than its instrument', () => {
    expect(gradesOn('2018-12-31')).toEqual([
      ['code', '第一条', 'secondary', '据转载'],
      ['code', '第二条', 'to-be-verified', '待核'],
      ['old-law', undefined, 'verified', '已核'],
    ])
  })

  it('is left out on days on which the instrument, or this reading of it, was not in force', () => {
    const idsOn = (day: string) => gradesOn(day).map(([id, article]) => `${id} ${article ?? ''}`.trim())
    expect(idsOn('2018-12-30')).toEqual(['code 第一条', 'old-law'])
    expect(idsOn('2019-01-01')).toEqual(['code 第一条', 'code 第二条'])
  })
})

it('names the article in both languages, and in one where a report is asked for in one', () => {
  const articles = (language?: 'zh' | 'en') =>
    findingOn(parts, { cleanedOn: null }, { asOf: '2018-12-30', ...(language && { language }) }).citations.map(
      ({ article }) => article,
    )
  expect(articles()).toContainEqual({ zh: '第一条', en: 'Article 1' })
  expect(articles('en')).toContain('Article 1')
})

it('packs that share a file each cite their own clauses', () => {
  const title = (zh: string) => ({
    ...toyPack({ ...parts, instruments: { ...parts.instruments, code: { title: words(zh), evidence: 'secondary' } } }),
  })
  const [first, second] = [title('旧守则'), title('新守则')]
  const read = new Map<string, ReturnType<FileReader>>()
  // As a tool reads that loads many packs: equal files once.
  const reader: FileReader = (pack, path, content, limits) => {
    const key = JSON.stringify(content)
    if (!read.has(key)) read.set(key, readFile(pack, path, content, limits))
    return read.get(key)
  }
  const titleCited = (source: PackSource) => {
    const { plan } = loadPack(source, {}, reader)
    const { findings } = policyOf(plan!).evaluate({ kitchens: [{ id: 'K1' }] }, { asOf: AS_OF })
    return findings[0]!.citations.find(({ id }) => id === 'code')?.title?.zh
  }
  expect([titleCited(first), titleCited(second)]).toEqual(['旧守则', '新守则'])
})

describe('the sentence of a clause', () => {
  const PLACE = words('三、（五）', 'part 3, item (5)')
  const cited = (texts: [zh: string, en: string][], place?: object) => {
    const clauses = texts.map(([zh, en], i) => ({
      id: `d${i}`,
      text: { zh, en },
      ...(place && { place }),
      force: 'must',
      testability: 'full',
    }))
    const rule = requirement({ requires: { condition: 'kitchen.licensed' }, clauses: clauses.map(({ id }) => id) })
    return findingOn({ clauses, requirements: [rule] }, { licensed: true }).citations
  }
  const sentences = (...texts: string[]) => cited(texts.map((zh) => [zh, zh])).map(({ sentence }) => sentence?.zh)

  it('is put together from the clauses around it, while the quote stays the clause', () => {
    const [heading, first, second, third] = cited([
      ['五、卫生', 'V. Hygiene'],
      ['厨房应当清洁，', 'Kitchens shall be clean'],
      ['每日通风；', 'and aired daily;'],
      ['不通风的，应当报告。', 'those not aired are to be reported.'],
    ])
    expect(heading).toMatchObject({ quote: words('五、卫生', 'V. Hygiene'), sentence: words('五、卫生', 'V. Hygiene') })
    expect(first?.quote?.zh).toBe('厨房应当清洁，')
    expect(first?.sentence).toEqual(words('厨房应当清洁，每日通风；', 'Kitchens shall be clean and aired daily;'))
    expect(second?.sentence).toEqual(first?.sentence)
    expect(third?.sentence).toEqual(third?.quote)
  })

  it('begins after the sentence before, and ends with its own, in the middle of a clause too', () => {
    expect(sentences('甲。乙，', '丙，', '丁。戊。')).toEqual(['甲。乙，丙，丁。', '乙，丙，丁。', '乙，丙，丁。戊。'])
    expect(sentences('“甲，', '乙。”丙，', '丁。')).toEqual(['“甲，乙。”', '“甲，乙。”丙，丁。', '丙，丁。'])
    expect(sentences('甲\n乙，', '丙')).toEqual(['甲\n乙，丙', '乙，丙'])
  })

  it('goes on after 、 and ends with any sign that ends one', () => {
    expect(sentences('甲、', '乙。')).toEqual(['甲、乙。', '甲、乙。'])
    expect(sentences('“甲，”', '乙。')).toEqual(['“甲，”乙。', '“甲，”乙。'])
    for (const end of '。；！？') expect(sentences(`甲${end}乙，`, '丙')).toEqual([`甲${end}乙，丙`, '乙，丙'])
  })

  it('has no space or line break around it', () => {
    expect(sentences('甲。\n乙，\n丙。', '丁。')).toEqual(['甲。\n乙，\n丙。', '丁。'])
    expect(sentences('甲，', '乙。\n')).toEqual(['甲，乙。', '甲，乙。'])
    expect(sentences('甲。 乙，', '丙。')).toEqual(['甲。 乙，丙。', '乙，丙。'])
  })

  it('comes with the place of the clause where it has one', () => {
    expect(cited([['甲。', 'A.']], PLACE).map(({ place }) => place)).toEqual([PLACE])
    expect(cited([['甲。', 'A.']])[0]).not.toHaveProperty('place')
  })
})
