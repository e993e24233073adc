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
