import type { Text } from '@tiaoli/engine'
import type { FilePlace } from '../../office-error.ts'
import { bareName } from '../names/bare-name.ts'
import type { DraftLedger } from './draft-ledger.ts'
import { tellNameNotes } from './name-notes-told.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { Scope } from '../../scope.ts'
import { NOTE_TEXTS } from './note-texts.ts'
import { keyOf } from '../../values/words.ts'

interface Search {
  /** What is told where the name is not found. */
  readonly code?: 'name-not-found' | 'row-of-unknown'
  /** Whether other tables have to know it: then none is made. */
  readonly isKnown?: boolean
}

/**
 * The record of a name, made where there is none and none is alike. Below a record if one is given; else wherever it is,
 * and a new one below what is not said.
 */
export function findRecord(
  draft: DraftLedger,
  scope: Scope,
  written: string,
  below: DraftRecord | undefined,
  place: FilePlace,
  { code = 'name-not-found', isKnown = false }: Search = {},
): DraftRecord | undefined {
  const { names } = draft
  const name = bareName(written)
  const found = recordsCalled(draft, scope, name, below)
  if (found.length === 1) {
    names.rename(found[0]!, name)
    tellNameNotes(draft, found[0]!, name, place)
    return found[0]
  }
  const similar = found.length === 0 ? names.similar(scope, name) : undefined
  if (found.length > 1 || similar !== undefined) {
    draft.note(code, place, { proposal: similar })
    return undefined
  }
  if (!names.mayName(scope, name)) {
    draft.note('not-a-name', place)
    return undefined
  }
  if (isKnown) {
    draft.note('row-of-unknown', place, { proposal: names.alike(scope, name)[0]?.name, text: ELSEWHERE })
    return undefined
  }
  const [other] = below && names.meanings.isLocal(scope) ? [] : names.alike(scope, name)
  const record = (below ?? draft.unnamed(scope.parent!)).add(scope)
  names.name(record, below ? names.meanings.nameOf(scope, name) : names.meanings.wholeName(scope, name))
  tellNameNotes(draft, record, name, place)
  if (!below) draft.note('record-made', place)
  if (other) draft.note('named-alike', place, { other: draft.rowsOfNames.get(other)?.place })
  if (!draft.rowsOfNames.has(record)) draft.rowsOfNames.set(record, { place, key: keyOf(name) })
  return record
}

const ELSEWHERE = {
  zh: '其他表中没有这个名称，可能是外地的，这一行整行没有读。是本地的，请列入台账，或在对照设置中写明这是哪一个的简称。',
  en: 'No other table has this name, so it may be of another place; the whole row is not read. If it is of this one, add it to the register, or say in `aliases` of the mapping which it is.',
}

const NOT_LISTED = {
  zh: '别的表都没有列出这个名称，未填入台账。请把它列入逐家列出的表，一并导入；写错的，请改正。',
  en: 'No other table lists this name, so nothing of it is in the ledger. List it in the table that has a row for each, and import both; or correct it.',
}

/**
 * The only record of a name that other tables have; where there is none, or several are like it, that is told, with which
 * of the names of a cell it is, for no name is repeated.
 */
export function knownRecord(
  draft: DraftLedger,
  scope: Scope,
  name: string,
  place: FilePlace,
  number?: number,
): DraftRecord | undefined {
  const found = recordsCalled(draft, scope, name)
  if (found.length === 1) {
    tellNameNotes(draft, found[0]!, name, place)
    return found[0]
  }
  const proposal = found.length === 0 ? draft.names.similar(scope, name) : undefined
  const isWhole =
    found.length === 0 && proposal === undefined && draft.names.meanings.looksOf(scope)?.fits(name) === true
  draft.note('name-not-found', place, { proposal, text: notFoundText(isWhole, number) })
  return undefined
}

function notFoundText(isWhole: boolean, number: number | undefined): Text {
  const text = isWhole ? NOT_LISTED : NOTE_TEXTS['name-not-found']
  if (number === undefined) return text
  return { zh: `这一格的第${String(number)}个名称：${text.zh}`, en: `Name ${String(number)} in this cell: ${text.en}` }
}

/** The records that may be meant by a name. */
export function recordsCalled({ names }: DraftLedger, scope: Scope, name: string, below?: DraftRecord): DraftRecord[] {
  const exact = names.find(scope, name, below)
  return exact.length > 0 ? exact : names.findPlace(scope, name, below)
}

/**
 * The records that a short name may mean, of those that other tables have, and the only one that it fits: that one is
 * told as taken, and where several may be meant, none is.
 */
export function recordsOfShort(
  draft: DraftLedger,
  scope: Scope,
  name: string,
  among: ReadonlySet<DraftRecord>,
  place: FilePlace,
): DraftRecord[] {
  const { names } = draft
  if (recordsCalled(draft, scope, name).length > 0) return []
  const similar = names.allSimilar(scope, name)
  const [only, ...others] = similar
  if (!only || !similar.some((record) => among.has(record) && names.isEndOf(record, name))) return []
  if (others.length > 0) draft.note('name-not-found', place)
  else draft.noteOnce(`${name} ${String(only.name)}`, 'named-short', place, { proposal: only.name })
  return similar
}
