import type { Text } from '@tiaoli/engine'
import {
  completeText,
  formatDay,
  formatDayInChinese,
  parseDay,
  type DatedValue,
  type Plan,
  type PlannedParameter,
} from '@tiaoli/engine/plan'
import { parameterValueText } from '../handbook/parameter-line.ts'
import { clauseName } from '../handbook/instrument-name.ts'
import { numbersLike } from '../lint/wording/number-in-text.ts'
import { inOwnWords, knownDocument, type EnteredDocument } from './entered-document.ts'

/**
 * What of changed rules does not agree with itself, though it may be meant: a new value of which the clause says another,
 * and a clause that two sentences are given for. Before the rules are handed in, the page asks about each, with both.
 */
export function doubtsAbout(before: Plan, after: Plan): Text[] {
  return eachOnce([...valuesApart(before, after), ...clausesGivenTwice(before, after)])
}

/** A document that is typed in once more, with something else of it than was typed in before: what was typed first stays. */
export function doubtsAboutEntered(plan: Plan, entered: EnteredDocument): Text[] {
  const known = knownDocument(plan, entered)
  const title = entered.title.trim()
  if (!known) {
    const alike = [...plan.documents.values()].find(
      ({ pack, entry }) => pack === plan.pack.id && wordsOf(plan, entry.title) === title,
    )
    if (!alike) return []
    const [was, is] = [alike.entry.number, entered.number.trim()]
    return [
      {
        zh: `《${title}》已有一份，${was === undefined ? '没有文号' : `文号是“${was}”`}；这次${is === '' ? '没有写文号' : `写的文号是“${is}”`}，将作为另一份文件。`,
        en: `There is a “${title}” already, ${was === undefined ? 'without a number' : `numbered ${was}`}; this one ${is === '' ? 'has no number' : `is numbered ${is}`}, and will be a document of its own.`,
      },
    ]
  }
  const { entry } = known
  const name = { zh: `《${wordsOf(plan, entry.title)}》`, en: `“${wordsOf(plan, entry.title)}”` }
  const differing = (label: Text, was: string | undefined, is: string): Text[] => {
    if (is.trim() === '' || was === undefined || was === is.trim()) return []
    const [old, now] = [dayOr(was), dayOr(is.trim())]
    return [
      {
        zh: `${name.zh}已录入过，${label.zh}是“${old.zh}”，这次写的是“${now.zh}”；保存后仍是“${old.zh}”。`,
        en: `${name.en} is there already; its ${label.en} is “${old.en}”, and “${now.en}” was typed this time; it stays “${old.en}”.`,
      },
    ]
  }
  return [
    ...differing({ zh: '标题', en: 'title' }, wordsOf(plan, entry.title), title),
    ...differing({ zh: '制发机关', en: 'issuer' }, entry.issuer && wordsOf(plan, entry.issuer), entered.issuer),
    ...differing({ zh: '成文日期', en: 'date' }, entry.issuedOn, entered.issuedOn),
    ...differing({ zh: '施行日期', en: 'first day' }, entry.effective?.from, entered.from),
  ]
}

function* valuesApart(before: Plan, after: Plan): Generator<Text> {
  for (const [id, parameter] of after.parameters) {
    const known = new Set(valuesOf(before, before.parameters.get(id)).map(keyOf))
    for (const value of valuesOf(after, parameter)) {
      if (known.has(keyOf(value))) continue
      const clauses = (value.clauses ?? []).flatMap((cited) => after.clauses.get(cited) ?? [])
      const said = clauses.flatMap((clause) =>
        numbersLike(parameter, clause.text.zh).map((number) => ({ ...number, clause })),
      )
      const [first] = said
      if (!first || said.some((number) => number.value === String(value.value))) continue
      const words = [...new Set(said.map((number) => number.words))]
      const [label, place, own] = [parameter.label, clauseName(first.clause), parameterValueText(parameter, value)]
      yield {
        zh: `${label.zh}：${place.zh}写的是“${words.join('”“')}”，填的是${own.zh}。`,
        en: `${label.en}: ${place.en} says “${words.join('”, “')}”, and ${own.en} was entered.`,
      }
    }
  }
}

/** The values that a parameter has by itself and under profiles. */
function valuesOf(plan: Plan, parameter: PlannedParameter | undefined): DatedValue[] {
  if (!parameter) return []
  const inProfiles = [...plan.profiles.values()].flatMap(({ timelines }) => timelines.get(parameter)?.values ?? [])
  return [...parameter.entry.values, ...inProfiles]
}

function keyOf({ value, clauses, from }: DatedValue): string {
  return JSON.stringify([value, clauses, from])
}

function* clausesGivenTwice(before: Plan, after: Plan): Generator<Text> {
  const added = [...after.clauses.values()].filter(({ reference }) => !before.clauses.has(reference))
  for (const clause of added) {
    const { document, place, text } = clause
    const other = [...after.clauses.values()].find(
      (one) => one !== clause && one.document === document && place && one.place?.zh === place.zh,
    )
    if (!other || other.text.zh === text.zh || (added.includes(other) && other.reference > clause.reference)) continue
    const name = clauseName(clause)
    yield {
      zh: `${name.zh}录入了两次，文字不同：“${other.text.zh}”和“${text.zh}”。`,
      en: `${name.en} was typed in twice, with other words: “${other.text.en}” and “${text.en}”.`,
    }
  }
}

function wordsOf(plan: Plan, text: Partial<Text>): string {
  return inOwnWords(plan, completeText(text))
}

function dayOr(said: string): Text {
  const day = parseDay(said)
  return day === undefined ? { zh: said, en: said } : { zh: formatDayInChinese(day), en: formatDay(day) }
}

function eachOnce(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [text.zh, text])).values()]
}
