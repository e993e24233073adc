import { alone, leaf, type Setting } from './point.ts'

/** What json-rules-engine throws an error for as well, whatever the facts are. */
export interface Refusal {
  title: string
  conditions: unknown
  setting?: Setting
}

export const REFUSALS: readonly Refusal[] = [
  { title: 'A leaf without a value', conditions: { all: [{ fact: 'x', operator: 'equal' }] } },
  { title: 'A leaf without an operator', conditions: { all: [{ fact: 'x', value: 1 }] } },
  { title: '`all` or `any` that is no list', conditions: { all: leaf('x', 'equal', 1) } },
  { title: '`not` of a list', conditions: { not: [leaf('x', 'equal', 1)] } },
  { title: 'An operator that is not there', conditions: alone('x', 'eqal', 1) },
  { title: 'A decorator that is not there', conditions: alone('x', 'nott:equal', 1) },
  {
    title: 'An operator of one’s own that is no function, used or not',
    conditions: alone('x', 'equal', 1),
    setting: { operators: { o: 5 as never } },
  },
  {
    title: 'A decorator of one’s own that is no function, used or not',
    conditions: alone('x', 'equal', 1),
    setting: { decorators: { d: 5 as never } },
  },
]
