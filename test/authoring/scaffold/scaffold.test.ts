import {
  addFact,
  addParameter,
  addRequirement,
  formatFile,
  initPack,
  lintPack,
  type FileTexts,
} from '@tiaoli/authoring'
import { compile, loadPack, PackError, type PackSource } from '@tiaoli/engine'
import { LANGUAGES } from '@tiaoli/engine/names'
import { checkCases, completeText } from '@tiaoli/engine/plan'
import { describe, expect, it } from 'vitest'
import { readPack } from '../../load-packs.ts'
import { CODE, toyText } from '../../support/toy-pack.ts'

const started = () => ({ files: initPack({ id: 'new-city' }) })
const withChanges = (source: PackSource, changed: FileTexts) => ({ ...source, files: { ...source.files, ...changed } })

function lintsOf(source: PackSource): string[] {
  const { diagnostics, lints } = lintPack(loadPack(source))
  return [...diagnostics, ...lints].map(({ code, pointer }) => `${code} ${pointer}`)
}

function unformatted(files: FileTexts): string[] {
  return Object.keys(files).filter((path) => formatFile(path, files[path]!).text !== files[path])
}

describe('a new pack', () => {
  it('loads, is laid out, has no lints and passes its cases, which reach what a due date can bring', async () => {
    const { files } = started()
    expect(unformatted(files)).toEqual([])
    expect(lintsOf({ files })).toEqual([])
    const policy = compile({ files })
    const results = await checkCases(policy.plan, (ledger, options) => policy.evaluate(ledger, options))
    expect(results.flatMap(({ failures }) => failures)).toEqual([])
    const statuses = policy.plan.cases.flatMap(({ case: item }) => item.expect.map(({ status }) => status))
    expect(new Set(statuses)).toEqual(new Set(['met', 'met_late', 'not_met', 'pending', 'unknown']))
  })

  it('names the schemas where they are', () => {
    const files = initPack({ id: 'new-city', schemas: '../../rules/schema' })
    expect(files['pack.json']).toContain('"$schema": "../../rules/schema/pack.schema.json"')
    expect(files['cases/reporting.json']).toContain('"$schema": "../../../rules/schema/cases.schema.json"')
  })

  it.each(LANGUAGES)(
    'in %s alone has no words in another language, and neither has what is added to it',
    (language) => {
      const files = initPack({ id: 'new-city', languages: [language] })
      const label = completeText({ [language]: 'x' })
      const changed = [
        addFact({ files }, { name: 'firm.lawyers', type: 'enum' }),
        addParameter({ files }, { id: 'limit', type: 'integer', label }),
        addRequirement({ files }, { id: 'own-secretary', clause: 'a1' }),
      ]
      const other = LANGUAGES.find((item) => item !== language)!
      for (const texts of [files, ...changed])
        for (const text of Object.values(texts)) expect(text).not.toContain(`"${other}":`)
      expect(files['pack.json']).toContain(`"languages": ["${language}"]`)
      expect(lintsOf({ files })).toEqual([])
    },
  )

  it('takes words in its first language alone, and none without it', () => {
    const source = started()
    const added = addRequirement(source, {
      id: 'own-secretary',
      clause: 'a1',
      title: completeText({ zh: '单独设书记' }),
    })
    expect(added['requirements/general.json']).toContain('"problem": { "zh": "未做到：单独设书记。" }')
    expect(() => addFact(source, { name: 'firm.x', type: 'id', label: completeText({ en: 'x' }) })).toThrow(
      'The Chinese is missing',
    )
  })

  it('with a name that is none is refused', () => {
    expect(() => initPack({ id: 'New City' })).toThrow(PackError)
  })
})

describe('what is added', () => {
  it('a requirement brings the fact it asks for, and leaves no lints but of the words to be filled in', () => {
    const source = started()
    const changed = addRequirement(source, { id: 'own-secretary', clause: 'a1' })
    expect(Object.keys(changed)).toEqual(['facts.json', 'requirements/general.json'])
    expect(unformatted(changed)).toEqual([])
    expect(lintsOf(withChanges(source, changed))).toEqual([
      'placeholder /given/firm.ownSecretary/label/zh',
      'placeholder /theme/zh',
      'placeholder /requirements/0/title/zh',
      'placeholder /requirements/0/problem/zh',
    ])
    const title = { zh: '有自己的书记', en: 'A secretary of its own' }
    const complete = addRequirement(source, { id: 'own-secretary', clause: 'a1', theme: 'reporting', title })
    expect(lintsOf(withChanges(source, complete))).toEqual([])
    const { plan } = compile(withChanges(source, changed))
    expect(plan.requirements.find(({ id }) => id === 'own-secretary')?.entry).toMatchObject({
      clauses: ['a1'],
      force: 'must',
      subject: 'firm',
      requires: { condition: 'firm.ownSecretary' },
    })
  })

  it('a second requirement goes behind the first, into the theme that is named', () => {
    const source = started()
    const changed = addRequirement(source, { id: 'own-secretary', clause: 'a1', theme: 'reporting' })
    const ids = compile(withChanges(source, changed)).plan.requirements.map(({ id }) => id)
    expect(ids).toEqual(['report-after-foundation', 'own-secretary'])
  })

  it('a requirement takes the force of the clause that is named', () => {
    const source = { files: toyText() }
    const changed = addRequirement(source, { id: 'quiet', clause: 'c2', subject: 'cook' })
    expect(compile(withChanges(source, changed)).plan.requirements.at(-1)?.entry).toMatchObject({
      clauses: ['c2'],
      force: 'encourage',
      subject: 'cook',
      dutyBearer: 'owner',
    })
  })

  it.each(['boolean', 'integer', 'money', 'rate', 'date', 'enum', 'id', 'text', 'attestation'] as const)(
    'a fact of type %s loads; nothing uses it, and its words are to be filled in',
    (type) => {
      const source = started()
      const changed = addFact(source, { name: 'firm.added', type })
      expect(unformatted(changed)).toEqual([])
      const values = ['first', 'second'].map((value) => `placeholder /given/firm.added/values/${value}/zh`)
      expect(lintsOf(withChanges(source, changed))).toEqual([
        'unused-fact /given/firm.added',
        'placeholder /given/firm.added/label/zh',
        ...(type === 'enum' ? values : []),
      ])
      const named = addFact(source, { name: 'firm.added', type, label: { zh: '新增', en: 'added' } })
      expect(lintsOf(withChanges(source, named))).toEqual([
        'unused-fact /given/firm.added',
        ...(type === 'enum' ? values : []),
      ])
    },
  )

  it.each(['boolean', 'integer', 'money', 'rate', 'date'] as const)('so does a parameter of type %s', (type) => {
    const source = started()
    const changed = addParameter(source, { id: 'added', type })
    expect(unformatted(changed)).toEqual([])
    expect(lintsOf(withChanges(source, changed))).toEqual([
      'unused-parameter /parameters/added',
      'placeholder /parameters/added/label/zh',
      'placeholder /parameters/added/question/zh',
    ])
  })

  it('goes into the real packs too', () => {
    const ganzhou = readPack('ganzhou-2018-32')
    const changed = addRequirement(ganzhou, {
      id: 'added',
      clause: 's3.1.a1',
      theme: 'leadership',
      title: { zh: '新增', en: 'Added' },
    })
    expect(lintsOf(withChanges(ganzhou, changed))).toEqual([])
    expect(Object.keys(changed)).toEqual(['facts.json', 'requirements/leadership.json'])
  })
})

describe('the rest of a file', () => {
  it('stays as the author has it where it was not laid out', () => {
    const { files } = started()
    const own = files['facts.json']!.replace('"given": {', '"given":\n\n  {  ')
    const changed = addFact({ files: { ...files, 'facts.json': own } }, { name: 'firm.added', type: 'boolean' })
    const text = changed['facts.json']!
    const at = own.indexOf('尚未报告')
    expect(text.slice(0, at)).toBe(own.slice(0, at))
    expect(text).toContain('"firm.added"')
    expect(text.slice(text.indexOf('"derived"'))).toBe(own.slice(own.indexOf('"derived"')))
  })
})

describe('nothing is added', () => {
  it.each<[string, (source: PackSource) => FileTexts, string]>([
    ['a fact that is there', (source) => addFact(source, { name: 'firm.id', type: 'id' }), 'name-taken'],
    [
      'a parameter that is there',
      (source) => addParameter(source, { id: 'reportingDays', type: 'date' }),
      'name-taken',
    ],
    [
      'a requirement that is there',
      (source) => addRequirement(source, { id: 'report-after-foundation', clause: 'a1' }),
      'name-taken',
    ],
    [
      'a requirement whose fact is there',
      (source) => addRequirement(source, { id: 'has-reported', clause: 'a1' }),
      'name-taken',
    ],
  ])('%s', (_, add, code) => {
    expect(() => add(started())).toThrow(expect.objectContaining({ name: 'ScaffoldError', code }))
  })

  it.each<[string, (source: PackSource) => FileTexts, string]>([
    [
      'a fact of a scope that is not there',
      (source) => addFact(source, { name: 'shop.id', type: 'id' }),
      'unknown-scope',
    ],
    ['a fact with a name that is none', (source) => addFact(source, { name: 'firm', type: 'id' }), 'wrong-shape'],
    [
      'a requirement for a clause that is not there',
      (source) => addRequirement(source, { id: 'x', clause: 'a9' }),
      'unknown-clause',
    ],
    [
      'a requirement borne by nobody',
      (source) => addRequirement(source, { id: 'x', clause: 'a1', dutyBearer: 'nobody' }),
      'unknown-body',
    ],
    [
      'anything to a pack with faults',
      () => addFact({ files: { 'pack.json': '{' } }, { name: 'firm.x', type: 'id' }),
      'unclosed-bracket',
    ],
  ])('%s', (_, add, code) => {
    expect(() => add(started())).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code })] }))
  })

  it('a requirement to a pack without clauses or bodies', () => {
    const bare = { 'pack.json': JSON.stringify({ ...JSON.parse(toyText()['pack.json']!), bodies: undefined }) }
    const { [`${CODE}/clauses.json`]: _, 'requirements/all.json': __, ...rest } = toyText()
    expect(() => addRequirement({ files: { ...rest, ...bare } }, { id: 'x', clause: 'c1' })).toThrow(
      expect.objectContaining({ code: 'no-body' }),
    )
    expect(() => addRequirement({ files: rest }, { id: 'x', clause: 'c1' })).toThrow(
      expect.objectContaining({ diagnostics: [expect.objectContaining({ code: 'unknown-clause' })] }),
    )
  })
})
