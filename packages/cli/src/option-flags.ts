import type { EvaluateOptions } from '@tiaoli/engine'
import { STATUSES, type Status } from '@tiaoli/engine/names'
import { Failure } from './failure.ts'
import { required, someOf, switchOn, value, values } from './stricli-flags.ts'
import type { Texts } from './texts/texts.ts'

type Briefs = Texts['flags']

/** How an option of the engine is written on the command line. What it means is in the engine's schema. */
interface OptionFlag<Value> {
  /** The name of the flag, and of its words in the texts. */
  flag: keyof Briefs
  kind: (brief: string) => object
  /** What was written, as the engine takes it. */
  read: (written: never) => Value
}

/** A flag for every option of the engine: a new option does not compile until it has one, or `null` for none. */
export const OPTION_FLAGS = {
  asOf: { flag: 'asOf', kind: (brief: string) => required(brief, 'DATE'), read: unchanged<string> },
  profile: { flag: 'profile', kind: (brief: string) => value(brief, 'NAME'), read: unchanged<string> },
  parameters: { flag: 'set', kind: (brief: string) => values(brief, 'id=value'), read: assignments },
  requirements: {
    flag: 'requirement',
    kind: (brief: string) => values(brief, 'ID'),
    read: unchanged<readonly string[]>,
  },
  subjects: { flag: 'subject', kind: (brief: string) => values(brief, 'ID'), read: unchanged<readonly string[]> },
  scopes: { flag: 'scope', kind: (brief: string) => values(brief, 'SCOPE'), read: unchanged<readonly string[]> },
  statuses: { flag: 'status', kind: (brief: string) => someOf(brief, STATUSES), read: unchanged<readonly Status[]> },
  periods: {
    flag: 'period',
    kind: (brief: string) => values(brief, 'YEAR'),
    read: (years: readonly string[]) => years.map(yearOf),
  },
  notInForce: { flag: 'notInForce', kind: switchOn, read: unchanged<boolean> },
  exact: { flag: 'exact', kind: switchOn, read: unchanged<boolean> },
  // What is printed decides how much of a finding is needed.
  detail: null,
  // --lang is that of what is printed; JSON is in both.
  language: null,
  // A terminal scrolls, and a program reads on.
  maxFindings: null,
  maxDecisions: null,
} satisfies { [Option in keyof EvaluateOptions]-?: OptionFlag<EvaluateOptions[Option]> | null }

type Table = typeof OPTION_FLAGS
type FlaggedOption = { [Option in keyof Table]: Table[Option] extends null ? never : Option }[keyof Table]
type FlagName<Option extends FlaggedOption> = Table[Option]['flag']

/** The options of every command that asks something of a ledger: what, and of which records. */
export const LEDGER_OPTIONS = ['profile', 'parameters', 'requirements', 'subjects', 'scopes'] as const
export type LedgerOption = (typeof LEDGER_OPTIONS)[number]

/** The flags of some options as Stricli takes them. */
export function optionFlags<const Option extends FlaggedOption>(briefs: Briefs, ...options: readonly Option[]) {
  const flags = options.map((option) => {
    const { flag, kind } = OPTION_FLAGS[option]
    return [flag, kind(briefs[flag])] as const
  })
  return Object.fromEntries(flags) as { [O in Option as FlagName<O>]: ReturnType<Table[O]['kind']> }
}

/** What Stricli reads of the flags of options. */
export type OptionFlags<Option extends FlaggedOption = FlaggedOption> = {
  [O in Option as FlagName<O>]?: Parameters<Table[O]['read']>[0]
}

/** The engine's options for the flags that were given. */
export function optionsOf<Flags extends OptionFlags>(flags: Flags) {
  const given = Object.entries(OPTION_FLAGS).flatMap(([option, row]) => {
    const written = row ? flags[row.flag] : undefined
    return row && written !== undefined ? [[option, row.read(written as never)] as const] : []
  })
  return Object.fromEntries(given) as Pick<EvaluateOptions, Exclude<FlaggedOption, 'asOf'>> & {
    [Name in 'asOf' & keyof Flags]: Flags[Name]
  }
}

function unchanged<T>(written: T): T {
  return written
}

/** Whether a number can be a year is for the engine to say. */
function yearOf(text: string): number {
  if (!/^\d+$/.test(text)) throw new Failure('periodInvalid', [text])
  return Number(text)
}

function assignments(texts: readonly string[]): NonNullable<EvaluateOptions['parameters']> {
  return Object.fromEntries(texts.map(assignment))
}

/** `id=value`: a number, true, false, null or a quoted text as JSON has them; anything else is a text. */
function assignment(text: string): [string, string | number | boolean | null] {
  const equals = text.indexOf('=')
  if (equals < 1) throw new Failure('parameterInvalid', [text])
  const literal = text.slice(equals + 1)
  const isJson = /^(?:-?\d+|true|false|null|"[^"\\]*")$/.test(literal)
  return [text.slice(0, equals), isJson ? (JSON.parse(literal) as string | number | boolean | null) : literal]
}
