import { acceptAnswer, revise, type EnteredDocument } from '@tiaoli/authoring'
import { loadPack, type PackSource } from '@tiaoli/engine'
import { checkCases, type Loaded } from '@tiaoli/engine/plan'
import { policyOf } from '@tiaoli/engine/runtime'
import { describe, expect, it } from 'vitest'
import { readPack } from '../../load-packs.ts'

const NOTICE: EnteredDocument = {
  title: '关于调整人数的通知（虚构）',
  issuer: '',
  number: '赣市司党字[2027]1号',
  issuedOn: '',
  from: '2027-01-01',
  place: '第二条',
  text: '正式党员五人以上的律所，单独建立党组织。',
  force: 'must',
}
const PARAMETER = 'minFullMembersForBranch'

type Sound = Extract<Loaded, { plan: object }>

function loaded(source: PackSource): Sound {
  const found = loadPack(source)
  if (!found.plan) throw new Error(found.diagnostics.map(({ message }) => message.en).join('\n'))
  return found
}

function withValue(source: PackSource, value: number, document = NOTICE): PackSource {
  const ground = { document }
  const files = revise(source, loaded(source), {
    kind: 'value',
    parameter: PARAMETER,
    value,
    from: '2018-12-01',
    ground,
  })
  return { ...source, files: { ...source.files, ...files } }
}

const published = readPack('ganzhou-2018-32')
const documentsIn = (source: PackSource) => [...loaded(source).plan.documents.keys()]
const placesIn = (source: PackSource, id: string) =>
  [...loaded(source).plan.clauses.values()].flatMap(({ document, place }) => (document.id === id ? [place?.zh] : []))

describe('a document that is typed in once more', () => {
  const once = withValue(published, 5)

  it('is the one that is there, and its clause too where the words are the same', () => {
    const twice = withValue(once, 6)
    expect(documentsIn(twice)).toEqual(documentsIn(once))
    expect(placesIn(twice, 'notice-2027-1')).toEqual(['第二条'])
  })

  it('gains a clause where the words are others', () => {
    const twice = withValue(once, 6, { ...NOTICE, place: '第三条', text: '正式党员六人以上的律所，单独建立党组织。' })
    expect(documentsIn(twice)).toEqual(documentsIn(once))
    expect(placesIn(twice, 'notice-2027-1')).toEqual(['第二条', '第三条'])
  })

  it('is another one where its number is another', () => {
    const twice = withValue(once, 6, { ...NOTICE, number: '赣市司党字[2027]9号' })
    expect(documentsIn(twice)).toHaveLength(documentsIn(once).length + 1)
  })
})

describe('cases that fail once the rules are changed', () => {
  const changed = withValue(published, 5)
  const failuresIn = async (source: PackSource) => {
    const { plan } = loaded(source)
    const policy = policyOf(plan)
    const results = await checkCases(plan, (ledger, options) => policy.evaluate(ledger, options))
    return results.filter(({ failures }) => failures.length > 0)
  }

  it('expect the new answer once somebody takes it, with the reason, and nothing else is changed', async () => {
    const failed = await failuresIn(changed)
    expect(failed.length).toBeGreaterThan(0)
    const [first, ...others] = failed
    const { file, id } = first!
    const files = await acceptAnswer(changed, loaded(changed), { file, id, reason: '人数改为五人' })
    expect(Object.keys(files)).toEqual([file])
    const after = { ...changed, files: { ...changed.files, ...files } }
    expect((await failuresIn(after)).map((one) => one.id)).toEqual(others.map((one) => one.id))
    const title = loaded(after).plan.cases.find((one) => one.file === file && one.case.id === id)!.case.title
    expect(title?.zh).toContain('（改：人数改为五人）')
  })

  it('are all mended so, one by one', async () => {
    const mended = async (source: PackSource): Promise<PackSource> => {
      const [first] = await failuresIn(source)
      if (!first) return source
      const { file, id } = first
      const files = await acceptAnswer(source, loaded(source), { file, id, reason: '人数改为五人' })
      return mended({ ...source, files: { ...source.files, ...files } })
    }
    await expect(failuresIn(await mended(changed))).resolves.toEqual([])
  })
})
