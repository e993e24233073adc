import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const HEAD = ['县区', '律所名称', '组建形式', '党组织名称', '执业律师数', '党员总数']
const FIRM = '江西甲律师事务所'
const row = (form: string, branch: string, firm = FIRM) => ['章贡区', firm, form, branch, 10, 3]

describe('a person in brackets behind a name', () => {
  test.each([
    [`${FIRM}党支部`, '（孙大圣）'],
    [`中共${FIRM}支部委员会`, '(张三)'],
    [`${FIRM}党支部`, '【孙大圣同志】'],
  ])('is no part of that of a branch, and is told: %s%s', async (branch, person) => {
    const result = await importedGrid([HEAD, row('单独', branch + person)])
    expect(firmsIn(result).get(FIRM)).toMatchObject({ jointBranch: null, organization: { id: 'organization-1' } })
    expect(result.names['organization-1']).toBe(branch)
    expect(result.notes.map(briefly)).toEqual(['台账 D2 remark'])
    expect(JSON.stringify([result.ledger, result.notes, result.names])).not.toMatch(/孙大圣|张三/)
  })

  test('makes no other joint branch, and is repeated nowhere', async () => {
    const [branch, other] = ['赣南律师联合党支部（孙大圣）', '赣南律师联合党支部']
    const result = await importedGrid([HEAD, row('联合', branch), row('联合', other, '江西乙律师事务所')])
    expect(result.ledger['jointBranches']).toEqual([{ id: 'jointBranch-1', name: '赣南律师联合党支部' }])
    expect(JSON.stringify([result.ledger, result.notes, result.names])).not.toContain('孙大圣')
  })

  test('is no part of that of a firm, where it is surely no place', async () => {
    const result = await importedGrid([HEAD, row('单独', `${FIRM}党支部`, `${FIRM}（孙大圣）`)])
    expect([...firmsIn(result).keys()]).toEqual([FIRM])
    expect(result.notes.map(briefly)).toEqual(['台账 B2 remark'])
    const places = [`${FIRM}（高安）`, `${FIRM}（石城县）`, `${FIRM}（于都）`, `${FIRM}（江北分所）`]
    const others = await importedGrid([HEAD, ...places.map((name) => row('单独', `${name}党支部`, name))])
    expect([...firmsIn(others).keys()]).toEqual(places)
  })
})

test.each(['孙大圣', '张三', '欧阳小明', '书记张三', '李四同志'])(
  'a person is no organization: %s is told and is in no ledger',
  async (name) => {
    const result = await importedGrid([HEAD, row('单独', name)])
    expect(firmsIn(result).get(FIRM)?.['organization']).toBeUndefined()
    expect(result.notes.map(briefly)).toEqual(['台账 D2 not-a-name'])
    expect(JSON.stringify([result.ledger, result.notes, result.names])).not.toContain(name)
  },
)
