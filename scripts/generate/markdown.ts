/** A table of plain text cells; a pipe in a cell is escaped and a line break kept, so that quotes stay verbatim. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

function cell(content: string | number): string {
  return String(content).replaceAll('|', '\\|').replaceAll('\n', '<br>')
}

/** A generated document: its blocks with blank lines between. */
export function markdown(blocks: readonly string[]): string {
  return `${['<!-- Written by scripts/generate.ts. Do not edit. -->', ...blocks].join('\n\n')}\n`
}
