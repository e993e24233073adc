import type { ImportNote, ImportResult } from '@tiaoli/office/import'
import type { Context } from '../context.ts'
import type { Text } from '@tiaoli/engine'
import { groupedBy, addTo, ledgerPart, type ImportFile, type LedgerPart, type Plan } from '@tiaoli/engine/plan'
import { table } from '../terminal/table.ts'

/** What became of the columns of some files, and what somebody has to look at, with the cells. */
export function importLines(
  context: Context,
  result: ImportResult,
  { files, plan, mapping: used }: { files: number; plan: Plan; mapping: ImportFile },
): string[] {
  const { texts, out } = context
  const { mapping, provenance, notes, columns, earlier } = result
  const warnings = notes.filter(({ severity }) => severity === 'warning')
  const known = notes.filter(({ severity }) => severity === 'info')
  // A column of sheets that have the same is told once.
  const unread = new Set(
    columns
      .filter(({ use }) => use === 'not-usable')
      .map(({ table: of, place, heading }) => JSON.stringify([of, place.cell, heading])),
  )
  const placeText = (place: ImportNote['place']) => placeIn(place, files <= 1)
  return [
    ...columnLines(context, result, plan),
    ...noteLines(context, warnings, placeText),
    ...noteLines(context, known, placeText),
    out.paint('bold', texts.import.summary(provenance.length, warnings.length, unread.size, nameOf(context, used))),
    ...(mapping.guessed ? [texts.import.guessed] : []),
    ...(earlier ? [earlierLine(context, earlier)] : []),
  ]
}

const MOST_NAMES = 20

function earlierLine({ texts }: Context, { kept, gone }: NonNullable<ImportResult['earlier']>): string {
  const names = gone.slice(0, MOST_NAMES).map(({ name }) => name)
  return texts.import.earlier(kept, names, gone.length - names.length)
}

/** The columns of each sheet; sheets that have the same are told together. */
function columnLines({ texts, language, out }: Context, { columns }: ImportResult, plan: Plan): string[] {
  const said = (names: readonly string[]) => factNames(plan, language, names).join(language === 'zh' ? '、' : ', ')
  const bySheet = new Map<string, (readonly string[])[]>()
  for (const { place, heading, use, gives, why, proposal } of columns) {
    const sheet = [place.file, place.sheet].filter((part) => part !== undefined).join(' ')
    const likely = proposal === undefined ? '' : ` ${texts.import.proposal(said([proposal]))}`
    const row = [place.cell ?? '', heading, texts.import.uses[use], `${why?.[language] ?? said(gives)}${likely}`]
    addTo(bySheet, sheet, row)
  }
  const byTable = new Map<string, { sheets: string[]; rows: (readonly string[])[] }>()
  for (const [sheet, rows] of bySheet) {
    const key = JSON.stringify(rows)
    const known = byTable.get(key) ?? { sheets: [], rows }
    known.sheets.push(sheet)
    byTable.set(key, known)
  }
  return [...byTable.values()].flatMap(({ sheets, rows }) => [
    out.paint('bold', sheets.join(', ')),
    table(out, rows, { indent: 2 }),
    '',
  ])
}

/** What columns give: in Chinese by the labels of the catalogue, in English by the names that are in the ledger. */
function factNames({ scopes }: Plan, language: Context['language'], names: readonly string[]): string[] {
  if (language !== 'zh') return [...names]
  const labels = names.map((name) => {
    const part = ledgerPart(scopes, name)
    if (part?.kind === 'records') return part.scope.label.zh
    if (part?.kind === 'attestation') return part.value.label.zh
    if (part?.kind === 'fact') return part.fact.label.zh
    return (part?.kind === 'group' ? groupLabel(part)?.zh : undefined) ?? name
  })
  return [...new Set(labels)]
}

function groupLabel({ scope, path }: Extract<LedgerPart, { kind: 'group' }>): Text | undefined {
  let label: Text | undefined
  let { layout } = scope
  for (const property of path) {
    const entry = layout.get(property)
    if (entry?.kind !== 'group') return undefined
    ;({ label, layout } = entry)
  }
  return label
}

/** What a mapping is called: its title, or that it was guessed, in Chinese. */
function nameOf({ texts, language }: Context, { id, title, guessed }: ImportFile): string {
  if (language !== 'zh') return id
  return guessed ? texts.import.guessedMapping : title.zh
}

/** How what a note asks for is done here. */
const FLAGS: { readonly [Code in ImportNote['code']]?: string } = {
  'head-day': '--on',
  'head-month': '--on',
  'sheet-not-known': '--guess --save-mapping, --mapping',
  'sheet-of-one': 'tiaoli template',
  'year-not-known': '--on',
}

/** Each kind of note once, with its places. */
function noteLines(
  { texts, language, out }: Context,
  notes: readonly ImportNote[],
  placeText: (place: ImportNote['place']) => string,
): string[] {
  return [...groupedBy(notes, ({ text }) => text[language]).values()].flatMap((alike) => {
    const { code, severity, text } = alike[0]!
    const flags = FLAGS[code]
    return [
      out.paint(severity === 'warning' ? 'yellow' : 'dim', text[language] + (flags ? texts.import.flags(flags) : '')),
      ...alike.map(
        ({ place, other, proposal }) =>
          `  ${placeText(place)}${other ? ` ≠ ${placeText(other)}` : ''}${proposal === undefined ? '' : ` ${texts.import.proposal(proposal)}`}`,
      ),
      '',
    ]
  })
}

/** A place in one of several files has the file too. */
function placeIn({ sheet, cell, file }: ImportNote['place'], isOneFile: boolean): string {
  const where = [sheet ?? file, cell].filter((part) => part !== undefined).join('!')
  return isOneFile || sheet === undefined ? where : `${file} ${where}`
}
