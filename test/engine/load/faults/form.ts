import type { Fault } from '../../../support/diagnose.ts'
import { requirement, words } from '../../../support/toy-pack.ts'

const R = 'requirements/all.json'
const LICENSED = { condition: 'kitchen.licensed' }
const rule = (parts: Record<string, unknown>) => ({ requirements: [requirement({ requires: LICENSED, ...parts })] })

function nested(levels: number): unknown {
  return levels === 0 ? LICENSED : { not: nested(levels - 1) }
}

export const FORM_FAULTS: [what: string, fault: Fault][] = [
  ['a comma too many', {
    code: 'invalid-json', edit: (files) => { files['clauses.json'] = '{\n  "clauses": [],\n}' },
    file: 'clauses.json', pointer: '', at: '}', says: ['JSON', 'JSON'],
  }],
  ['a file that stops in the middle', {
    code: 'invalid-json', edit: (files) => { files['clauses.json'] = '{ "clauses": [' }, file: 'clauses.json', pointer: '',
  }],
  ['an empty file', {
    code: 'invalid-json', edit: (files) => { files['clauses.json'] = '' }, file: 'clauses.json', pointer: '',
  }],
  ['a comment', {
    code: 'invalid-json', edit: (files) => { files['parameters.json'] = '{\n  // none\n  "parameters": {} }' }, file: 'parameters.json', pointer: '', at: '// none',
  }],
  ['NaN', {
    code: 'invalid-json', edit: (files) => { files['parameters.json'] = '{ "parameters": NaN }' }, file: 'parameters.json', pointer: '', at: 'NaN',
  }],
  ['a key that stands twice', {
    code: 'duplicate-key', edit: (files) => { files['parameters.json'] = '{\n  "parameters": {},\n   "parameters": { }\n}' },
    file: 'parameters.json', pointer: '/parameters', at: '"parameters": { }', says: ['parameters', 'parameters'],
  }],
  ['a key named __proto__', {
    code: 'forbidden-name', edit: (files) => { files['parameters.json'] = '{ "parameters": { "__proto__": {} } }' },
    file: 'parameters.json', pointer: '/parameters/__proto__', at: '"__proto__"',
  }],
  ['a key named constructor', {
    code: 'forbidden-name', edit: (files) => { files['parameters.json'] = '{ "parameters": { "constructor": {} } }' },
    file: 'parameters.json', pointer: '/parameters/constructor', at: '"constructor"',
  }],
  ['a fact with a forbidden part in its name', {
    code: 'forbidden-name', parts: { given: { 'kitchen.constructor': { type: 'boolean', label: words('x') } } },
    file: 'facts.json', pointer: '/given/kitchen.constructor', at: '"kitchen.constructor"',
  }],
  ['a case that writes to a prototype', {
    code: 'forbidden-name',
    parts: { cases: [{ id: 'A', asOf: '2019-01-01', set: { '/__proto__/polluted': true }, expect: [{ requirement: 'licence' }] }] },
    file: 'cases/all.json', pointer: '/cases/0/set/~1__proto__~1polluted', at: '"/__proto__/polluted"',
  }],
  ['a case that takes something from a prototype', {
    code: 'forbidden-name',
    parts: { cases: [{ id: 'A', asOf: '2019-01-01', remove: ['/constructor/prototype/toString'], expect: [{ requirement: 'licence' }] }] },
    file: 'cases/all.json', pointer: '/cases/0/remove/0', at: '"/constructor/prototype/toString"',
  }],
  ['a condition nested too deep', {
    code: 'too-deep', parts: rule({ requires: nested(60) }), file: R, pointer: '', says: ['48', '48'],
  }],
  ['brackets without end', {
    code: 'too-deep', edit: (files) => { files['clauses.json'] = '['.repeat(1_000_000) }, file: 'clauses.json', pointer: '',
  }],
  ['a file that is too long', {
    code: 'too-large', edit: (files) => { files['clauses.json'] += ' '.repeat(2_000_001) }, file: 'clauses.json', pointer: '', says: ['2000000', '2000000'],
  }],
  ['too many facts', {
    code: 'too-many', limits: { entries: 10 }, parts: { requirements: [requirement({ requires: LICENSED })] }, file: 'pack.json', pointer: '', says: ['10', '10'],
  }],
  ['a pack without pack.json', {
    code: 'missing-file', edit: (files) => { delete files['pack.json'] }, pack: 'pack', file: 'pack.json', pointer: '',
  }],
  ['a file that belongs nowhere', {
    code: 'unknown-file', edit: (files) => { files['requirement/all.json'] = '{}' }, file: 'requirement/all.json', pointer: '',
    suggestion: undefined, says: ['requirement/all.json', 'requirement/all.json'],
  }],
  ['a file outside the folder', {
    code: 'unknown-file', edit: (files) => { files['../pack.json'] = '{}' }, file: '../pack.json', pointer: '',
  }],
  ['a misspelt key', {
    code: 'unknown-key', parts: rule({ aplies: LICENSED }), file: R, pointer: '/requirements/0/aplies', at: '"aplies"', suggestion: 'applies',
  }],
  ['a misspelt key of a parameter', {
    code: 'unknown-key',
    parts: { parameters: { limit: { label: words('限'), type: 'integer', values: [{ value: 1, assumption: words('设'), form: '2019-01-01' }] } } },
    file: 'parameters.json', pointer: '/parameters/limit/values/0/form', at: '"form"', suggestion: 'from',
  }],
  ['a path in a condition', {
    code: 'unknown-key', parts: rule({ requires: { fact: 'kitchen.seats', operator: 'equal', value: 1, path: '$.x' } }),
    file: R, pointer: '/requirements/0/requires/path', at: '"path"',
  }],
  ['params in a condition', {
    code: 'unknown-key', parts: rule({ requires: { fact: 'kitchen.seats', operator: 'equal', value: 1, params: {} } }),
    file: R, pointer: '/requirements/0/requires/params', at: '"params"',
  }],
  ['a path on the value side', {
    code: 'unknown-key', parts: rule({ requires: { fact: 'kitchen.seats', operator: 'equal', value: { fact: 'kitchen.seats', path: '$.x' } } }),
    file: R, pointer: '/requirements/0/requires/value/path', at: '"path"',
  }],
  ['a requirement without a title', {
    code: 'missing-key', parts: rule({ title: undefined }), file: R, pointer: '/requirements/0/title', says: ['title', 'title'],
  }],
  ['a label without Chinese', {
    code: 'missing-key', parts: rule({ title: { en: 'Rule' } }), file: R, pointer: '/requirements/0/title/zh', says: ['zh', 'zh'],
  }],
  ['a leaf without a value', {
    code: 'missing-key', parts: rule({ requires: { fact: 'kitchen.seats', operator: 'equal' } }), file: R, pointer: '/requirements/0/requires/value',
  }],
  ['an empty all', {
    code: 'wrong-shape', parts: rule({ requires: { all: [] } }), file: R, pointer: '/requirements/0/requires/all', at: '[]',
  }],
  ['all and any in one', {
    code: 'unknown-key', parts: rule({ requires: { all: [LICENSED], any: [LICENSED] } }), file: R, pointer: '/requirements/0/requires/any', at: '"any"',
  }],
  ['a status that an exception cannot give', {
    code: 'wrong-shape', parts: rule({ unless: [{ id: 'x', text: words('例外'), status: 'exempt', when: LICENSED }] }),
    file: R, pointer: '/requirements/0/unless/0/status', at: '"exempt"', suggestion: 'exempted', says: ['exempted', 'exempted'],
  }],
  ['a type that facts do not have', {
    code: 'wrong-shape', parts: { given: { 'kitchen.size': { type: 'interger', label: words('面积', 'size') } } },
    file: 'facts.json', pointer: '/given/kitchen.size/type', at: '"interger"', suggestion: 'integer', says: ['boolean', 'boolean'],
  }],
  ['a fact whose name is no dotted word', {
    code: 'wrong-shape', parts: { given: { 'kitchen-size': { type: 'integer', label: words('面积', 'size') } } },
    file: 'facts.json', pointer: '/given/kitchen-size', says: ['驼峰', 'dotted'],
  }],
  ['a formula that is none', {
    code: 'unknown-key', parts: { derived: { 'kitchen.x': { label: words('x'), median: 'cook' } } },
    file: 'facts.json', pointer: '/derived/kitchen.x/median', at: '"median"',
  }],
  ['a misspelt formula', {
    code: 'unknown-key', parts: { derived: { 'kitchen.x': { label: words('x'), coutn: 'cook' } } },
    file: 'facts.json', pointer: '/derived/kitchen.x/coutn', at: '"coutn"', suggestion: 'count',
  }],
  ['a misspelt key of a leaf', {
    code: 'unknown-key', parts: rule({ requires: { fact: 'kitchen.seats', operater: 'equal', value: 1 } }),
    file: R, pointer: '/requirements/0/requires/operater', at: '"operater"', suggestion: 'operator',
  }],
  ['a text where a list belongs', {
    code: 'wrong-shape', parts: rule({ clauses: 'c1' }), file: R, pointer: '/requirements/0/clauses', at: '"c1"', says: ['列表', 'array'],
  }],
  ['a date that is not written as one', {
    code: 'wrong-shape', parts: rule({ effective: { from: '2019/01/01' } }), file: R, pointer: '/requirements/0/effective/from',
    at: '"2019/01/01"', says: ['日期写成 YYYY-MM-DD', 'YYYY-MM-DD'],
  }],
]
