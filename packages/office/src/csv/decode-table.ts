declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string }

/** How many bytes show whether every second one is zero. */
const BEGINNING = 512

/** The text of a table, without its byte order mark: UTF-16 by its mark or its zeros, then UTF-8, then GB 18030, which contains GBK. */
export function decodeTable(bytes: Uint8Array): string | undefined {
  for (const label of [utf16(bytes), 'utf-8', 'gb18030'])
    if (label !== undefined)
      try {
        return new TextDecoder(label, { fatal: true }).decode(bytes)
      } catch {
        // Not in this one.
      }
  return undefined
}

function utf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (const [i, byte] of bytes.subarray(0, BEGINNING).entries()) if (byte === 0) zeros[i % 2]! += 1
  // Commas and digits of UTF-16 have a zero each; no text in another encoding has any.
  if (zeros[0] === 0 && zeros[1] === 0) return undefined
  return zeros[0]! > zeros[1]! ? 'utf-16be' : 'utf-16le'
}
