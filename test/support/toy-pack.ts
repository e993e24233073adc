import { compile, type EvaluateOptions, type Finding, type PackSource, type Report } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { OwnLanguages, readingOf } from '@tiaoli/engine/plan'

/**
 * A policy that has nothing to do with lawyers: food hygiene in the kitchens of a town. A test adds the few facts and
 * requirements it is about; the rest of a valid pack is filled in here.
 */
type Json = Record<string, unknown>

/** The folder of the document that the pack is about. */
export const CODE = 'documents/code'

export interface ToyParts {
  pack?: Json
  document?: Json
  /** Further documents by their ids; with any, pack.json names the code as the first. */
  documents?: Record<string, { document?: Json; clauses: Json[] }>
  scopes?: Json
  given?: Json
  derived?: Json
  checks?: Json[]
  roles?: Json
  parameters?: Json
  profiles?: Json[]
  requirements?: Json[]
  clauses?: Json[]
  instruments?: Json
  cases?: Json[]
  tables?: Json[]
  registers?: Json[]
}

/** The same words in both languages, where a test does not look at them. */
export function words(zh: string, en = zh): { zh: string; en: string } {
  return { zh, en }
}

export const SCOPES = {
  town: { label: words('城镇', 'town') },
  kitchen: { label: words('厨房', 'kitchen'), in: 'town', list: 'kitchens' },
  cook: { label: words('厨师', 'cook'), in: 'kitchen', list: 'cooks' },
  year: {
    label: words('年度', 'year'),
    in: 'kitchen',
    list: 'years',
    key: 'year',
    none: words('没有年度记录', 'no yearly records'),
  },
  supplier: { label: words('供货商', 'supplier'), in: 'town', list: 'suppliers' },
}

export const GIVEN = {
  'kitchen.id': { type: 'id', label: words('厨房代号', 'kitchen code') },
  'supplier.id': { type: 'id', label: words('供货商代号', 'supplier code') },
  'cook.id': { type: 'id', label: words('厨师代号', 'cook code') },
  'kitchen.seats': { type: 'integer', label: words('座位数', 'number of seats'), unit: words('个', 'seats'), min: 0 },
  'kitchen.licensed': { type: 'boolean', label: words('是否持证', 'whether it is licensed') },
  'kitchen.openedOn': { type: 'date', label: words('开业日期', 'opening day') },
  'kitchen.cleanedOn': {
    type: 'date',
    label: words('清洁日期', 'cleaning day'),
    none: words('尚未清洁', 'not yet cleaned'),
  },
  'kitchen.supplier': {
    type: 'reference',
    to: 'supplier',
    label: words('供货商', 'supplier'),
    none: words('没有供货商', 'no supplier'),
  },
  'cook.trained': { type: 'boolean', label: words('是否受训', 'whether trained') },
  'cook.since': {
    type: 'date',
    label: words('到岗日期', 'first day at work'),
    none: words('尚未到岗', 'not yet at work'),
  },
  'year.revenue': { type: 'money', label: words('年收入', 'revenue of the year'), min: 0 },
}

/** A requirement on every kitchen, with what a test does not care about filled in. */
export function requirement(parts: Json & { id?: string }): Json {
  return {
    id: 'rule',
    title: words('要求', 'Rule'),
    clauses: ['c1'],
    force: 'must',
    subject: 'kitchen',
    dutyBearer: 'owner',
    ...parts,
  }
}

/** The files of the pack as objects. */
export function toyFiles(parts: ToyParts): Record<string, Json> {
  const files: Record<string, Json> = {
    'pack.json': {
      id: 'kitchens',
      version: '1.0.0',
      title: words('厨房卫生', 'Kitchen hygiene'),
      languages: ['zh', 'en'],
      timeZone: 'Asia/Shanghai',
      ...(parts.documents ? { document: 'code' } : {}),
      bodies: { owner: words('经营者', 'the owner'), office: words('卫生所', 'the hygiene office') },
      ...parts.pack,
    },
    [`${CODE}/document.json`]: { title: words('厨房卫生', 'Kitchen hygiene'), ...parts.document },
    [`${CODE}/clauses.json`]: {
      clauses: [
        { id: 'c1', text: words('厨房应当清洁。', 'Kitchens shall be clean.'), force: 'must', testability: 'full' },
        {
          id: 'c2',
          text: words('鼓励培训厨师。', 'Training cooks is encouraged.'),
          force: 'encourage',
          testability: 'full',
        },
        ...(parts.clauses ?? []),
      ],
    },
    'facts.json': {
      roles: { inspector: words('检查员', 'inspector'), ...parts.roles },
      scopes: { ...SCOPES, ...parts.scopes },
      given: { ...GIVEN, ...parts.given },
      derived: parts.derived ?? {},
      checks: parts.checks ?? [],
    },
    'parameters.json': { parameters: parts.parameters ?? {} },
    'requirements/all.json': {
      theme: words('卫生', 'Hygiene'),
      requirements: parts.requirements ?? [requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' } })],
    },
  }
  for (const [id, { document, clauses }] of Object.entries(parts.documents ?? {})) {
    files[`documents/${id}/document.json`] = {
      title: words('关于厨房卫生的通知', 'Notice on kitchen hygiene'),
      ...document,
    }
    files[`documents/${id}/clauses.json`] = {
      clauses: clauses.map((clause) => ({
        text: words('通知正文。', 'Words of the notice.'),
        force: 'must',
        testability: 'full',
        ...clause,
      })),
    }
  }
  if (parts.instruments) files['instruments.json'] = { instruments: parts.instruments }
  for (const table of parts.tables ?? []) files[`tables/${String(table['id'])}.json`] = table
  for (const register of parts.registers ?? []) files[`registers/${String(register['id'])}.json`] = register
  if (parts.cases) files['cases/all.json'] = { cases: parts.cases }
  for (const profile of parts.profiles ?? []) files[`profiles/${String(profile['id'])}.json`] = profile
  return files
}

export function toyPack(parts: ToyParts = {}): PackSource {
  return { files: toyFiles(parts) }
}

/** A pack with its texts in one language alone. */
export function inOneLanguage(language: Language, { files, uses = [] }: PackSource): PackSource {
  const texts = new OwnLanguages(readingOf({ languages: [language] }))
  const own = Object.entries(files).map(([path, json]) => [path, JSON.parse(JSON.stringify(texts.of(json)))])
  const changed = Object.fromEntries(own) as Record<string, Json>
  return { files: { ...changed, 'pack.json': { ...changed['pack.json'], languages: [language] } }, uses }
}

/** The pack as JSON text, so that diagnostics have lines and columns. */
export function toyText(parts: ToyParts = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(toyFiles(parts)).map(([path, json]) => [path, JSON.stringify(json, null, 2)]),
  )
}

/** Texts are in both languages. */
type Options = Omit<EvaluateOptions, 'language'>

export const AS_OF = '2019-01-01'

export function reportOn(parts: ToyParts, ledger: unknown, options: Partial<Options> = {}): Report<'findings'> {
  return compile(toyPack(parts)).evaluate(ledger, { asOf: AS_OF, ...options }) as Report<'findings'>
}

/** The one finding on a single kitchen under a single requirement. */
export function findingOn(parts: ToyParts, kitchen: Json, options: Partial<Options> = {}, town: Json = {}): Finding {
  const { findings } = reportOn(parts, { ...town, kitchens: [{ id: 'K1', ...kitchen }] }, options)
  if (findings.length !== 1 || !findings[0]) throw new Error(`expected one finding, got ${findings.length}`)
  return findings[0]
}

/** A dated value of a parameter that cites clause c1. */
export function dated(value: unknown, from?: string, to?: string): Json {
  return { value, ...(from ? { from } : {}), ...(to ? { to } : {}), clauses: ['c1'] }
}

/**
 * A pack of one requirement, `rule`, on the whole ledger, which is one `unit`: for tests about conditions alone. Labels
 * are filled in, and what none means where `none` is true.
 */
export function unitPack(parts: {
  given: Record<string, { type: string; none?: true }>
  derived?: Record<string, object>
  requires: object
  more?: Json
}): PackSource {
  const { given, derived = {}, requires, more = {} } = parts
  const labelled = (facts: Record<string, object>) =>
    Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, { label: words(name), ...fact }]))
  const facts = Object.entries(given).map(([name, { none, ...fact }]) => [
    name,
    none ? { ...fact, none: words('没有', 'none') } : fact,
  ])
  const files = toyFiles({ requirements: [requirement({ subject: 'unit', requires, ...more })] })
  files['facts.json'] = {
    scopes: { unit: { label: words('单位', 'unit') } },
    given: labelled(Object.fromEntries(facts)),
    derived: labelled(derived),
  }
  return { files }
}
