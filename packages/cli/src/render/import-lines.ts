import type { ImportNote, ImportResult } from '@tiaoli/office/import'
import type { Context } from '../context.ts'
import { table } from '../terminal/table.ts'

/** What became of the columns, and what somebody has to look at, with the cells. */
export function importLines(context: Context, result: ImportResult): string[] {
  const { texts, out } = context
  const { mapping, provenance, notes } = result
  const warnings = notes.filter(({ severity }) => severity === 'warning')
  return [
    ...columnLines(context, result),
    ...noteLines(context, warnings),
    ...noteLines(
      context,
      notes.filter(({ severity }) => severity === 'info'),
    ),
    out.paint('bold', texts.import.summary(provenance.length, warnings.length, mapping.id)),
    ...(mapping.guessed ? [texts.import.guessed] : []),
  ]
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

/** Each kind of note once, with its places. */
function noteLines({ texts, language, out }: Context, notes: readonly ImportNote[]): string[] {
  const byCode = new Map<string, ImportNote[]>()
  for (const note of notes) byCode.set(note.code, [...(byCode.get(note.code) ?? []), note])
  return [...byCode.values()].flatMap((alike) => {
    const { severity, text } = alike[0]!
    return [
      out.paint(severity === 'warning' ? 'yellow' : 'dim', text[language]),
      ...alike.map(
        ({ place, other, proposal }) =>
          `  ${placeText(place)}${other ? ` ≠ ${placeText(other)}` : ''}${proposal === undefined ? '' : ` ${texts.import.proposal(proposal)}`}`,
      ),
      '',
    ]
  })
}

function placeText({ sheet, cell, file }: ImportNote['place']): string {
  return [sheet ?? file, cell].filter((part) => part !== undefined).join('!')
}
