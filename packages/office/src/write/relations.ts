import { propertiesPart, PROPERTIES, type Properties } from './properties.ts'
import { XML_HEAD } from './xml.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** A part of an office file. */
export interface Part {
  readonly name: string
  /** What it is, after `application/vnd.openxmlformats-officedocument.`. */
  readonly type: string
  readonly xml: string
}

/** How one part names another: an id, the last word of the kind of relation, and the other’s place. */
export type Relation = readonly [id: string, kind: string, target: string]

export function relations(list: readonly Relation[]): string {
  const items = list.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  )
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`
}

export function contentTypes(parts: readonly Part[]): string {
  const items = parts.map(
    ({ name, type }) =>
      `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  )
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${items.join('')}</Types>`
}

/** The parts with what every office file has beside them: their types, and which of them is the document. */
export function officeFile(
  parts: readonly Part[],
  document: string,
  properties: Properties = {},
): Record<string, string> {
  const isEmpty = Object.keys(properties).length === 0
  const all = isEmpty ? parts : [...parts, propertiesPart(properties)]
  return {
    '[Content_Types].xml': contentTypes(all),
    '_rels/.rels': relations([
      ['rId1', 'officeDocument', document],
      ...(isEmpty ? [] : [['rId2', 'custom-properties', PROPERTIES] as const]),
    ]),
    ...Object.fromEntries(all.map(({ name, xml }) => [name, `${XML_HEAD}${xml}`])),
  }
}
