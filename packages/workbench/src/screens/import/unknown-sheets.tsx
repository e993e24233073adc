import { useSignal } from '@preact/signals'
import type { UnknownSheet } from '@tiaoli/office/import'
import type { UsedMapping } from '../../engine/calls.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'

/** Sheets that are not known, for somebody to say where their headings are and what each row is. */
export function UnknownSheets({ mapping }: { mapping: UsedMapping }) {
  const words = useWords()
  if (mapping.unknown.length === 0) return null
  return (
    <section class="unknown-sheets">
      <h2>{words.import.unknownSheets}</h2>
      <p>{words.import.unknownSheetsAbout}</p>
      {mapping.unknown.map((sheet) => (
        <SheetForm key={`${sheet.file} ${sheet.sheet}`} sheet={sheet} mapping={mapping} />
      ))}
    </section>
  )
}

function SheetForm({ sheet: { file, sheet, heads }, mapping }: { sheet: UnknownSheet; mapping: UsedMapping }) {
  const work = useWork()
  const words = useWords()
  const text = useText()
  const told = mapping.tellings.find((one) => one.file === file && one.sheet === sheet)
  const chosen = useSignal(
    Math.max(
      0,
      heads.findIndex(({ firstRow, lastRow }) => firstRow === told?.firstRow && lastRow === told.lastRow),
    ),
  )
  const head = heads[chosen.value]!
  const tell = (rows: string, place = chosen.value) => {
    const { firstRow, lastRow } = heads[place]!
    if (rows !== '') void work.imports.tellTable({ file, sheet, firstRow, lastRow, rows })
  }
  return (
    <fieldset>
      <legend>{[file, sheet].filter(Boolean).join(' ')}</legend>
      <label>
        {words.import.headRow}{' '}
        <select
          value={String(chosen.value)}
          onChange={({ currentTarget }) => {
            chosen.value = Number(currentTarget.value)
            tell(told?.rows ?? '')
          }}
        >
          {heads.map(({ firstRow, lastRow }, i) => (
            <option key={i} value={String(i)}>
              {words.import.rowsFrom(firstRow, lastRow)}
            </option>
          ))}
        </select>
      </label>{' '}
      <label>
        {words.import.eachRow}{' '}
        <select value={told?.rows ?? ''} onChange={({ currentTarget }) => tell(currentTarget.value)}>
          <option value="">{words.import.chooseRows}</option>
          {mapping.rows.map(({ rows, label }) => (
            <option key={rows} value={rows}>
              {text(label)}
            </option>
          ))}
        </select>
      </label>
      <p class="cells">{head.headings.join(words.listed)}</p>
    </fieldset>
  )
}
