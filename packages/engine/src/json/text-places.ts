import { withoutByteOrderMark } from './decode-text.ts'
import { LineIndex, type LineColumn } from './line-index.ts'
import type { Path } from './pointer.ts'
import { partAt, textTree, type TextNode } from './text-tree.ts'

/** Where the parts of a JSON text without faults are. The text is taken apart when the first place is asked for. */
export class TextPlaces {
  readonly #text: string
  readonly #lines: LineIndex
  #root: TextNode | undefined

  constructor(text: string) {
    this.#text = withoutByteOrderMark(text)
    this.#lines = new LineIndex(this.#text)
  }

  /** Where a path leads, to a value or with `onKey` to its name; the nearest part around it that is there. */
  at(path: Path, onKey = false): LineColumn {
    let node = (this.#root ??= textTree(this.#text))
    let { from } = node
    for (const [index, step] of path.entries()) {
      const part = partAt(node, step)
      if (!part) break
      node = part.node
      from = onKey && index === path.length - 1 ? part.from : node.from
    }
    return this.#lines.at(from)
  }
}
