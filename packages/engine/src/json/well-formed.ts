/** Whether a text has no surrogate without its other half. `String.isWellFormed` is younger than the browsers we run in. */
export function isWellFormed(text: string): boolean {
  // Almost no text has surrogates at all, and looking for any is much faster than looking for single ones.
  return !/[\ud800-\udfff]/.test(text) || !/\p{Surrogate}/u.test(text)
}
