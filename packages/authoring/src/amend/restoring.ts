/** What a clause says, in JSON, that puts the earlier words in the place of the clause that had changed them. */
export function restoring(by: string, reads: Readonly<Record<string, string>>): string {
  return JSON.stringify({ changes: [{ replaces: [by], reads }] }).slice(1, -1)
}
