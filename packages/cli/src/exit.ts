/** Exit codes, as `tiaoli --help` and docs/cli.md list them. */
export const EXIT = {
  ok: 0,
  /** What was looked for was found: faults, failing cases, findings named by --fail-on. */
  findings: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** A file, a pack or a ledger cannot be used. */
  input: 3,
  /** A fault of Tiaoli's own. */
  internal: 70,
} as const
