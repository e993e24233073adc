import { pathOf } from '@tiaoli/engine'
import { findNodeAtLocation, parseTree, type ParseError } from 'jsonc-parser'

export interface LineColumn {
  line: number
  column: number
}

/** Where JSON text stops being JSON. */
export function syntaxError(text: string): LineColumn | undefined {
  const errors: ParseError[] = []
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  return errors[0] && lineColumnOf(text, errors[0].offset)
}

/** Where a pointer leads in JSON text, a property's name before its value; the nearest place around it that is there. */
export function placeOf(text: string, pointer: string): LineColumn | undefined {
  let node = parseTree(text)
  let offset = node?.offset
  for (const step of pathOf(pointer)) {
    node = node && findNodeAtLocation(node, [node.type === 'array' ? Number(step) : step])
    offset = (node?.parent?.type === 'property' ? node.parent : node)?.offset ?? offset
  }
  return offset === undefined ? undefined : lineColumnOf(text, offset)
}

function lineColumnOf(text: string, offset: number): LineColumn {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: before.length, column: before.at(-1)!.length + 1 }
}
