/** Exit codes, as `tiaoli --help` and docs/cli.md list them. */
export const EXIT = {
  ok: 0,
  /** The command found what it looks for: errors, failing cases, findings named by --fail-on. */
  findings: 1,
  /** The command line is wrong. */
  usage: 2,
  /** A file, a pack or a ledger cannot be used. */
  input: 3,
  /** An error in Tiaoli itself. */
  internal: 70,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
