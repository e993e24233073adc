import { vi } from 'vitest'

/**
 * How many characters are given to regular expressions during work. How far a pattern runs back and forth over them is
 * not seen: one that does so over a million of them hangs.
 */
export function charactersSearchedBy(work: () => unknown): number {
  const search = vi.spyOn(RegExp.prototype, 'exec')
  work()
  const searched = search.mock.calls.reduce((sum, [text]) => sum + text.length, 0)
  search.mockRestore()
  return searched
}
