import { attributeOf, forEachTag } from '../xml/for-each-tag.ts'

/** A sheet as the workbook lists it. */
export interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  /** The part with its cells, and its name; undefined if it is a chart, which has none. */
  readonly cells: { readonly path: string; readonly part: Uint8Array } | undefined
  /** The part with its pictures, shapes and text boxes. */
  readonly drawing: { readonly path: string; readonly part: Uint8Array } | undefined
}

interface Relationship {
  readonly type: string
  readonly path: string
}

type Parts = ReadonlyMap<string, Uint8Array>

/** The sheets of an .xlsx file in their order; undefined where the parts do not lead to every one of them. */
export function sheetParts(parts: Parts): SheetPart[] | undefined {
  const root = [...relationshipsOf('', parts).values()].find(({ type }) => type === 'officeDocument')
  const found = root && partAt(parts, root.path)
  if (!found) return undefined
  const { path, part: workbook } = found
  const relationships = relationshipsOf(path, parts)
  const sheets: (SheetPart | undefined)[] = []
  forEachTag(workbook, ['sheet'], (tag) => {
    if (tag.isClosing) return
    const name = attributeOf(workbook, tag, 'name')
    const relationship = relationships.get(attributeOf(workbook, tag, 'id') ?? '')
    const hidden = (attributeOf(workbook, tag, 'state') ?? 'visible') !== 'visible'
    const cells = relationship && partAt(parts, relationship.path)
    if (name === undefined || !relationship) sheets.push(undefined)
    else if (relationship.type !== 'worksheet') sheets.push({ name, hidden, cells: undefined, drawing: undefined })
    else sheets.push(cells && { name, hidden, cells, drawing: drawingOf(cells.path, parts) })
  })
  const whole = sheets.filter((sheet) => sheet !== undefined)
  return whole.length === sheets.length && whole.length > 0 ? whole : undefined
}

function drawingOf(path: string, parts: Parts): SheetPart['drawing'] {
  const found = [...relationshipsOf(path, parts).values()].find(({ type }) => type === 'drawing')
  return found && partAt(parts, found.path)
}

/** What a part refers to, by id. The last word of a type says what it is in every version of the standard. */
function relationshipsOf(path: string, parts: Parts): Map<string, Relationship> {
  const [folder, name] = [path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1)]
  const bytes = partAt(parts, `${folder}_rels/${name}.rels`)?.part
  const relationships = new Map<string, Relationship>()
  if (bytes)
    forEachTag(bytes, ['Relationship'], (tag) => {
      const [id, type, target] = ['Id', 'Type', 'Target'].map((attribute) => attributeOf(bytes, tag, attribute))
      if (id === undefined || type === undefined || target === undefined) return
      relationships.set(id, {
        type: type.slice(type.lastIndexOf('/') + 1),
        path: target.startsWith('/') ? target.slice(1) : withoutDots(folder + target),
      })
    })
  return relationships
}

function withoutDots(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  return steps.join('/')
}

/** A part with its name as the file writes it: capitals and small letters are the same. */
function partAt(parts: Parts, path: string): SheetPart['cells'] {
  const exact = parts.get(path)
  if (exact) return { path, part: exact }
  const [name, part] = [...parts].find(([other]) => other.toLowerCase() === path.toLowerCase()) ?? []
  return name === undefined || !part ? undefined : { path: name, part }
}
