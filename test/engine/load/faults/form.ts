import type { Fault } from '../../../support/diagnose.ts'
import { CODE, requirement, words } from '../../../support/toy-pack.ts'

const R = 'requirements/all.json'
const LICENSED = { condition: 'kitchen.licensed' }
const rule = (parts: Record<string, unknown>) => ({ requirements: [requirement({ requires: LICENSED, ...parts })] })

function nested(levels: number): unknown {
  return levels === 0 ? LICENSED : { not: nested(levels - 1) }
}

export const FORM_FAULTS: [what: string, fault: Fault][] = [
  [
    'a comma too many',
    {
      code: 'trailing-comma',
      edit: (files) => {
        files[`${CODE}/clauses.json`] = '{\n  "clauses": [],\n}'
      },
      file: `${CODE}/clauses.json`,
      pointer: '',
      at: ',\n}',
      says: ['最后一项之后多了逗号', 'comma after the last entry'],
    },
  ],
  [
    'a file that stops in the middle',
    {
      code: 'unclosed-bracket',
      edit: (files) => {
        files[`${CODE}/clauses.json`] = '{ "clauses": ['
      },
      file: `${CODE}/clauses.json`,
      pointer: '/clauses/0',
    },
  ],
  [
    'an empty file',
    {
      code: 'empty-text',
      edit: (files) => {
        files[`${CODE}/clauses.json`] = ''
      },
      file: `${CODE}/clauses.json`,
      pointer: '',
    },
  ],
  [
    'half a character',
    {
      code: 'ill-formed-text',
      edit: (files) => {
        files[`${CODE}/clauses.json`] = files[`${CODE}/clauses.json`]!.replace('厨房应当清洁', '厨房应当\\ud800')
      },
      file: `${CODE}/clauses.json`,
      pointer: '/clauses/0/text/zh',
      at: '"厨房应当\\ud800。"',
    },
  ],
  [
    'half a character in a name',
    {
      code: 'ill-formed-text',
      edit: (files) => {
        files['cases/all.json'] =
          '{ "cases": [{ "id": "A", "asOf": "2019-01-01", "ledger": { "\\udfff": 1 }, "expect": [{ "requirement": "licence" }] }] }'
      },
      file: 'cases/all.json',
      pointer: '/cases/0/ledger/\ufffd',
      at: '"\\udfff"',
    },
  ],
  [
    'a number too large for any computer',
    {
      code: 'number-too-large',
      edit: (files) => {
        files['cases/all.json'] =
          '{ "cases": [{ "id": "A", "asOf": "2019-01-01", "ledger": { "kitchens": [1e400] }, "expect": [{ "requirement": "licence" }] }] }'
      },
      file: 'cases/all.json',
      pointer: '/cases/0/ledger/kitchens/0',
      at: '1e400',
    },
  ],
  [
    'a comment',
    {
      code: 'comment',
      edit: (files) => {
        files['parameters.json'] = '{\n  // none\n  "parameters": {} }'
      },
      file: 'parameters.json',
      pointer: '',
      at: '// none',
    },
  ],
  [
    'NaN',
    {
      code: 'no-such-value',
      edit: (files) => {
        files['parameters.json'] = '{ "parameters": NaN }'
      },
      file: 'parameters.json',
      pointer: '/parameters',
      at: 'NaN',
    },
  ],
  ...['\u0000', '\t', '\n', '\r', '\u001f'].map((character): [string, Fault] => [
    `a string with a raw U+00${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
    {
      code: 'control-character',
      edit: (files) => {
        files[`${CODE}/clauses.json`] = `{\n  "clauses": ["\\"${character}"]\n}`
      },
      file: `${CODE}/clauses.json`,
      pointer: '/clauses/0',
      at: `${character}"]`,
      says: ['\\u00', '\\u00'],
    },
  ]),
  [
    'a key that appears twice',
    {
      code: 'duplicate-key',
      edit: (files) => {
        files['parameters.json'] = '{\n  "parameters": {},\n   "parameters": { }\n}'
      },
      file: 'parameters.json',
      pointer: '/parameters',
      at: '"parameters": { }',
      says: ['第一次在第 2 行第 3 列', 'first at line 2, column 3'],
    },
  ],
  [
    'a key named __proto__',
    {
      code: 'forbidden-name',
      edit: (files) => {
        files['parameters.json'] = '{ "parameters": { "__proto__": {} } }'
      },
      file: 'parameters.json',
      pointer: '/parameters/__proto__',
      at: '"__proto__"',
    },
  ],
  [
    'a key named constructor',
    {
      code: 'forbidden-name',
      edit: (files) => {
        files['parameters.json'] = '{ "parameters": { "constructor": {} } }'
      },
      file: 'parameters.json',
      pointer: '/parameters/constructor',
      at: '"constructor"',
    },
  ],
  [
    'a fact with a forbidden part in its name',
    {
      code: 'forbidden-name',
      parts: { given: { 'kitchen.constructor': { type: 'boolean', label: words('x') } } },
      file: 'facts.json',
      pointer: '/given/kitchen.constructor',
      at: '"kitchen.constructor"',
    },
  ],
  [
    'a case that writes to a prototype',
    {
      code: 'forbidden-name',
      parts: {
        cases: [
          { id: 'A', asOf: '2019-01-01', set: { '/__proto__/polluted': true }, expect: [{ requirement: 'licence' }] },
        ],
      },
      file: 'cases/all.json',
      pointer: '/cases/0/set/~1__proto__~1polluted',
      at: '"/__proto__/polluted"',
    },
  ],
  [
    'a case that takes something from a prototype',
    {
      code: 'forbidden-name',
      parts: {
        cases: [
          {
            id: 'A',
            asOf: '2019-01-01',
            remove: ['/constructor/prototype/toString'],
            expect: [{ requirement: 'licence' }],
          },
        ],
      },
      file: 'cases/all.json',
      pointer: '/cases/0/remove/0',
      at: '"/constructor/prototype/toString"',
    },
  ],
  [
    'a condition nested too deep',
    {
      code: 'too-deep',
      parts: rule({ requires: nested(60) }),
      file: R,
      pointer: `/requirements/0/requires${'/not'.repeat(45)}`,
      says: ['48', '48'],
    },
  ],
  [
    'brackets without end',
    {
      code: 'too-deep',
      edit: (files) => {
        files[`${CODE}/clauses.json`] = '['.repeat(1_000_000)
      },
      file: `${CODE}/clauses.json`,
      pointer: '/0'.repeat(48),
    },
  ],
  [
    'a file that is too long',
    {
      code: 'too-large',
      edit: (files) => {
        files[`${CODE}/clauses.json`] += ' '.repeat(2_000_001)
      },
      file: `${CODE}/clauses.json`,
      pointer: '',
      says: ['2000000', '2000000'],
    },
  ],
  [
    'too many facts',
    {
      code: 'too-many',
      limits: { entries: 10 },
      parts: { requirements: [requirement({ requires: LICENSED })] },
      file: 'pack.json',
      pointer: '',
      says: ['10', '10'],
    },
  ],
  [
    'cases that ask too much of a large ledger',
    {
      code: 'too-many',
      limits: { caseObjects: 10 },
      edit: (files) => {
        const item = { asOf: '2019-01-01', base: 'town', expect: [{ requirement: 'licence' }] }
        const bases = { town: { kitchens: [{ seats: 1 }, {}, {}] } }
        const cases = [1, 2, 3, 4].map((number) => ({ id: `A${number}`, ...item }))
        files['cases/all.json'] = JSON.stringify({ bases, cases })
      },
      file: 'cases/all.json',
      pointer: '/cases/2',
      says: ['10', '10'],
    },
  ],
  [
    'a pack without pack.json',
    {
      code: 'missing-file',
      edit: (files) => {
        delete files['pack.json']
      },
      pack: 'pack',
      file: 'pack.json',
      pointer: '',
    },
  ],
  [
    'a file that belongs nowhere',
    {
      code: 'unknown-file',
      edit: (files) => {
        files['requirement/all.json'] = '{}'
      },
      file: 'requirement/all.json',
      pointer: '',
      says: ['requirement/all.json', 'requirement/all.json'],
    },
  ],
  [
    'a file outside the folder',
    {
      code: 'unknown-file',
      edit: (files) => {
        files['../pack.json'] = '{}'
      },
      file: '../pack.json',
      pointer: '',
    },
  ],
]
