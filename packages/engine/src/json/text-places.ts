import { parse, type ValueNode } from '@humanwhocodes/momoa'
import { withoutByteOrderMark } from './decode-text.ts'
import type { LineColumn } from './line-index.ts'
import type { Path } from './pointer.ts'

/** Where the parts of a JSON text without faults are. The tree of positions is built when the first place is asked for. */
export class TextPlaces {
  readonly #text: string
  #root: ValueNode | undefined

  constructor(text: string) {
    this.#text = withoutByteOrderMark(text)
  }

  /** Where a path leads, to a value or with `onKey` to its name; the nearest part around it that is there. */
  at(path: Path, onKey = false): LineColumn {
    let node = (this.#root ??= parse(this.#text, { mode: 'json' }).body)
    let { start } = node.loc
    for (const [index, step] of path.entries()) {
      if (node.type === 'Object') {
        const member = node.members.find(
          ({ name }) => (name.type === 'String' ? name.value : name.name) === String(step),
        )
        if (!member) break
        node = member.value
        start = (onKey && index === path.length - 1 ? member.name : node).loc.start
      } else if (node.type === 'Array') {
        const element = node.elements[Number(step)]
        if (!element) break
        node = element.value
        start = node.loc.start
      } else break
    }
    return { line: start.line, column: start.column }
  }
}
