import { inspect, isDeepStrictEqual } from 'node:util'
import { DIVERGENCES } from '../../test/conformance/divergences.ts'
import type { Facts, Setting } from '../../test/conformance/point.ts'
import { SECTIONS } from '../../test/conformance/points.ts'
import { REFUSALS } from '../../test/conformance/refusals.ts'
import { markdown, table } from './markdown.ts'

/** What of json-rules-engine's condition language is the same in a compiled condition, and what is not. */
export function conditionLanguage(): string {
  const points = SECTIONS.flatMap((section) => section.points)
  const checks = points.flatMap(({ holds, fails }) => [...holds, ...fails])
  return markdown([
    '# The condition language: the same as json-rules-engine, and where not',
    `Conditions are json-rules-engine conditions. This page is the data of \`test/conformance\`: ${points.length} points of its documentation with ${checks.length} sets of facts, on which stock json-rules-engine 7.3 and \`compileCondition\` give the same answer, ${REFUSALS.length} conditions that both refuse, and ${DIVERGENCES.length} deliberate divergences, of which the tests assert both sides. Random conditions are compared too, over facts of the types they ask for (\`pnpm fuzz --property conditions\`) and over facts of every other kind (\`pnpm fuzz --property odd-facts\`): what is not in the first table is a fault.`,
    'Packs use a part of this language: facts of a pack have types, so `path`, `params` and operators of one’s own are refused there when the pack is loaded.',
    '## Where a compiled condition differs on purpose',
    '`open`: the answer is `undefined`, and becomes true or false once the facts decide. `refused`: a `ConditionError` when the condition is compiled; `throws`: when it is decided. A `ConditionError` is a `TypeError` with `code`, the place `at` (`/all/0/value`) and `text` in Chinese and English; its message is the English.',
    table(
      ['', 'Condition', 'Facts', 'json-rules-engine', 'compileCondition', 'Why'],
      DIVERGENCES.map(({ title, conditions, setting, facts, stock, ours, why }) => [
        title,
        [json(conditions), ...settingOf(setting)].join('\n'),
        factsOf(facts),
        String(stock),
        String(ours),
        why,
      ]),
    ),
    '## What is the same',
    ...SECTIONS.flatMap(({ title, source, points: own }) => [
      `### ${title}`,
      `json-rules-engine, ${source}.`,
      table(
        ['', 'Condition', 'True with', 'False with'],
        own.map((point) => [
          point.title,
          [json(point.conditions), ...settingOf(point.setting)].join('\n'),
          point.holds.map(factsOf).join('\n') || '–',
          point.fails.map(factsOf).join('\n') || '–',
        ]),
      ),
    ]),
    '### What both refuse',
    'json-rules-engine throws an error, for some of them only where a run comes to the place; `compileCondition` throws a `ConditionError` when it compiles.',
    table(
      ['', 'Condition'],
      REFUSALS.map(({ title, conditions, setting }) => [title, [json(conditions), ...settingOf(setting)].join('\n')]),
    ),
  ])
}

const code = (text: string) => `\`${text}\``

/** As JavaScript writes it where JSON would say something else: NaN, a Date. */
function json(value: unknown): string {
  const text = JSON.stringify(value)
  return isDeepStrictEqual(JSON.parse(text), value) ? code(text) : written(value)
}

/** As JavaScript writes them, since facts may be `undefined` or functions. */
function factsOf(facts: Facts): string {
  return written(facts)
}

function written(value: unknown): string {
  return code(inspect(value, { depth: null, breakLength: Infinity, compact: true }))
}

/** The name alone of a function, which nobody would read here. */
function ownName([name, own]: [string, unknown]): string {
  return code(typeof own === 'function' ? name : `${name}: ${inspect(own)}`)
}

function settingOf(setting: Setting = {}): string[] {
  const { conditions, operators, decorators, allowUndefinedFacts, allowUndefinedConditions, pathResolver } = setting
  const own = (kind: string, items: object | undefined) =>
    items ? [`${kind} of one’s own: ${Object.entries(items).map(ownName).join(', ')}`] : []
  return [
    ...(conditions ? [`named conditions: ${json(conditions)}`] : []),
    ...own('operators', operators),
    ...own('decorators', decorators),
    ...(allowUndefinedFacts ? [code('allowUndefinedFacts: true')] : []),
    ...(allowUndefinedConditions ? [code('allowUndefinedConditions: true')] : []),
    ...(pathResolver ? ['a path resolver of one’s own'] : []),
  ]
}
