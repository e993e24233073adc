import type { Cell } from '../../workbook.ts'
import { bareTitle } from './bare-title.ts'
import type { DraftLedger } from '../ledger/draft-ledger.ts'
import type { Scope } from '../../scope.ts'
import type { Around, Section } from './section.ts'
import { keyOf } from '../../values/words.ts'

/** A word for what counts other rows. */
export const TOTAL = /[小合总累]计|total/iu
/** Letters other than those of numbers. */
const SAYING = /[^\P{L}一二三四五六七八九十]/u

/** What is around records, named in a title: alone, or with how many there are and of what kind. */
export function namedInTitle({ names }: DraftLedger, around: readonly Around[], text: string): Section['of'] {
  const bare = bareTitle(text, names.meanings.endingsBut(around.map(({ scope }) => scope)))
  for (const { scope, mapped } of around) {
    const looks = names.meanings.looksOf(scope)
    const meant = names.meanings.meant(bare)
    const isKnown = names.find(scope, bare).length === 1
    const name = isKnown ? meant : looks?.wholeName(meant)
    if (name !== undefined) return { scope, mapped, name }
  }
  return undefined
}

/** What a row that is no record says of those below it, by the names of what is around records that are in it. */
export function groupOf(draft: DraftLedger, around: readonly Around[], cells: readonly Cell[]): Section | undefined {
  const { names, words } = draft
  const kinds = names.meanings.endingsBut(around.map(({ scope }) => scope))
  for (const { scope, mapped } of around) {
    const named = cells.filter((cell) => namesIn(draft, scope, cell).length > 0)
    const [cell] = named
    if (!cell) continue
    const found = [...new Set(named.flatMap((one) => namesIn(draft, scope, one)))]
    const isTotal = cells.some(({ text }) => TOTAL.test(keyOf(text)))
    const isOther = ({ text }: Cell) =>
      SAYING.test(bareTitle(text, kinds)) && (words.isNoRow(text) || namedInTitle(draft, around, text) === undefined)
    const [name] = found
    if (found.length === 1 && name !== undefined && !isTotal && !cells.some(isOther))
      return { cell, of: { scope, mapped, name: names.meanings.looksOf(scope)?.wholeName(name) ?? name } }
    const whole = found.map((one) => names.meanings.looksOf(scope)?.wholeName(one) ?? one)
    return { cell, of: undefined, mentions: { scope, mapped, names: whole, isTotal } }
  }
  return undefined
}

const PAGE = /[本每]页|本表|page/iu
/** The total of some rows, and not of all. */
const TOTAL_OF_SOME = /小计|^(?:合计|共计)|sub-?total/iu

/** What a row says that counts those above or below it, and not whose they are: what they belong to may end with it. */
export function unnamedTotal([inner]: readonly Around[], cells: readonly Cell[]): Section | undefined {
  const cell = cells.find(({ text }) => TOTAL_OF_SOME.test(keyOf(text)))
  if (!inner || !cell || cells.some(({ text }) => PAGE.test(text))) return undefined
  return { cell, of: undefined, mentions: { ...inner, names: [], isTotal: true } }
}

function namesIn({ names }: DraftLedger, scope: Scope, { text }: Cell): string[] {
  return names.namesIn(scope, text)
}
