import type { ImportNote, ImportResult } from '@tiaoli/office/import'
import type { Context } from '../context.ts'
import { table } from '../terminal/table.ts'

/** What became of the columns of some files, and what somebody has to look at, with the cells. */
export function importLines(context: Context, result: ImportResult, files: number): string[] {
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
    ...columnLines(context, result),
    ...noteLines(context, warnings, placeText),
    ...noteLines(context, known, placeText),
    out.paint('bold', texts.import.summary(provenance.length, warnings.length, unread.size, mapping.id)),
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
function columnLines({ texts, language, out }: Context, { columns }: ImportResult): string[] {
  const bySheet = new Map<string, (readonly string[])[]>()
  for (const { place, heading, use, gives, why, proposal } of columns) {
    const sheet = [place.file, place.sheet].filter((part) => part !== undefined).join(' ')
    const said = why?.[language] ?? gives.join(', ')
    const likely = proposal === undefined ? '' : ` ${texts.import.proposal(proposal)}`
    const row = [place.cell ?? '', heading, texts.import.uses[use], `${said}${likely}`]
    bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), row])
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
  const bySentence = new Map<string, ImportNote[]>()
  for (const note of notes) {
    const sentence = note.text[language]
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), note])
  }
  return [...bySentence.values()].flatMap((alike) => {
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
