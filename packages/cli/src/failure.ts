import type { Text } from '@tiaoli/engine'
import type { Context } from './context.ts'
import { CliError } from './cli-error.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { kebab } from './kebab.ts'
import { textsIn, type Texts } from './texts/texts.ts'

type Sentences = Texts['failures']
export type FailureCode = keyof Sentences

/** Where on the command line it is wrong, and with which code the process exits. */
interface FailureKind {
  readonly exit: ExitCode
  readonly flag?: `--${string}`
  readonly argument?: keyof Texts['args']
}

const { usage, input } = EXIT

/** Called as the same mistake is over HTTP, where it can be made there too: `unknownPack` is `unknown-pack`. */
const KINDS: Readonly<Record<FailureCode, FailureKind>> = {
  whichAnswer: { exit: usage, argument: 'answer' },
  notKeys: { exit: input, flag: '--keys' },
  linkOutside: { exit: input, argument: 'pack' },
  noSuchFile: { exit: input },
  isFolder: { exit: input },
  fileTooLarge: { exit: input },
  inputTooLarge: { exit: input },
  unreadable: { exit: input },
  nothingPiped: { exit: input },
  cannotWrite: { exit: input },
  folderToWrite: { exit: input },
  sameOutput: { exit: usage },
  overInput: { exit: usage },
  packIsReadOnly: { exit: input, argument: 'pack' },
  scoreInvalid: { exit: usage, flag: '--min' },
  noPackJson: { exit: input, argument: 'pack' },
  packIsFile: { exit: input, argument: 'pack' },
  changedBundle: { exit: input, argument: 'pack' },
  faultyBundle: { exit: input, argument: 'pack' },
  unknownPack: { exit: input, argument: 'pack' },
  packMissing: { exit: usage, argument: 'pack' },
  whichPack: { exit: usage, argument: 'pack' },
  noRepository: { exit: input, argument: 'pack' },
  unknownRevision: { exit: input, argument: 'pack' },
  noPackInRevision: { exit: input, argument: 'pack' },
  ledgerMissing: { exit: usage, argument: 'ledger' },
  parameterInvalid: { exit: usage, flag: '--set' },
  periodInvalid: { exit: usage, flag: '--period' },
  noFinding: { exit: input },
  unknownDefinition: { exit: usage, argument: 'explained' },
  unknownRequirement: { exit: usage, argument: 'explained' },
  unknownCase: { exit: usage, flag: '--case' },
  scopeMissing: { exit: usage, flag: '--records' },
  amendWhat: { exit: usage },
  dayInvalid: { exit: usage },
  whichWorkbook: { exit: usage },
  unknownMapping: { exit: input, flag: '--mapping' },
  unreadableText: { exit: input, argument: 'newText' },
  cannotAmend: { exit: usage },
  paperOption: { exit: usage },
  templateOfNotices: { exit: usage, flag: '--template' },
  unusableTemplate: { exit: input, flag: '--template' },
  unknownPaper: { exit: usage, argument: 'kind' },
  whichTable: { exit: usage, argument: 'table' },
  templateOutput: { exit: usage, flag: '--output' },
  unreadableTemplate: { exit: input, flag: '--read' },
  isTemplate: { exit: usage },
  missingLedger: { exit: usage, flag: '--ledger' },
  notNames: { exit: input },
  compareWhat: { exit: usage },
  nameMissing: { exit: usage, argument: 'name' },
  alreadyThere: { exit: input, argument: 'name' },
  unknownTimeZone: { exit: usage, flag: '--time-zone' },
  unknownCurrency: { exit: usage, flag: '--currency' },
  unknownLanguage: { exit: usage, flag: '--lang' },
  packNameInvalid: { exit: usage, argument: 'name' },
  clauseMissing: { exit: usage, flag: '--clause' },
  cannotAdd: { exit: usage },
  explainWhat: { exit: usage, argument: 'explained' },
  asOfMissing: { exit: usage, flag: '--as-of' },
}

/** An error that the user can correct: one sentence says what is wrong and what to do. */
export class Failure<C extends FailureCode = FailureCode> extends CliError {
  override readonly name = 'Failure'
  override readonly exit: ExitCode
  readonly #code: C
  readonly #args: Parameters<Sentences[C]>
  readonly #suggestion: string | undefined

  /** `suggestion` is the closest known name. */
  constructor(code: C, args: Parameters<Sentences[C]>, suggestion?: string) {
    super(code)
    this.exit = KINDS[code].exit
    this.#code = code
    this.#args = args
    this.#suggestion = suggestion
  }

  /** The closest name takes the place of other advice. */
  lines({ texts }: Context): string[] {
    const near = this.#suggestion === undefined ? [] : [texts.didYouMean(this.#suggestion)]
    return [this.#sentence(texts, ...near)]
  }

  json() {
    const { exit: _, ...place } = KINDS[this.#code]
    const message: Text = { zh: this.#sentence(textsIn('zh')), en: this.#sentence(textsIn('en')) }
    const suggestion = this.#suggestion === undefined ? {} : { suggestion: this.#suggestion }
    return { code: kebab(this.#code), ...place, message, ...suggestion }
  }

  #sentence({ failures }: Texts, ...near: readonly string[]): string {
    const sentence = failures[this.#code] as (...args: readonly unknown[]) => string
    return sentence(...this.#args, ...near)
  }
}
