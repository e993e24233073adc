import type { Description } from '@tiaoli/authoring'
import type { Output } from '../terminal/output.ts'

type Line = Description['sections'][number]['lines'][number]

/** A description as an indented list under headings. */
export function descriptionLines(out: Output, { id, title, sections }: Description): string[] {
  return [
    `${out.paint('bold', title)} ${out.paint('dim', `[${id}]`)}`,
    ...sections.flatMap(({ heading, lines }) => [
      '',
      out.paint('cyan', heading),
      ...lines.flatMap((line) => listed(line, 1)),
    ]),
  ]
}

function listed({ text, below }: Line, depth: number): string[] {
  return [`${'  '.repeat(depth)}- ${text}`, ...below.flatMap((line) => listed(line, depth + 1))]
}
