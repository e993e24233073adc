import type { Fault } from '../../../support/diagnose.ts'
import { dated, requirement, words } from '../../../support/toy-pack.ts'

const R = 'requirements/all.json'
const LICENSED = { condition: 'kitchen.licensed' }
const limit = { label: words('上限', 'limit'), type: 'integer', values: [dated(3)] }
const rule = (parts: Record<string, unknown>) => ({
  parameters: { limit },
  requirements: [requirement({ requires: LICENSED, ...parts })],
})
const note = (zh: string, en = zh) => rule({ notes: [{ id: 'n', text: words(zh, en), when: LICENSED }] })
const NOTE = '/requirements/0/notes/0/text'

/** Placeholders that stand for nothing, or for what cannot be shown where they are. */
export const TEXT_FAULTS: [what: string, fault: Fault][] = [
  [
    'a wrong placeholder in the one language that is written',
    {
      code: 'placeholder-form',
      parts: rule({ notes: [{ id: 'n', text: { zh: '至多{}家' }, when: LICENSED }] }),
      file: R,
      pointer: `${NOTE}/zh`,
    },
  ],
  [
    'an empty placeholder',
    {
      code: 'placeholder-form',
      parts: note('至多{}家', 'at most three'),
      file: R,
      pointer: `${NOTE}/zh`,
      says: ['{}', '{}'],
    },
  ],
  [
    'a placeholder that is not closed',
    {
      code: 'placeholder-form',
      parts: note('至多三家', 'at most {parameters.limit'),
      file: R,
      pointer: `${NOTE}/en`,
      at: '"at most {parameters.limit"',
      says: ['{parameters.limit', '{parameters.limit'],
    },
  ],
  [
    'a brace that closes nothing',
    { code: 'placeholder-form', parts: note('至多}家', 'at most three'), file: R, pointer: `${NOTE}/zh` },
  ],
  [
    'a placeholder in Chinese alone',
    {
      code: 'placeholder-untranslated',
      parts: note('至多{parameters.limit}家', 'at most three'),
      file: R,
      pointer: `${NOTE}/en`,
      at: '"at most three"',
      says: ['{parameters.limit}', '{parameters.limit}'],
    },
  ],
  [
    'a placeholder in English alone',
    {
      code: 'placeholder-untranslated',
      parts: note('至多三家', 'at most {parameters.limit}'),
      file: R,
      pointer: `${NOTE}/zh`,
    },
  ],
  [
    'a parameter that does not exist, in a text',
    {
      code: 'unknown-parameter',
      parts: note('{parameters.limits}'),
      file: R,
      pointer: `${NOTE}/zh`,
      suggestion: 'limit',
    },
  ],
  [
    'a parameter without its prefix, in a text',
    { code: 'unknown-fact', parts: note('{limit}'), file: R, pointer: `${NOTE}/zh`, suggestion: 'parameters.limit' },
  ],
  [
    'a misspelt prefix, in a text',
    {
      code: 'unknown-fact',
      parts: note('{parameter.limit}'),
      file: R,
      pointer: `${NOTE}/zh`,
      suggestion: 'parameters.limit',
    },
  ],
  [
    'a misspelt fact, in a text',
    {
      code: 'unknown-fact',
      parts: note('{kitchen.seat}'),
      file: R,
      pointer: `${NOTE}/zh`,
      suggestion: 'kitchen.seats',
    },
  ],
  [
    'a misspelt day, in a text',
    { code: 'unknown-fact', parts: note('{asof}'), file: R, pointer: `${NOTE}/zh`, suggestion: 'asOf' },
  ],
  [
    'a fact that the subject does not see, in a text',
    { code: 'not-visible', parts: note('{cook.trained}'), file: R, pointer: `${NOTE}/zh` },
  ],
  [
    'the year in a text of what is not yearly',
    { code: 'outside-period', parts: note('{period.year}'), file: R, pointer: `${NOTE}/zh` },
  ],
  [
    'the last day in a text of what has none',
    { code: 'due-not-available', parts: note('{due}'), file: R, pointer: `${NOTE}/zh` },
  ],
  ...(['problem', 'remedy'] as const).map((part): [string, Fault] => [
    `a misspelt fact, in a ${part}`,
    {
      code: 'unknown-fact',
      parts: rule({ [part]: words('{kitchen.seat}') }),
      file: R,
      pointer: `/requirements/0/${part}/zh`,
      suggestion: 'kitchen.seats',
    },
  ]),
  [
    'a misspelt fact, in the text of an exception',
    {
      code: 'unknown-fact',
      parts: rule({ unless: [{ id: 'u', status: 'review', text: words('{kitchen.seat}'), when: LICENSED }] }),
      file: R,
      pointer: '/requirements/0/unless/0/text/zh',
      suggestion: 'kitchen.seats',
    },
  ],
  [
    'a fact in a title',
    {
      code: 'placeholder-without-record',
      parts: rule({ title: words('{kitchen.seats}') }),
      file: R,
      pointer: '/requirements/0/title/zh',
      says: ['{kitchen.seats}', '{kitchen.seats}'],
    },
  ],
  [
    'a parameter without its prefix, in a title',
    {
      code: 'placeholder-without-record',
      parts: rule({ title: words('{limit}') }),
      file: R,
      pointer: '/requirements/0/title/zh',
      suggestion: 'parameters.limit',
    },
  ],
  [
    'a fact in the text of a check',
    {
      code: 'placeholder-without-record',
      parts: {
        checks: [
          { id: 'seats', scope: 'kitchen', text: words('{kitchen.seats}'), holds: LICENSED, taints: ['kitchen.seats'] },
        ],
      },
      file: 'facts.json',
      pointer: '/checks/0/text/zh',
    },
  ],
  [
    'a parameter that does not exist, in the question of another',
    {
      code: 'unknown-parameter',
      parts: { parameters: { limit: { ...limit, question: words('{parameters.limet}') } } },
      file: 'parameters.json',
      pointer: '/parameters/limit/question/zh',
      suggestion: 'limit',
    },
  ],
  [
    'a placeholder in a label',
    {
      code: 'wrong-shape',
      parts: { parameters: { limit: { ...limit, label: words('{x}', 'limit') } } },
      file: 'parameters.json',
      pointer: '/parameters/limit/label/zh',
      says: ['花括号', 'braces'],
    },
  ],
]
