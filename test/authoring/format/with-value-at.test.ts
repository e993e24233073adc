import { withValueAt } from '@tiaoli/authoring'
import { expect, it } from 'vitest'

const LINES = '{\r\n  "a": [1,  2],\r\n  "b": {}\r\n}\r\n'

it.each<[what: string, text: string, path: (string | number)[], value: unknown, expected: string]>([
  ['replaces a value', LINES, ['a', 1], 'x', '{\r\n  "a": [1,  "x"],\r\n  "b": {}\r\n}\r\n'],
  ['appends to a list', LINES, ['a', 2], { c: 3 }, '{\r\n  "a": [1,  2,  { "c": 3 }],\r\n  "b": {}\r\n}\r\n'],
  ['begins a list', '[ ]', [0], null, '[null ]'],
  ['adds a key on a line of its own', LINES, ['c'], true, '{\r\n  "a": [1,  2],\r\n  "b": {},\r\n  "c": true\r\n}\r\n'],
  ['puts in what is missing on the way', '{"b": {}}', ['b', 'c', 'd'], [], '{"b": {"c": { "d": [] }}}'],
  ['puts in a list on the way', '{}', ['a', 0, 'b'], 1, '{"a": [{ "b": 1 }]}'],
  ['takes the first away', '[1, 2]', [0], undefined, '[2]'],
  ['takes the last away', LINES, ['b'], undefined, '{\r\n  "a": [1,  2]\r\n}\r\n'],
  ['takes the only one away', '{"a": 1 }', ['a'], undefined, '{ }'],
  ['takes nothing away where nothing is', '{"a": 1}', ['b', 'c'], undefined, '{"a": 1}'],
  ['knows keys with escapes', String.raw`{"\u0061": 1}`, ['a'], 2, String.raw`{"\u0061": 2}`],
])('%s', (_, text, path, value, expected) => {
  expect(withValueAt(text, path, value)).toBe(expected)
  expect(() => JSON.parse(expected) as unknown).not.toThrow()
})
