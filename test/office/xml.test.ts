import { describe, expect, test } from 'vitest'
import { scanSheet, withoutEmptyRows } from '../../packages/office/src/xlsx/scan-sheet.ts'
import { attributeOf, forEachTag } from '../../packages/office/src/xml/for-each-tag.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** The tags of some names, as they are written. */
function tagsIn(xml: string, ...names: string[]): string[] {
  const bytes = bytesOf(xml)
  const tags: string[] = []
  forEachTag(bytes, names, ({ start, end }) => tags.push(textOf(bytes.subarray(start, end))))
  return tags
}

describe('the tags of an XML text', () => {
  test('are those of the names that are asked for, whatever their prefix', () => {
    expect(tagsIn('<row r="1"><x:c r="A1"/><col/><cs/><c><v>1</v></c></row>', 'c', 'row')).toEqual([
      '<row r="1">',
      '<x:c r="A1"/>',
      '<c>',
      '</c>',
      '</row>',
    ])
  })

  test('are not ended by a sign within quotes', () => {
    expect(tagsIn('<c r="a>b" s=\'c>d\'><v/></c>', 'c', 'v')).toEqual(['<c r="a>b" s=\'c>d\'>', '<v/>', '</c>'])
  })

  test('are not in comments, instructions and plain characters', () => {
    expect(tagsIn('<?xml <c?><!DOCTYPE c><!-- > <c> --><c/><![CDATA[ <c> ]> ]]><c />', 'c')).toEqual(['<c/>', '<c />'])
  })

  test.each(['<c', '<c r="', '<!-- <c>', '<![CDATA[', '<', 'c', ''])('end where the text does: %j', (xml) => {
    expect(tagsIn(xml, 'c').length).toBeLessThan(2)
  })
})

test('an attribute is found by its whole name, and its entities are read', () => {
  const xml = bytesOf(
    '<sheet sheetId="1" r:id="rId2" name="律所 &amp; &quot;支部&quot; &#x7532;&#20057;" state = \'hidden\'/>',
  )
  const read = (name: string) => {
    let value: string | undefined
    forEachTag(xml, ['sheet'], (tag) => (value = attributeOf(xml, tag, name)))
    return value
  }
  expect(['id', 'name', 'state', 'Id', 'hidden'].map(read)).toEqual([
    'rId2',
    '律所 & "支部" 甲乙',
    'hidden',
    undefined,
    undefined,
  ])
})

test('the empty rows after the last that holds something are cut off, and no others', () => {
  const [start, end] = [
    '<worksheet><sheetData><row r="1"/><row r="2"><c r="A2"><v>1</v></c></row>',
    '</sheetData></worksheet>',
  ]
  const part = bytesOf(`${start}<row r="3"><c r="A3" s="1"/></row><row r="4" ht="9"/>${end}`)
  expect(textOf(withoutEmptyRows(part, scanSheet(part)))).toBe(start + end)
  const blank = bytesOf('<worksheet><sheetData><row r="1"/></sheetData></worksheet>')
  expect(textOf(withoutEmptyRows(blank, scanSheet(blank)))).toBe('<worksheet><sheetData></sheetData></worksheet>')
  const none = bytesOf('<worksheet><sheetData/></worksheet>')
  expect(withoutEmptyRows(none, scanSheet(none))).toEqual(none)
})
