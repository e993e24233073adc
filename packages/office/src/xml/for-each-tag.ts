import { unescaped } from './unescaped.ts'

/** A tag of an XML text in bytes. */
export interface Tag<Name extends string = string> {
  /** Without its prefix. */
  readonly name: Name
  readonly isClosing: boolean
  readonly isSelfClosing: boolean
  /** Where it begins, at `<`, and where what follows it begins. */
  readonly start: number
  readonly end: number
}

const [LESS, GREATER, SLASH, COLON, BANG, QUESTION] = [0x3c, 0x3e, 0x2f, 0x3a, 0x21, 0x3f]
const [QUOTE, APOSTROPHE, EQUALS, SPACE] = [0x22, 0x27, 0x3d, 0x20]

/**
 * Calls a function with every tag of some names in an XML text whose bytes below 128 are ASCII; comments and instructions
 * are passed over. A sheet has millions of tags: no text is made of those that are not asked for, and no byte is looked at
 * again and again.
 */
export function forEachTag<Name extends string>(
  bytes: Uint8Array,
  names: readonly Name[],
  visit: (tag: Tag<Name>) => void,
): void {
  const asked = names.map((name) => ({ name, bytes: bytesOf(name) }))
  for (let start = bytes.indexOf(LESS); start >= 0;) {
    const first = bytes[start + 1]
    if (first === BANG || first === QUESTION) {
      start = bytes.indexOf(LESS, endOfAside(bytes, start))
      continue
    }
    const isClosing = first === SLASH
    const end = endOfTag(bytes, start)
    const from = afterPrefix(bytes, isClosing ? start + 2 : start + 1, end)
    for (const { name, bytes: wanted } of asked)
      if (isNamed(bytes, from, wanted)) visit({ name, isClosing, isSelfClosing: bytes[end - 2] === SLASH, start, end })
    start = bytes.indexOf(LESS, end)
  }
}

/** What a tag says of an attribute, whatever its prefix. */
export function attributeOf(bytes: Uint8Array, { start, end }: Tag, name: string): string | undefined {
  const wanted = bytesOf(name)
  let quote = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    if (quote !== 0) quote = byte === quote ? 0 : quote
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte
    else if (byte <= SPACE && bytes[at + 1]! > SPACE) {
      const from = afterPrefix(bytes, at + 1, end)
      if (isNamed(bytes, from, wanted)) return valueAfter(bytes, from + wanted.length, end)
    }
  }
  return undefined
}

/** The text from one byte to another, without tags between them. */
export function textBetween(bytes: Uint8Array, start: number, end: number): string {
  return unescaped(UTF8.decode(bytes.subarray(start, end)))
}

/** Part of every platform that the packages run on, but not of the language. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string }

const UTF8 = new TextDecoder('utf-8')
/** A longer value is decoded at once, a shorter one character by character. */
const SHORT = 16

function bytesOf(name: string): number[] {
  return Array.from(name, (letter) => letter.charCodeAt(0))
}

function isNamed(bytes: Uint8Array, from: number, name: readonly number[]): boolean {
  for (let i = 0; i < name.length; i++) if (bytes[from + i] !== name[i]) return false
  const next = bytes[from + name.length]!
  return next <= SPACE || next === EQUALS || next === SLASH || next === GREATER
}

/** Where a name begins, behind a prefix if it has one. */
function afterPrefix(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    if (byte === COLON) return at + 1
    if (byte <= SPACE || byte === EQUALS || byte === SLASH || byte === GREATER) break
  }
  return start
}

function valueAfter(bytes: Uint8Array, from: number, end: number): string | undefined {
  let at = from
  while (at < end && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++
  const close = bytes.indexOf(bytes[at]!, at + 1)
  if (at >= end || close < 0 || close >= end) return undefined
  if (close - at > SHORT) return textBetween(bytes, at + 1, close)
  let text = ''
  for (let i = at + 1; i < close; i++) {
    if (bytes[i]! >= 0x80) return textBetween(bytes, at + 1, close)
    text += String.fromCharCode(bytes[i]!)
  }
  return unescaped(text)
}

/** A `>` within quotes ends no tag. */
function endOfTag(bytes: Uint8Array, start: number): number {
  let quote = 0
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (quote !== 0) quote = byte === quote ? 0 : quote
    else if (byte === GREATER) return at + 1
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte
  }
  return bytes.length
}

/** After a comment, a section of plain characters, a declaration or an instruction. */
function endOfAside(bytes: Uint8Array, start: number): number {
  const beginning = String.fromCharCode(...bytes.subarray(start, start + 9))
  if (beginning.startsWith('<!--')) return after(bytes, '-->', start + 4)
  if (beginning === '<![CDATA[') return after(bytes, ']]>', start + 9)
  return after(bytes, '>', start)
}

function after(bytes: Uint8Array, text: string, from: number): number {
  const wanted = bytesOf(text)
  for (let at = bytes.indexOf(wanted[0]!, from); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at + text.length
  return bytes.length
}
