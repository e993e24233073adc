import type { Text } from '../text/text.ts'

/** What the errors of conditions say, after the place. */
export const CONDITION_SENTENCES = {
  'whole-rule': () => ({ zh: '这是整条规则，请传入 rule.conditions', en: 'is a whole rule: pass rule.conditions' }),
  'not-one-kind': (kinds: readonly string[]) => ({
    zh: `all、any、not、condition、fact 应当恰有一个，现有${kinds.length > 0 ? ` ${kinds.join('、')}` : '零个'}`,
    en: `must have exactly one of all, any, not, condition, fact; it has ${kinds.join(', ') || 'none'}`,
  }),
  'empty-group': () => ({ zh: '应为至少含一个条件的列表', en: 'must be a list with at least one condition' }),
  'unknown-condition': () => ({ zh: '没有给出此名称的条件', en: 'names no condition that was given' }),
  'circular-condition': (way: readonly string[]) => ({
    zh: `循环引用：${way.join(' → ')}`,
    en: `leads back to itself: ${way.join(' → ')}`,
  }),
  'too-deep': (levels: number) => ({ zh: `嵌套超过 ${levels} 层`, en: `is nested deeper than ${levels} levels` }),
  'too-many-leaves': (leaves: number) => ({
    zh: `展开后超过 ${leaves} 项比较`,
    en: `unfolds to more than ${leaves} leaves`,
  }),
  'incomplete-leaf': () => ({ zh: '应有 operator 和 value', en: 'needs an operator and a value' }),
  params: () => ({ zh: '不支持：事实应为现成的值', en: 'is not supported: facts are plain values' }),
  'not-string': () => ({ zh: '应为字符串', en: 'must be a string' }),
  'not-object': () => ({ zh: '应为对象', en: 'must be an object' }),
  'not-function': (kind: Text) => ({ zh: `是${kind.zh}，请给出函数`, en: `is ${kind.en}: give a function` }),
  'no-fact-name': () => ({ zh: '应为事实的名称', en: 'must be the name of a fact' }),
  'unknown-operator': (name: string, known: readonly string[]) => ({
    zh: `没有“${name}”，可用的有：${known.join('、')}`,
    en: `has no "${name}"; there are ${known.join(', ')}`,
  }),
  'unsettled-literal': () => ({ zh: '是 Promise，请先用 await 取得其值', en: 'is a Promise: await it before' }),
  'unsettled-fact': (fact: string, kind: Text) => ({
    zh: `事实“${fact}”是${kind.zh}，应为现成的值`,
    en: `reads the fact "${fact}", which is ${kind.en}: facts are plain values`,
  }),
  'no-list': (kind: Text, name: string, example: string | undefined) => ({
    zh: `${name} 逐项比较列表，此处却是${kind.zh}，请写成列表${example === undefined ? '' : `，如 ${example}`}`,
    en: `is ${kind.en}, and ${name} goes through a list: write one${example === undefined ? '' : `, such as ${example}`}`,
  }),
  'undefined-literal': () => ({
    zh: '是 undefined，没有事实等于它：确知没有的请写 null，或设 allowUndefinedFacts',
    en: 'is undefined, which equals no fact: write null for what is known to have no value, or set allowUndefinedFacts',
  }),
  'meaningless-literal': (kind: Text, remedy: Text) => ({
    zh: `是或含有${kind.zh}：${remedy.zh}`,
    en: `is or has ${kind.en}: ${remedy.en}`,
  }),
  'not-a-number': () => ({
    zh: '是或含有 NaN，它不等于任何值，包括自身',
    en: 'is or has NaN, which equals nothing, not even itself',
  }),
  'equals-no-other': (kind: Text) => ({
    zh: `是或含有${kind.zh}，它不等于其他任何值：请用 path 或自定义运算符比较其中的内容`,
    en: `is or has ${kind.en}, which equals no other: compare what is in it, with a path or an operator of your own`,
  }),
  'no-order': (kind: Text) => ({
    zh: `是${kind.zh}，只有数和日期可以比较大小先后`,
    en: `is ${kind.en}, and only numbers and days have an order`,
  }),
  'text-order': (kind: Text, remedy: Text) => ({
    zh: `是${kind.zh}，文本不能比较大小先后：${remedy.zh}`,
    en: `is ${kind.en}, and texts have no order: ${remedy.en}`,
  }),
  'literal-timestamp': (kind: Text, remedy: Text) => ({
    zh: `是${kind.zh}：${remedy.zh}`,
    en: `is ${kind.en}: ${remedy.en}`,
  }),
  'meaningless-value': (kind: Text, remedy: Text) => ({
    zh: `所比较的是${kind.zh}：${remedy.zh}`,
    en: `compares ${kind.en}: ${remedy.en}`,
  }),
  timestamp: (kind: Text, remedy: Text) => ({
    zh: `比较了${kind.zh}的先后：${remedy.zh}`,
    en: `compares the order of ${kind.en}: ${remedy.en}`,
  }),
  'no-truth': (sort: 'operator' | 'decorator', name: string, kind: Text) => ({
    zh: `${sort === 'operator' ? '运算符' : '修饰符'}“${name}”返回了${kind.zh}，应返回 true 或 false`,
    en: `has the ${sort} "${name}", which returned ${kind.en}: let it return true or false`,
  }),
  path: (why: Text) => ({
    zh: `应由名称和位置组成，如 $.address.city、$.list[0] 或 $['any name']；${why.zh}`,
    en: `must be names and positions, such as $.address.city, $.list[0] or $['any name']; ${why.en}`,
  }),
} as const satisfies Record<string, (...details: never) => Text>
