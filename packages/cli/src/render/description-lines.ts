import type { Description } from '@tiaoli/authoring'
import type { Output } from '../terminal/output.ts'

type Line = Description['sections'][number]['lines'][number]

/** A description as indented lists under headings. */
export function descriptionLines(out: Output, { id, title, sections }: Description): string[] {
  return [
    `${out.paint('bold', title)} ${out.paint('dim', `[${id}]`)}`,
    ...sections.flatMap(({ heading, lines }) => [
      '',
      out.paint('cyan', heading),
      ...lines.flatMap((line) => listLines(line, 1)),
    ]),
  ]
}

function listLines({ text, below }: Line, depth: number): string[] {
  return [`${'  '.repeat(depth)}- ${text}`, ...below.flatMap((line) => listLines(line, depth + 1))]
}
