import { findLoneSurrogate } from './lone-surrogates.ts'
import { DEPTH, findFault, FORBIDDEN, OBJECTS, syntaxFault } from './json-text.ts'
import { ProblemError, type ProblemPlace } from '../problem/problem-error.ts'

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/**
 * Parses JSON, strictly: of bounded depth and size, no name twice, none that is not data, no half of a character.
 * Throws a problem with the place of the first fault.
 *
 * Almost every text is without a fault. To know that, counting is enough: where `JSON.parse` makes as many names of a
 * text as there are colons in it, none stands twice. Only where the count does not tell, a fault is searched for.
 */
export function parse(text: string): unknown {
  const value = parseCounted(text)
  const fault = findLoneSurrogate(text, value)
  if (fault) throw malformed(fault)
  return value
}

function parseCounted(text: string): unknown {
  const colons = countColons(text)
  if (colons === undefined) return parseSearched(text)
  let value: Json
  try {
    value = JSON.parse(text)
  } catch {
    return parseSearched(text)
  }
  return countNames(value) === colons ? value : parseSearched(text)
}

function parseSearched(text: string): unknown {
  const fault = findFault(text)
  if (fault) throw malformed(fault)
  try {
    return JSON.parse(text)
  } catch (error) {
    // The parser's message quotes the body around the fault: only the position may leave.
    const position = /at position (\d+)/.exec(String(error))?.[1]
    throw malformed(syntaxFault(text, position === undefined ? undefined : Number(position)))
  }
}

/**
 * The colons between names and values, in one pass. Undefined where that would not do: the text is too deep or holds
 * too much to be parsed, a string does not end, or a name is written with escapes.
 */
function countColons(text: string): number | undefined {
  let colons = 0
  let depth = 0
  let objects = 0
  let backslash = next(text, '\\', 0)
  let isEscaped = false
  for (let i = 0; i < text.length; i++)
    switch (text.charCodeAt(i)) {
      case 0x22: // "
        i = next(text, '"', i + 1)
        isEscaped = backslash < i
        for (; backslash < i; backslash = next(text, '\\', backslash + 2))
          if (backslash === i - 1) i = next(text, '"', i + 1)
        if (i === Infinity) return undefined
        break
      case 0x3a: // :
        if (isEscaped) return undefined
        colons++
        break
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > DEPTH || ++objects > OBJECTS) return undefined
        break
      case 0x5d: // ]
      case 0x7d: // }
        depth--
    }
  return colons
}

/** Where a character stands next; Infinity where it does not. */
function next(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from)
  return at < 0 ? Infinity : at
}

/** The names in a value; NaN, which equals no number, where one of them is forbidden. */
function countNames(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0
  let names = 0
  if (Array.isArray(value)) for (const item of value) names += countNames(item)
  else for (const name in value) names += FORBIDDEN.has(name) ? NaN : 1 + countNames(value[name]!)
  return names
}

function malformed(fault: ProblemPlace): ProblemError {
  return new ProblemError('malformed-json', [fault])
}
