import { lintPack, revise, type EnteredDocument, type RuleEdit } from '@tiaoli/authoring'
import { compile, loadPack, type PackSource } from '@tiaoli/engine'
import { checkCases, fileKindOf, type Loaded } from '@tiaoli/engine/plan'
import { describe, expect, it } from 'vitest'
import { packIds } from '../../../scripts/read-pack.ts'
import { readPack } from '../../load-packs.ts'

const NOTICE: EnteredDocument = {
  title: '关于律所党建工作的补充通知（虚构）',
  issuer: '中共赣州市司法局党组',
  number: '赣市司党字[2027]2号',
  issuedOn: '2026-12-20',
  from: '2027-01-01',
  place: '第三条',
  text: '各律所应当设立党员活动室。',
  force: 'must',
}

const GANZHOU = readPack('ganzhou-2018-32')

function loaded(source: PackSource): Extract<Loaded, { plan: object }> {
  const found = loadPack(source)
  if (!found.plan) throw new Error(found.diagnostics.map(({ file, message }) => `${file}: ${message.en}`).join('\n'))
  return found
}

function revised(edit: RuleEdit, source = GANZHOU): PackSource {
  return { ...source, files: { ...source.files, ...revise(source, loaded(source), edit) } }
}

/** Warnings that the pack did not have before. */
function warnings(source: PackSource): string[] {
  return lintPack(loaded(source)).lints.flatMap(({ severity, code }) => (severity === 'warning' ? [code] : []))
}

async function failures(source: PackSource): Promise<unknown[]> {
  const policy = compile(source)
  const results = await checkCases(policy.plan, (ledger, options) => policy.evaluate(ledger, options))
  return results.flatMap((result) => result.failures)
}

const ASKED = {
  kind: 'requirement',
  title: '律所设立党员活动室',
  file: 'requirements/resources.json',
  subject: 'firm',
  dutyBearer: 'law-firm',
  like: undefined,
  asks: { done: true },
  from: '2027-01-01',
  due: undefined,
  problem: '',
  remedy: '设立党员活动室。',
  ground: { document: NOTICE },
} as const satisfies RuleEdit

describe('a new requirement', () => {
  const like = 'charter-party-building'
  const all = [
    [{ done: true }, undefined, undefined],
    [{ done: true }, '2027-12-31', like],
    [{ day: true }, undefined, like],
    [{ day: true }, '2027-12-31', undefined],
    [{ least: 2 }, undefined, like],
    [{ least: 1 }, '2027-12-31', undefined],
  ] as const

  it.each(all)('that asks %j, by %s, of those whom %s concerns, holds in its cases', async (asks, due, concerned) => {
    const source = revised({ ...ASKED, asks, due, like: concerned })
    const { plan } = loaded(source)
    const made = plan.requirements.find(({ id }) => id === 'notice-2027-2-a1')!
    expect(made).toMatchObject({ force: 'must', entry: { clauses: ['notice-2027-2/a1'] } })
    const own = plan.cases.filter(({ file }) => file === 'cases/notice-2027-2-a1.json')
    expect(
      own.map(
        ({
          case: {
            expect: [first],
          },
        }) => first!.status,
      ),
    ).toEqual(['met', 'not_met', 'unknown'])
    const policy = compile(source)
    const results = await checkCases({ ...policy.plan, cases: own }, (ledger, options) =>
      policy.evaluate(ledger, options),
    )
    expect(results.flatMap((result) => result.failures)).toEqual([])
    expect(warnings(source)).toEqual([])
  })

  it('has another id than one that rests on the same clause', () => {
    const once = revised(ASKED)
    const twice = revised({ ...ASKED, ground: { clause: 'notice-2027-2/a1' } }, once)
    expect(loaded(twice).plan.requirements.map(({ id }) => id)).toContain('notice-2027-2-a1-2')
  })

  it('needs a clause', () => {
    expect(() => revised({ ...ASKED, ground: { assumption: '暂定' } })).toThrow(
      expect.objectContaining({ code: 'needs-clause' }),
    )
  })
})

describe('the end of a requirement', () => {
  const requirement = 'charter-party-building'
  const grounds = [
    ['a document typed in', { document: { ...NOTICE, text: '律所章程增加党建内容的要求停止执行。' } }],
    ['a clause that is there', { clause: 's4.4.c1' }],
  ] as const

  it.each(grounds)('by %s: no finding of it from that day on', (_, ground) => {
    const policy = compile(revised({ kind: 'end', requirement, from: '2027-01-01', ground }))
    const ledger = { counties: [{ firms: [{ establishedOn: '2010-01-01', closedOn: null, isBranchOffice: false }] }] }
    const on = (asOf: string) => policy.evaluate(ledger, { asOf, requirements: [requirement] }).findings.length
    expect([on('2026-12-31'), on('2027-01-01')]).toEqual([1, 0])
  })

  it.each([
    [{ requirement: 'no-such' }, 'no-requirement'],
    [{ ground: { assumption: '暂定' } }, 'needs-clause'],
    [{ ground: { clause: 'no-such' } }, 'no-clause'],
  ])('of %j cannot be made', (part, code) => {
    const edit = { kind: 'end', requirement, from: '2027-01-01', ground: { clause: 's4.4.c1' }, ...part } as const
    expect(() => revised(edit)).toThrow(expect.objectContaining({ code }))
  })
})

describe('an exception', () => {
  const firm = { id: 'F1', establishedOn: '2010-01-01', closedOn: null, isBranchOffice: false }
  const notDone = {
    ...firm,
    charter: { partyBuilding: { value: false, attestedOn: '2026-12-01', attestedBy: 'city-bureau' } },
  }
  const exception = (when: Extract<RuleEdit, { kind: 'exception' }>['when']) =>
    compile(
      revised({
        kind: 'exception',
        requirement: 'charter-party-building',
        text: '经市律师行业党委同意，暂不修改章程。',
        status: 'exempted',
        when,
        ground: { document: NOTICE },
      }),
    )
  const statusOf = (policy: ReturnType<typeof compile>, record: object, asOf: string) =>
    policy.evaluate({ counties: [{ firms: [record] }] }, { asOf, requirements: ['charter-party-building'] })
      .findings[0]!.status

  it('by a question that is answered yes', () => {
    const policy = exception({ question: '市律师行业党委是否同意暂不修改章程' })
    const fact = policy.plan.facts.get('firm.charterPartyBuildingException1')!
    expect(fact.label.zh).toBe('市律师行业党委是否同意暂不修改章程')
    const agreed = { ...notDone, charterPartyBuildingException1: true }
    expect(statusOf(policy, agreed, '2027-06-01')).toBe('exempted')
    expect(statusOf(policy, { ...agreed, charterPartyBuildingException1: false }, '2027-06-01')).toBe('not_met')
    expect(statusOf(policy, agreed, '2026-12-31')).toBe('not_met')
  })

  it('by a fact that the ledger has', () => {
    const policy = exception({ fact: 'firm.isBranchOffice' })
    expect(policy.plan.requirements.find(({ id }) => id === 'charter-party-building')!.unless).toHaveLength(2)
  })

  it('until a day', () => {
    const policy = exception({ before: '2028-01-01' })
    expect(statusOf(policy, notDone, '2027-06-01')).toBe('exempted')
    expect(statusOf(policy, notDone, '2028-01-01')).toBe('not_met')
  })

  it('of a requirement of a pack that is used is made there', () => {
    const edit = {
      kind: 'exception',
      requirement: 'own-organization',
      text: 'x',
      status: 'review',
      when: { before: '2028-01-01' },
      ground: { document: NOTICE },
    } as const
    expect(loaded(GANZHOU).plan.requirements.find(({ id }) => id === edit.requirement)!.pack).not.toBe(
      'ganzhou-2018-32',
    )
    expect(() => revised(edit)).toThrow(expect.objectContaining({ code: 'no-requirement' }))
  })
})

describe('words', () => {
  it.each(packIds())('of %s that are typed again as they are leave every file as it is', (id) => {
    const source = readPack(id)
    const pack = loaded(source)
    const [first] = pack.plan.reading
    const seen = new Set<string>()
    for (const { file, path, written } of pack.files.texts()) {
      if (!written.includes(first!.tag) || file.path.startsWith('cases/')) continue
      // One of each kind: laying a file out takes long.
      const kind = `${fileKindOf(file.path)} ${path.at(-1)}`
      if (seen.has(kind)) continue
      seen.add(kind)
      const words = path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], file.value)
      const same = (words as Record<string, string>)[first!.tag]!
      const changed = revise(source, pack, { kind: 'words', file: file.path, path, words: same })
      expect(changed[file.path] === source.files[file.path], `${file.path} ${path.join('/')}`).toBe(true)
    }
  })

  it('that are new stand in the first language, and nothing else changes', () => {
    const [path, words] = [['requirements', 0, 'title'], '律所章程写明党建内容']
    const source = revised({ kind: 'words', file: 'requirements/charter.json', path, words })
    const requirement = loaded(source).plan.requirements.find(({ id }) => id === 'charter-party-building')!
    expect(requirement.entry.title).toEqual({ zh: words, en: 'The charter has Party-building content' })
    const [before, after] = [GANZHOU, source].map(({ files }) => String(files['requirements/charter.json']))
    expect(after!.replace(words, '律所章程增加党建内容')).toBe(before)
  })

  it('cannot be put where there are none', () => {
    const edit = {
      kind: 'words',
      file: 'requirements/charter.json',
      path: ['requirements', 0, 'id'],
      words: 'x',
    } as const
    expect(() => revised(edit)).toThrow(expect.objectContaining({ code: 'no-text' }))
  })
})

it('every case of the pack still holds with one more of each', async () => {
  const ended = revised({
    kind: 'end',
    requirement: 'charter-party-building',
    from: '2027-01-01',
    ground: { document: NOTICE },
  })
  expect(await failures(revised({ ...ASKED, ground: { document: { ...NOTICE, number: '3' } } }, ended))).toEqual([])
})
