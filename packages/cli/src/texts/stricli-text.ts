import {
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en,
  type ApplicationText,
} from '@stricli/core'
import { kebab } from '../kebab.ts'
import { textsIn, type Texts } from './texts.ts'

export interface GivenFlags {
  /** Errors are for programs. */
  json: boolean
  /** Whether the command line has a flag. */
  isGiven: (flag: string) => boolean
}

/** What is wrong with the command line: where, in both languages, and the names that were perhaps meant. */
interface UsageError {
  code: string
  flag?: string
  say: (texts: Texts, near: string) => string
  corrections?: readonly string[]
}

/** What Stricli says of the command line, in our words. */
export function stricliText(texts: Texts, given: GivenFlags): ApplicationText {
  const { help } = texts
  // One line each: several things can be wrong with one command line.
  const shown = (error: UsageError) => (given.json ? JSON.stringify({ error: jsonOf(error) }) : lineOf(texts, error))
  return {
    ...text_en,
    headers: help.headers,
    keywords: help.keywords,
    briefs: { help: help.help, helpAll: help.helpAll, version: help.version, argumentEscapeSequence: help.escape },
    noCommandRegisteredForInput: ({ input, corrections }) =>
      shown({
        code: 'unknown-command',
        say: ({ usage }, near) => usage.noCommand(input, near),
        corrections: corrections.map((name) => name.replaceAll('`', '')),
      }),
    exceptionWhileParsingArguments: (error) =>
      error instanceof ArgumentScannerError
        ? sentenceOf(error, given, shown)
        : shown({ code: 'command-line-invalid', say: ({ usage }) => usage.other }),
  }
}

function sentenceOf(
  error: ArgumentScannerError,
  { isGiven }: GivenFlags,
  shown: (error: UsageError) => string,
): string {
  const unknownFlag = (flag: string, corrections: readonly string[] = []) =>
    shown({ code: 'unknown-flag', flag, say: ({ usage }, near) => usage.noFlag(flag, near), corrections })
  return formatMessageForArgumentScannerError(error, {
    FlagNotFoundError: ({ input, corrections }) =>
      unknownFlag(`--${input}`, [...new Set(corrections.map((name) => `--${kebab(name)}`))]),
    AliasNotFoundError: ({ input }) => unknownFlag(`-${input}`),
    InvalidNegatedFlagSyntaxError: ({ externalFlagName }) => unknownFlag(externalFlagName),
    EnumValidationError: ({ externalFlagName: flag, values }) =>
      shown({ code: 'unknown-value', flag: `--${flag}`, say: ({ usage }) => usage.notOneOf(flag, values) }),
    UnsatisfiedFlagError: ({ externalFlagName: flag }) =>
      isGiven(flag)
        ? shown({ code: 'value-missing', flag: `--${flag}`, say: ({ usage }) => usage.noValue(flag) })
        : shown({ code: `${flag}-missing`, flag: `--${flag}`, say: (texts) => missingText(texts, flag) }),
    UnexpectedPositionalError: ({ input }) =>
      shown({ code: 'unexpected-argument', say: ({ usage }) => usage.tooMany(input) }),
    UnsatisfiedPositionalError: ({ placeholder }) =>
      shown({ code: 'argument-missing', say: ({ usage }) => usage.missing(placeholder) }),
    UnexpectedFlagError: ({ externalFlagName: flag }) =>
      shown({ code: 'flag-repeated', flag: `--${flag}`, say: ({ usage }) => usage.twice(flag) }),
    ArgumentParseError: ({ externalFlagNameOrPlaceholder: name, input }) =>
      name === 'lang'
        ? shown({ code: 'unknown-language', flag: '--lang', say: ({ usage }) => usage.notLanguage(input) })
        : shown({
            code: 'value-invalid',
            ...(isGiven(name) ? { flag: `--${name}` } : {}),
            say: ({ usage }) => usage.notParsed(name, input),
          }),
  })
}

/** Some commands need a day only with a ledger, and miss it in the same words. */
function missingText({ usage, failures }: Texts, flag: string): string {
  return flag === 'as-of' ? failures.asOfMissing() : usage.flagMissing(flag)
}

function lineOf(texts: Texts, { say, corrections = [] }: UsageError): string {
  return say(texts, corrections.length === 0 ? '' : texts.didYouMean(corrections.join(' / ')))
}

function jsonOf({ code, flag, say, corrections = [] }: UsageError) {
  const [suggestion] = corrections
  return {
    code,
    ...(flag === undefined ? {} : { flag }),
    message: { zh: say(textsIn('zh'), ''), en: say(textsIn('en'), '') },
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}
