import {
  buildCommand,
  buildRouteMap,
  numberParser,
  type Command,
  type CommandBuilderArguments,
  type RouteMap,
} from '@stricli/core'
import type { AddDocumentFlags, AddFactFlags, AddParameterFlags, AddRequirementFlags } from './commands/add.ts'
import type { InitFlags } from './commands/init.ts'
import type { AskFlags } from './commands/ask.ts'
import type { CalendarFlags } from './commands/calendar.ts'
import type { AmendFlags } from './commands/amend.ts'
import type { CompareFlags } from './commands/compare.ts'
import type { CheckFlags } from './commands/check.ts'
import type { EvaluateFlags } from './commands/evaluate.ts'
import type { ExplainFlags } from './commands/explain.ts'
import type { ExportFlags } from './commands/export.ts'
import type { FmtFlags } from './commands/fmt.ts'
import type { ImportFlags } from './commands/import.ts'
import type { PapersFlags } from './commands/papers.ts'
import type { ProgressFlags } from './commands/progress.ts'
import type { TemplateFlags } from './commands/template.ts'
import type { TestFlags } from './commands/test.ts'
import type { VerifyFlags } from './commands/verify.ts'
import type { Context } from './context.ts'
import { languageTag, languageTags, oneOf, required, someOf, switchOn, value, values } from './stricli-flags.ts'
import { RUNTIMES } from '@tiaoli/engine/names'
import { EXPORT_FORMATS, FACT_TYPES, FAIL_ON, PARAMETER_TYPES, READINGS } from './flag-choices.ts'
import { optionFlags, LEDGER_OPTIONS } from './option-flags.ts'
import type { Texts } from './texts/texts.ts'

/** The flags of every command. `lang` is also read before parsing, so that parse errors are in that language too. */
interface CommonFlags {
  json?: boolean
  lang?: string
}

type Run<F, A extends readonly unknown[]> = (context: Context, flags: F, ...args: A) => Promise<void>

/** Loads a command when it runs, and reports its errors. */
function loaderOf<F, A extends readonly unknown[]>(importCommand: () => Promise<Run<F, A>>) {
  return async () =>
    async function (this: Context, flags: F, ...args: A): Promise<void> {
      try {
        const run = await importCommand()
        await run(this, flags, ...args)
      } catch (error) {
        const { reportError: tell } = await import('./report-error.ts')
        await tell(this, error)
      }
    }
}

type Flags<F> = Readonly<Partial<Record<keyof F, unknown>>>
type CommandParts<F extends Flags<F>, A extends readonly unknown[]> = CommandBuilderArguments<F, A, Context> & {
  docs: { customUsage: readonly [string] }
}

/**
 * A command with the same usage line in the list of commands as in its own help. Stricli's line would omit arguments
 * that are optional to Stricli, such as the ledger, which may be the first or the second argument.
 */
function command<F extends Flags<F>, A extends readonly unknown[]>(parts: CommandParts<F, A>): Command<Context> {
  const [usage] = parts.docs.customUsage
  return {
    ...buildCommand<F, A, Context>(parts),
    formatUsageLine: ({ prefix }) => [...prefix, usage].join(' '),
  }
}

/** Every command: its name, its flags and arguments, and its module. */
export function commandDefinitions(texts: Texts): Record<string, Command<Context> | RouteMap<Context>> {
  const { flags: briefs, args, commands, placeholders } = texts

  const common = { json: switchOn(briefs.json), lang: languageTag(briefs.lang) }

  const argument = (brief: string, placeholder: string) =>
    ({ brief, placeholder: placeholders[placeholder] ?? placeholder, parse: String, optional: true }) as const
  const pack = argument(args.pack, 'pack')
  const packOnly = { kind: 'tuple', parameters: [pack] } as const
  const packAndLedger = { kind: 'tuple', parameters: [pack, argument(args.ledger, 'ledger')] } as const
  const docs = (name: keyof Texts['commands'], usage: string, ...examples: string[]) => ({
    brief: commands[name],
    // Flags and choices are words of the command line in every language.
    customUsage: [usage.replaceAll(/(?<![-\w])[A-Za-z]+(?![-\w])/g, (word) => placeholders[word] ?? word)] as const,
    fullDescription: `${commands[name]}\n\n${texts.example}\n${examples.map((line) => `  tiaoli ${name} ${line}`).join('\n')}`,
  })

  const labels = { zh: value(briefs.zh, 'TEXT'), en: value(briefs.en, 'TEXT') }
  const typed = <T extends string>(choices: readonly T[]) =>
    ({ kind: 'enum', values: choices, brief: briefs.type }) as const
  const nameAndPack = { kind: 'tuple', parameters: [argument(args.name, 'name'), pack] } as const
  const add = buildRouteMap({
    routes: {
      requirement: command<AddRequirementFlags & CommonFlags, [string?, string?]>({
        loader: loaderOf(async () => (await import('./commands/add.ts')).addRequirementCommand),
        parameters: {
          flags: {
            ...common,
            ...labels,
            theme: value(briefs.theme, 'THEME'),
            clause: value(briefs.clause, 'ID'),
            scope: value(briefs.addScope, 'SCOPE'),
            dutyBearer: value(briefs.dutyBearer, 'ID'),
          },
          positional: nameAndPack,
        },
        docs: docs(
          'add requirement',
          '<name> [pack] --clause ID',
          'yearly-report my-city --clause a2 --theme reporting',
        ),
      }),
      document: command<AddDocumentFlags & CommonFlags, [string?, string?]>({
        loader: loaderOf(async () => (await import('./commands/add.ts')).addDocumentCommand),
        parameters: {
          flags: {
            ...common,
            ...labels,
            number: value(briefs.amendNumber, 'TEXT'),
            issuedOn: value(briefs.issuedOn, 'DATE'),
            from: value(briefs.amendFrom, 'DATE'),
            ends: values(briefs.ends, 'ID'),
            replaces: values(briefs.replaces, 'ID'),
            continues: values(briefs.continues, 'ID'),
            prolongs: value(briefs.prolongs, 'ID'),
            to: value(briefs.prolongedTo, 'DATE'),
          },
          positional: nameAndPack,
        },
        docs: docs(
          'add document',
          '<name> [pack] --from DATE',
          'notice-2027 my-city --from 2027-01-01 --number 司通〔2027〕1号 --replaces a1',
        ),
      }),
      fact: command<AddFactFlags & CommonFlags, [string?, string?]>({
        loader: loaderOf(async () => (await import('./commands/add.ts')).addFactCommand),
        parameters: { flags: { ...common, ...labels, type: typed(FACT_TYPES) }, positional: nameAndPack },
        docs: docs(
          'add fact',
          '<name> [pack] --type TYPE',
          'firm.lawyers my-city --type integer --zh 律师人数 --en "number of lawyers"',
        ),
      }),
      parameter: command<AddParameterFlags & CommonFlags, [string?, string?]>({
        loader: loaderOf(async () => (await import('./commands/add.ts')).addParameterCommand),
        parameters: { flags: { ...common, ...labels, type: typed(PARAMETER_TYPES) }, positional: nameAndPack },
        docs: docs('add parameter', '<name> [pack] --type TYPE', 'largeFirmLawyers my-city --type integer'),
      }),
    },
    docs: { brief: commands.add },
  })

  return {
    init: command<InitFlags & CommonFlags, [string?]>({
      loader: loaderOf(async () => (await import('./commands/init.ts')).init),
      parameters: {
        flags: {
          ...common,
          languages: languageTags(briefs.languages),
          timeZone: value(briefs.timeZone, 'ZONE'),
          currency: value(briefs.currency, 'CODE'),
        },
        positional: { kind: 'tuple', parameters: [argument(args.name, 'name')] },
      },
      docs: docs(
        'init',
        '<name>',
        'my-city-2026-1',
        'my-city-2026-1 --languages zh',
        'my-town-2026 --languages en --time-zone Pacific/Auckland --currency NZD',
      ),
    }),
    add,
    check: command<CheckFlags & CommonFlags, [string?]>({
      loader: loaderOf(async () => (await import('./commands/check.ts')).check),
      parameters: {
        flags: { ...common, strict: switchOn(briefs.strict), watch: switchOn(briefs.watch) },
        positional: packOnly,
      },
      docs: docs('check', '[pack]', 'ganzhou-2018-32', 'rules/my-city --watch'),
    }),
    fmt: command<FmtFlags & CommonFlags, [string?]>({
      loader: loaderOf(async () => (await import('./commands/fmt.ts')).fmt),
      parameters: { flags: { ...common, check: switchOn(briefs.fmtCheck) }, positional: packOnly },
      docs: docs('fmt', '[pack]', 'ganzhou-2018-32', 'ganzhou-2018-32 --check'),
    }),
    test: command<TestFlags & CommonFlags, [string?]>({
      loader: loaderOf(async () => (await import('./commands/test.ts')).test),
      parameters: {
        flags: {
          ...common,
          case: values(briefs.case, 'ID'),
          runtime: oneOf(briefs.runtime, RUNTIMES),
          update: values(briefs.update, 'ID'),
          coverage: switchOn(briefs.coverage),
          mutate: switchOn(briefs.mutate),
          min: values(briefs.min, 'N'),
          watch: switchOn(briefs.watch),
          reporter: oneOf(briefs.reporter, ['people', 'junit'] as const),
          output: value(briefs.output, 'FILE'),
        },
        positional: packOnly,
      },
      docs: docs(
        'test',
        '[pack]',
        'ganzhou-2018-32',
        'ganzhou-2018-32 --coverage --min 95',
        'ganzhou-2018-32 --reporter junit --output junit.xml',
      ),
    }),
    evaluate: command<EvaluateFlags & CommonFlags, [string?, string?]>({
      loader: loaderOf(async () => (await import('./commands/evaluate.ts')).evaluate),
      parameters: {
        flags: {
          ...common,
          ...optionFlags(briefs, 'asOf', ...LEDGER_OPTIONS, 'statuses', 'periods', 'notInForce', 'exact'),
          by: oneOf(briefs.by, ['subject', 'requirement'] as const),
          failOn: someOf(briefs.failOn, FAIL_ON),
          ndjson: switchOn(briefs.ndjson),
          records: value(briefs.records, 'SCOPE'),
          context: value(briefs.context, 'FILE'),
        },
        positional: packAndLedger,
      },
      docs: docs(
        'evaluate',
        '[pack] <ledger> --as-of DATE',
        'ganzhou-2018-32 ledger.json --as-of 2019-01-01 --fail-on violation',
        'ganzhou-2018-32 firms.ndjson --as-of 2019-01-01 --records firm --ndjson',
      ),
    }),
    explain: command<ExplainFlags & CommonFlags, [string?, string?]>({
      loader: loaderOf(async () => (await import('./commands/explain.ts')).explain),
      parameters: {
        flags: {
          ...common,
          ...optionFlags(briefs, ...LEDGER_OPTIONS, 'periods'),
          asOf: value(briefs.asOf, 'DATE'),
          ledger: value(briefs.ledger, 'FILE'),
        },
        positional: { kind: 'tuple', parameters: [pack, argument(args.explained, 'id')] },
      },
      docs: docs(
        'explain',
        '[pack] [id]',
        'ganzhou-2018-32 one-shoulder',
        'ganzhou-2018-32 one-shoulder --ledger ledger.json --subject F036 --as-of 2019-01-01',
      ),
    }),
    ask: command<AskFlags & CommonFlags, [string?, string?]>({
      loader: loaderOf(async () => (await import('./commands/ask.ts')).ask),
      parameters: {
        flags: {
          ...common,
          ...optionFlags(briefs, 'asOf', ...LEDGER_OPTIONS, 'periods'),
          limit: { kind: 'parsed', parse: numberParser, brief: briefs.limit, placeholder: 'N', optional: true },
          list: switchOn(briefs.list),
          save: value(briefs.save, 'FILE'),
        },
        positional: packAndLedger,
      },
      docs: docs(
        'ask',
        '[pack] <ledger> --as-of DATE',
        'ganzhou-2018-32 ledger.json --as-of 2019-01-01 --save filled.json',
      ),
    }),
    calendar: command<CalendarFlags & CommonFlags, [string?]>({
      loader: loaderOf(async () => (await import('./commands/calendar.ts')).calendar),
      parameters: {
        flags: {
          ...common,
          ...optionFlags(briefs, ...LEDGER_OPTIONS),
          from: required(briefs.from, 'DATE'),
          to: required(briefs.to, 'DATE'),
          asOf: value(briefs.calendarAsOf, 'DATE'),
          ledger: value(briefs.ledger, 'FILE'),
          ics: switchOn(briefs.ics),
          output: value(briefs.output, 'FILE'),
        },
        positional: packOnly,
      },
      docs: docs(
        'calendar',
        '[pack] --from DATE --to DATE',
        'ganzhou-2018-32 --from 2019-01-01 --to 2019-12-31 --ics --output due.ics',
      ),
    }),
    import: command<ImportFlags & CommonFlags, string[]>({
      loader: loaderOf(async () => (await import('./commands/import.ts')).importCommand),
      parameters: {
        flags: {
          ...common,
          pack: value(briefs.importPack, 'PACK'),
          mapping: value(briefs.mapping, 'ID'),
          guess: switchOn(briefs.guess),
          on: value(briefs.on, 'DATE'),
          ledger: value(briefs.earlierLedger, 'FILE'),
          knownNames: value(briefs.knownNames, 'FILE'),
          output: value(briefs.ledgerOutput, 'FILE'),
          names: value(briefs.namesOutput, 'FILE'),
          persons: value(briefs.persons, 'FILE'),
          saveMapping: value(briefs.saveMapping, 'FILE'),
        },
        aliases: { o: 'output' },
        positional: {
          kind: 'array',
          parameter: { brief: args.workbook, placeholder: placeholders['workbook'] ?? 'workbook', parse: String },
        },
      },
      docs: docs(
        'import',
        '<workbook>... [--pack PACK] [--output FILE]',
        'register.xlsx --pack ganzhou-2018-32 -o ledger.json --names names.json',
        'register.xlsx --pack ganzhou-2018-32 --ledger last-quarter.json --known-names names.json -o ledger.json',
        'register.xlsx roster.csv --pack ganzhou-2018-32 --guess --save-mapping mapping.json',
      ),
    }),
    template: command<TemplateFlags & CommonFlags, [string?]>({
      loader: loaderOf(async () => (await import('./commands/template.ts')).template),
      parameters: {
        flags: {
          ...common,
          ledger: value(briefs.ledger, 'FILE'),
          missing: switchOn(briefs.templateMissing),
          asOf: value(briefs.asOf, 'DATE'),
          read: value(briefs.templateRead, 'FILE'),
          output: value(briefs.templateOutput, 'FILE'),
        },
        aliases: { o: 'output' },
        positional: packOnly,
      },
      docs: docs(
        'template',
        '[pack] --output FILE',
        'ganzhou-2018-32 --ledger ledger.json --missing --as-of 2019-01-01 --output template.xlsx',
        'ganzhou-2018-32 --read template.xlsx --ledger ledger.json --output filled.json',
      ),
    }),
    papers: command<PapersFlags & CommonFlags, [string?, string?, string?]>({
      loader: loaderOf(async () => (await import('./commands/papers.ts')).papers),
      parameters: {
        flags: {
          ...common,
          ...optionFlags(briefs, 'asOf', ...LEDGER_OPTIONS, 'periods'),
          output: required(briefs.paperFolder, 'DIR'),
          names: value(briefs.names, 'FILE'),
          template: value(briefs.noticeTemplate, 'FILE'),
        },
        aliases: { o: 'output' },
        positional: { kind: 'tuple', parameters: [argument(args.kind, 'kind'), pack, argument(args.ledger, 'ledger')] },
      },
      docs: docs(
        'papers',
        '<kind> [pack] <ledger> --as-of DATE --output DIR',
        'problems ganzhou-2018-32 ledger.json --as-of 2019-01-01 --output papers',
        'notices ganzhou-2018-32 ledger.json --as-of 2019-01-01 --subject F027 --names names.json -o papers',
        'notices ganzhou-2018-32 ledger.json --as-of 2019-01-01 --template letter.docx -o papers',
      ),
    }),
    progress: command<ProgressFlags & CommonFlags, [string?]>({
      loader: loaderOf(async () => (await import('./commands/progress.ts')).progress),
      parameters: {
        flags: { ...common },
        positional: { kind: 'tuple', parameters: [argument(args.table, 'table')] },
      },
      docs: docs('progress', '<table>', 'table.xlsx', 'table.xlsx --json'),
    }),
    verify: command<VerifyFlags & CommonFlags, [string?]>({
      loader: loaderOf(async () => (await import('./commands/verify.ts')).verify),
      parameters: {
        flags: {
          ...common,
          keys: required(briefs.keys, 'FILE'),
          ledger: value(briefs.sentLedger, 'FILE'),
          rules: value(briefs.answeredBy, 'PACK'),
        },
        positional: { kind: 'tuple', parameters: [argument(args.answer, 'answer')] },
      },
      docs: docs(
        'verify',
        '<answer> --keys FILE',
        'answer.json --keys keys.json',
        'answer.json --keys keys.json --ledger ledger.json --rules ganzhou-2018-32',
      ),
    }),
    compare: command<CompareFlags & CommonFlags, [string?, string?]>({
      loader: loaderOf(async () => (await import('./commands/compare.ts')).compare),
      parameters: {
        flags: {
          ...common,
          ...optionFlags(briefs, ...LEDGER_OPTIONS, 'periods'),
          ledger: value(briefs.ledger, 'FILE'),
          asOf: value(briefs.asOf, 'DATE'),
          cases: switchOn(briefs.compareCases),
        },
        positional: { kind: 'tuple', parameters: [argument(args.before, 'before'), argument(args.after, 'after')] },
      },
      docs: docs(
        'compare',
        '<before> <after>',
        'ganzhou-2018-32@HEAD~1 ganzhou-2018-32 --cases',
        'ganzhou-2018-32 rules/my-draft --ledger ledger.json --as-of 2019-01-01',
      ),
    }),
    amend: command<AmendFlags & CommonFlags, [string?, string?]>({
      loader: loaderOf(async () => (await import('./commands/amend.ts')).amend),
      parameters: {
        flags: {
          ...common,
          ...optionFlags(briefs, ...LEDGER_OPTIONS, 'periods'),
          id: value(briefs.amendId, 'ID'),
          from: value(briefs.amendFrom, 'DATE'),
          amends: value(briefs.amends, 'ID'),
          reading: oneOf(briefs.reading, READINGS),
          zh: value(briefs.amendZh, 'TEXT'),
          en: value(briefs.amendEn, 'TEXT'),
          number: value(briefs.amendNumber, 'TEXT'),
          ledger: value(briefs.ledger, 'FILE'),
          asOf: value(briefs.asOf, 'DATE'),
          output: value(briefs.amendOutput, 'FILE'),
          write: switchOn(briefs.amendWrite),
        },
        positional: { kind: 'tuple', parameters: [pack, argument(args.newText, 'text')] },
      },
      docs: docs(
        'amend',
        '<pack> <text>',
        'ganzhou-2018-32 notice.txt --id notice-2027 --from 2027-01-01',
        'ganzhou-2018-32 notice.txt --id notice-2027 --from 2027-01-01 --ledger ledger.json --as-of 2027-06-30 --output dossier.docx',
      ),
    }),
    export: command<ExportFlags & CommonFlags, [string?]>({
      loader: loaderOf(async () => (await import('./commands/export.ts')).exportPack),
      parameters: {
        flags: {
          ...common,
          to: { kind: 'enum', values: EXPORT_FORMATS, brief: briefs.exportTo },
          output: value(briefs.output, 'FILE'),
        },
        positional: packOnly,
      },
      docs: docs(
        'export',
        `[pack] --to ${EXPORT_FORMATS.join('|')}`,
        'ganzhou-2018-32 --to json-schema --output ledger.schema.json',
      ),
    }),
  }
}
