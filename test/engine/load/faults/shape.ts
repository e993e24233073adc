import type { Fault } from '../../../support/diagnose.ts'
import { inOneLanguage, requirement, toyPack, words } from '../../../support/toy-pack.ts'

const R = 'requirements/all.json'
const LICENSED = { condition: 'kitchen.licensed' }
const rule = (parts: Record<string, unknown>) => ({ requirements: [requirement({ requires: LICENSED, ...parts })] })
const derived = (formula: Record<string, unknown>) => ({ derived: { 'kitchen.x': { label: words('x'), ...formula } } })

/** A table of an import in a pack in Chinese alone. */
const NO_LEDGER = { title: { zh: '汇总表' }, has: ['合计'], noLedger: { zh: '只有合计。' } }

/** Dates in dates around something. */
function dated(inner: unknown, levels: number): Record<string, unknown> {
  return { date: levels > 1 ? dated(inner, levels - 1) : inner, plusDays: 1 }
}

export const SHAPE_FAULTS: [what: string, fault: Fault][] = [
  [
    'a misspelt key',
    {
      code: 'unknown-key',
      parts: rule({ aplies: LICENSED }),
      file: R,
      pointer: '/requirements/0/aplies',
      at: '"aplies"',
      suggestion: 'applies',
    },
  ],
  [
    'a misspelt key of a parameter',
    {
      code: 'unknown-key',
      parts: {
        parameters: {
          limit: {
            label: words('限'),
            type: 'integer',
            values: [{ value: 1, assumption: words('设'), form: '2019-01-01' }],
          },
        },
      },
      file: 'parameters.json',
      pointer: '/parameters/limit/values/0/form',
      at: '"form"',
      suggestion: 'from',
    },
  ],
  [
    'a path in a condition',
    {
      code: 'unknown-key',
      parts: rule({ requires: { fact: 'kitchen.seats', operator: 'equal', value: 1, path: '$.x' } }),
      file: R,
      pointer: '/requirements/0/requires/path',
      at: '"path"',
    },
  ],
  [
    'params in a condition',
    {
      code: 'unknown-key',
      parts: rule({ requires: { fact: 'kitchen.seats', operator: 'equal', value: 1, params: {} } }),
      file: R,
      pointer: '/requirements/0/requires/params',
      at: '"params"',
    },
  ],
  [
    'a path on the value side',
    {
      code: 'unknown-key',
      parts: rule({
        requires: { fact: 'kitchen.seats', operator: 'equal', value: { fact: 'kitchen.seats', path: '$.x' } },
      }),
      file: R,
      pointer: '/requirements/0/requires/value/path',
      at: '"path"',
    },
  ],
  [
    'a requirement without a title',
    {
      code: 'missing-key',
      parts: rule({ title: undefined }),
      file: R,
      pointer: '/requirements/0/title',
      says: ['title', 'title'],
    },
  ],
  [
    'a label without Chinese',
    {
      code: 'text-without-language',
      parts: rule({ title: { en: 'Rule' } }),
      file: R,
      pointer: '/requirements/0/title/zh',
      says: ['缺少中文', 'The Chinese is missing'],
    },
  ],
  [
    'a label in a language that the pack does not name',
    {
      code: 'unknown-language',
      parts: rule({ title: { zh: '规则', en: 'Rule', eng: 'Rule' } }),
      file: R,
      pointer: '/requirements/0/title/eng',
      says: ['“eng”不是', '"eng" is none'],
      suggestion: 'en',
    },
  ],
  [
    'a label in English in a pack in Chinese alone',
    {
      code: 'unknown-language',
      edit: (files) => {
        const { files: own } = inOneLanguage('zh', toyPack())
        for (const [path, json] of Object.entries(own)) files[path] = JSON.stringify(json)
        const mapping = { id: 'forms', title: { zh: '表', en: 'Form' }, tables: [NO_LEDGER] }
        files['imports/forms.json'] = JSON.stringify(mapping)
      },
      file: 'imports/forms.json',
      pointer: '/title/en',
      says: ['“en”不是', '“en”不是'],
    },
  ],
  [
    'a label without words',
    {
      code: 'wrong-shape',
      parts: rule({ title: {} }),
      file: R,
      pointer: '/requirements/0/title',
      says: ['zh、en', 'zh, en'],
    },
  ],
  [
    'a language named twice',
    {
      code: 'wrong-shape',
      parts: { pack: { languages: ['zh', 'zh'] } },
      file: 'pack.json',
      pointer: '/languages',
      says: ['每种语言只写一次', 'each language once'],
    },
  ],
  [
    'a leaf without a value',
    {
      code: 'missing-key',
      parts: rule({ requires: { fact: 'kitchen.seats', operator: 'equal' } }),
      file: R,
      pointer: '/requirements/0/requires/value',
    },
  ],
  [
    'an empty all',
    {
      code: 'wrong-shape',
      parts: rule({ requires: { all: [] } }),
      file: R,
      pointer: '/requirements/0/requires/all',
      at: '[]',
    },
  ],
  [
    'all and any in one',
    {
      code: 'unknown-key',
      parts: rule({ requires: { all: [LICENSED], any: [LICENSED] } }),
      file: R,
      pointer: '/requirements/0/requires/any',
      at: '"any"',
    },
  ],
  [
    'a status that an exception cannot give',
    {
      code: 'wrong-shape',
      parts: rule({ unless: [{ id: 'x', text: words('例外'), status: 'exempt', when: LICENSED }] }),
      file: R,
      pointer: '/requirements/0/unless/0/status',
      at: '"exempt"',
      suggestion: 'exempted',
      says: ['exempted', 'exempted'],
    },
  ],
  [
    'a type that facts do not have',
    {
      code: 'wrong-shape',
      parts: { given: { 'kitchen.size': { type: 'interger', label: words('面积', 'size') } } },
      file: 'facts.json',
      pointer: '/given/kitchen.size/type',
      at: '"interger"',
      suggestion: 'integer',
      says: ['boolean', 'boolean'],
    },
  ],
  [
    'a fact whose name is no dotted word',
    {
      code: 'wrong-shape',
      parts: { given: { 'kitchen-size': { type: 'integer', label: words('面积', 'size') } } },
      file: 'facts.json',
      pointer: '/given/kitchen-size',
      says: ['驼峰', 'dotted'],
    },
  ],
  [
    'a condition on records beside a list of operands',
    {
      code: 'unknown-key',
      parts: derived({ least: ['kitchen.seats', 5], where: LICENSED }),
      file: 'facts.json',
      pointer: '/derived/kitchen.x/where',
      at: '"where"',
    },
  ],
  [
    'two units in one date',
    {
      code: 'unknown-key',
      parts: derived({ date: 'kitchen.openedOn', plusDays: 1, plusMonths: 1 }),
      file: 'facts.json',
      pointer: '/derived/kitchen.x/plusMonths',
      at: '"plusMonths"',
    },
  ],
  [
    'a date to which nothing is added',
    {
      code: 'wrong-shape',
      parts: derived({ date: 'kitchen.openedOn' }),
      file: 'facts.json',
      pointer: '/derived/kitchen.x',
      says: ['plusDays、plusMonths、plusYears', 'plusDays, plusMonths, plusYears'],
    },
  ],
  [
    'a condition that says nothing',
    {
      code: 'wrong-shape',
      parts: rule({ requires: { not: {} } }),
      file: R,
      pointer: '/requirements/0/requires/not',
      at: '{}',
      says: ['all、any、not、condition、fact', 'all, any, not, condition, fact'],
    },
  ],
  [
    'a list where a formula belongs',
    {
      code: 'wrong-shape',
      parts: derived({ add: ['kitchen.seats', []] }),
      file: 'facts.json',
      pointer: '/derived/kitchen.x/add/1',
      says: ['对象', 'object'],
    },
  ],
  [
    'a fault forty formulas deep',
    {
      code: 'wrong-shape',
      parts: derived(dated(true, 40)),
      file: 'facts.json',
      pointer: `/derived/kitchen.x${'/date'.repeat(40)}`,
    },
  ],
  [
    'a formula that is none',
    {
      code: 'unknown-key',
      parts: { derived: { 'kitchen.x': { label: words('x'), median: 'cook' } } },
      file: 'facts.json',
      pointer: '/derived/kitchen.x/median',
      at: '"median"',
    },
  ],
  [
    'a misspelt formula',
    {
      code: 'unknown-key',
      parts: { derived: { 'kitchen.x': { label: words('x'), coutn: 'cook' } } },
      file: 'facts.json',
      pointer: '/derived/kitchen.x/coutn',
      at: '"coutn"',
      suggestion: 'count',
    },
  ],
  [
    'a misspelt key of a leaf',
    {
      code: 'unknown-key',
      parts: rule({ requires: { fact: 'kitchen.seats', operater: 'equal', value: 1 } }),
      file: R,
      pointer: '/requirements/0/requires/operater',
      at: '"operater"',
      suggestion: 'operator',
    },
  ],
  [
    'a text where a list belongs',
    {
      code: 'wrong-shape',
      parts: rule({ clauses: 'c1' }),
      file: R,
      pointer: '/requirements/0/clauses',
      at: '"c1"',
      says: ['列表', 'a list'],
    },
  ],
  [
    'a date that is not written as one',
    {
      code: 'wrong-shape',
      parts: rule({ effective: { from: '2019/01/01' } }),
      file: R,
      pointer: '/requirements/0/effective/from',
      at: '"2019/01/01"',
      says: ['日期写成 YYYY-MM-DD', 'YYYY-MM-DD'],
    },
  ],
  [
    'a time zone that nobody knows',
    {
      code: 'wrong-shape',
      parts: { pack: { timeZone: 'Asia/Ganzhou' } },
      file: 'pack.json',
      pointer: '/timeZone',
      at: '"Asia/Ganzhou"',
      says: ['时区写成 IANA 时区名称，如 Asia/Shanghai', 'an IANA time zone, such as Asia/Shanghai'],
    },
  ],
]
