/** Tells a ledger as it was opened from every other, whatever is filled into it afterwards. */
export function originOf(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return `${text.length} ${hash >>> 0}`
}
