import { formatPack, revise, rememberingReader, type RuleEdit, type EnteredDocument } from '@tiaoli/authoring'
import { loadPack, type PackSource } from '@tiaoli/engine'
import type { DatedValue, Loaded } from '@tiaoli/engine/plan'
import { describe, expect, it } from 'vitest'
import { readPack } from '../../load-packs.ts'
import { dated, requirement, toyText, words, type ToyParts } from '../../support/toy-pack.ts'

const NOTICE: EnteredDocument = {
  title: '关于调整冷藏温度的通知',
  issuer: '',
  number: '厨字[2027]3号',
  issuedOn: '',
  from: '2027-01-01',
  place: '第二条',
  text: '冷藏温度不高于五度。',
  force: 'must',
}

const LIMIT = { label: words('温度上限', 'highest temperature'), type: 'integer', min: 0, max: 30 }

/** A kitchen’s temperature is bound by a parameter. */
function pack(values: unknown[], profiles: ToyParts['profiles'] = []): PackSource {
  return {
    files: toyText({
      given: { 'kitchen.degrees': { type: 'integer', label: words('温度', 'degrees') } },
      parameters: { limit: { ...LIMIT, values } },
      profiles,
      requirements: [
        requirement({
          requires: { fact: 'kitchen.degrees', operator: 'lessThanInclusive', value: { fact: 'parameters.limit' } },
        }),
      ],
    }),
  }
}

type LoadedPack = Extract<Loaded, { plan: object }>

function loaded(source: PackSource): LoadedPack {
  const found = loadPack(source)
  if (!found.plan) throw new Error(found.diagnostics.map(({ message }) => message.en).join('\n'))
  return found
}

type ValueEdit = Extract<RuleEdit, { kind: 'value' }>

function edit(part: Partial<ValueEdit> = {}): ValueEdit {
  return { kind: 'value', parameter: 'limit', value: 5, from: '2027-01-01', ground: { document: NOTICE }, ...part }
}

function revised(
  source: PackSource,
  part: Partial<ValueEdit> = {},
): { source: PackSource; files: Record<string, string> } {
  const files = revise(source, loaded(source), edit(part))
  return { files, source: { ...source, files: { ...source.files, ...files } } }
}

const valuesIn = (source: PackSource) => loaded(source).plan.parameters.get('limit')!.entry.values

describe('another value of a parameter', () => {
  it.each([
    ['冷藏温度不高于五度。', '', 'direct'],
    ['冷藏温度应当不高于五度。', '', 'must'],
    ['冷藏温度力争不高于五度。', '', 'strive'],
    ['鼓励冷藏温度不高于五度。', '', 'encourage'],
    ['鼓励冷藏温度不高于五度。', 'goal', 'goal'],
  ] as const)('rests on “%s”, with the force “%s”, as on one that is %s', (text, force, is) => {
    const { source } = revised(pack([dated(8)]), { ground: { document: { ...NOTICE, text, force } } })
    expect(loaded(source).plan.clauses.get('notice-2027-3/a1')!.force).toBe(is)
  })

  it('begins on its day, on the clause of a document typed in, and the one before ends', () => {
    const { source } = revised(pack([dated(8)]))
    expect(valuesIn(source)).toEqual([
      { ...dated(8), to: '2027-01-01' },
      { value: 5, from: '2027-01-01', clauses: ['notice-2027-3/a1'] },
    ])
    const { documents, clauses } = loaded(source).plan
    expect(documents.get('notice-2027-3')!.entry).toMatchObject({
      title: { zh: NOTICE.title },
      number: NOTICE.number,
      effective: { from: '2027-01-01' },
    })
    expect(clauses.get('notice-2027-3/a1')).toMatchObject({ text: { zh: NOTICE.text }, place: { zh: '第二条' } })
  })

  it('takes the place of one that begins on the same day', () => {
    const ground = { assumption: '暂定' }
    const once = revised(pack([dated(8)]), { ground }).source
    expect(valuesIn(revised(once, { ground, value: 6 }).source)).toEqual([
      { ...dated(8), to: '2027-01-01' },
      { value: 6, from: '2027-01-01', assumption: { zh: '暂定' } },
    ])
  })

  it('that is given again as it is leaves every file as it is', () => {
    const ground = { clause: 'c1' }
    const once = revised(pack([dated(8)]), { ground })
    const again = revised(once.source, { ground })
    for (const [path, text] of Object.entries(again.files)) expect(text, path).toBe(once.source.files[path])
    expect(Object.keys(again.files)).toEqual(['parameters.json'])
  })

  it.each<[string, unknown[], string, Pick<DatedValue, 'from' | 'to'>]>([
    [
      'between two values',
      [dated(8, undefined, '2028-01-01'), dated(4, '2028-01-01')],
      '2027-01-01',
      { to: '2028-01-01' },
    ],
    ['before the first', [dated(8, '2028-01-01')], '2027-01-01', { to: '2028-01-01' }],
    ['after the last', [dated(8, '2018-01-01', '2020-01-01')], '2020-01-01', {}],
    ['where the document leaves it open', [], '2027-01-01', {}],
  ])('leaves neither gap nor overlap %s', (_, values, from, days) => {
    const { source } = revised(pack(values), { from, ground: { clause: 'c1' } })
    expect(valuesIn(source).at(-1)).toEqual({ value: 5, from, clauses: ['c1'], ...days })
  })

  it('is written into every profile that has a value of its own', () => {
    const profile = (id: string, parameters: object) => ({ id, label: words(id), parameters })
    const source = pack([dated(8)], [profile('strict', { limit: [dated(6)] }), profile('plain', {})])
    const { files } = revised(source, { ground: { clause: 'c1' } })
    expect(Object.keys(files)).toEqual(['parameters.json', 'profiles/strict.json'])
  })

  it('of a pack that is used is written into every profile, behind those that hold already', () => {
    const source = readPack('ganzhou-2018-32')
    const parameter = 'minFullMembersForBranch'
    const { files, source: after } = revised(source, { parameter })
    expect(Object.keys(files).filter((file) => file.startsWith('profiles/'))).toHaveLength(3)
    expect(files['parameters.json']).toBeUndefined()
    const { plan } = loaded(after)
    for (const { timelines } of plan.profiles.values())
      expect(timelines.get(plan.parameters.get(parameter)!)!.timeline.map(({ value }) => value)).toEqual([3, 5])
  })

  it('leaves files laid out that were, and every other file untouched', () => {
    const source = readPack('ganzhou-2018-32')
    const { files } = revised(source, { parameter: 'pretaxRate', value: '1.5%' })
    const laidOut = formatPack({ files })
    for (const [path, text] of Object.entries(files)) expect(laidOut.get(path)!.text, path).toBe(text)
    expect(Object.keys(files).sort()).toEqual([
      'documents/notice-2027-3/clauses.json',
      'documents/notice-2027-3/document.json',
      'pack.json',
      'parameters.json',
    ])
  })

  it('that does not fit is refused by the pack, at its place, not by the form', () => {
    const source = pack([dated(8)])
    const { diagnostics } = loadPack(revised(source, { value: 31, ground: { clause: 'c1' } }).source)
    expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual(['type-mismatch parameters.json'])
  })

  it.each([
    [{ parameter: 'limits' }, 'no-parameter'],
    [{ from: '' }, 'no-day'],
    [{ from: '2027-02-30' }, 'no-day'],
  ])('of %j cannot be made', (part, code) => {
    expect(() => revised(pack([dated(8)]), part)).toThrow(expect.objectContaining({ code }))
  })

  it('gives a document an id that is free', () => {
    const once = revised(pack([dated(8)])).source
    const other = { document: { ...NOTICE, number: '局字[2027]3号' } }
    const { files } = revised(once, { from: '2028-01-01', ground: other })
    expect(Object.keys(files)).toContain('documents/notice-2027-3-2/clauses.json')
  })
})

it('a reader that remembers reads what changed, and says the same as one that does not', () => {
  const source = pack([dated(8)])
  const reader = rememberingReader()
  const shared = revised(source, { value: 31, ground: { clause: 'c1' } }).source
  for (const one of [source, shared, source, shared])
    expect(loadPack(one, {}, reader).diagnostics).toEqual(loadPack(one).diagnostics)
})
