import type { Part } from './relations.ts'
import { inXml } from './xml.ts'

/** What a file says about itself beside its pages, by name: programs show it under “properties”, and keep it. */
export type Properties = Readonly<Record<string, string>>

export const PROPERTIES = 'docProps/custom.xml'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
/** Says that the names are those of whoever wrote the file. */
const OWN = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'
/** The format keeps the numbers before it. */
const FIRST = 2

export function propertiesPart(properties: Properties): Part {
  const items = Object.entries(properties).map(
    ([name, text], i) =>
      `<property fmtid="${OWN}" pid="${FIRST + i}" name="${inXml(name)}"><vt:lpwstr>${inXml(text)}</vt:lpwstr></property>`,
  )
  const xml = `<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${items.join('')}</Properties>`
  return { name: PROPERTIES, type: 'custom-properties', xml }
}
