import { counted } from './counted.ts'
import type { Texts } from './texts.ts'

/** Everything that the command line says. In the shape of zh.ts. */
export const en: Texts = {
  brief: 'Tiaoli: write, check and test rule packs, and evaluate ledgers',
  exitCodes: [
    'EXIT CODES',
    '  0   success, nothing found',
    '  1   problems found: errors in rules, failing cases, findings named by --fail-on',
    '  2   invalid command line',
    '  3   a file, pack or ledger cannot be used',
    '  70  internal error',
  ].join('\n'),
  environment: 'Environment: LC_ALL, LC_MESSAGES and LANG set the language; NO_COLOR turns colours off.',
  example: 'EXAMPLE',
  commands: {
    init: 'Create a rule pack',
    add: 'Add a requirement, a fact or a parameter to a pack',
    'add requirement': 'Add a requirement and the fact that it checks',
    'add fact': 'Add a fact',
    'add parameter': 'Add a parameter without a value',
    check: 'Check a rule pack: report every error, its place and how to correct it',
    fmt: 'Format the files of a pack',
    test: 'Run the cases of a pack on both runtimes',
    evaluate: 'Evaluate a ledger: which clauses apply, whether they are met, why, what is missing, how to remedy it',
    explain: 'Explain a requirement, clause, fact or parameter, or why a finding has its status',
    ask: 'Ask for the missing facts of a ledger, the most decisive first, or list them',
    calendar: 'List due dates',
    import: 'Make a ledger of workbooks; lists what each column gives and every cell to look at',
    papers: 'Write papers to hand over: list of problems, notices, follow-up table, statistics, debriefings',
    compare: 'Compare two packs or two versions of a pack: which rules changed, which findings flip',
    amend:
      'Lay a new text beside a document of a pack: which clauses it changes, and which requirements, parameters, texts and cases rest on them',
    export: 'Export a pack to another format',
  },
  flags: {
    json: 'Print JSON',
    languages: 'Languages of the texts of the pack, the compulsory one first (default: zh and en)',
    timeZone: 'Time zone of the pack, e.g. Asia/Shanghai (default)',
    currency: 'Code of its currency, e.g. NZD (default: the yuan)',
    lang: 'Language of the output (default: from the locale, or that of the pack)',
    watch: 'Run again when a file changes, until Ctrl-C',
    fmtCheck: 'List unformatted files, change nothing',
    coverage: 'Coverage: list the statuses, conditions, exceptions, notes and parameter values that no case covers',
    mutate: 'Mutation testing: list the mutants that no case kills',
    min: 'Minimum percentage: coverage=95 or mutation=90; below it, exit with 1 (if left out, what quality.json of the pack requires)',
    compareCases: 'Compare the findings of all cases of both packs',
    amendId: 'Id of the new document, the name of its folder under documents/, e.g. notice-2027',
    amendFrom: 'First day on which the new document is in force',
    amends: 'Document that it amends (default: the one that the pack is about)',
    reading: 'Whether the new text is the whole document or a notice of changes; told from the text if left out',
    amendZh: 'Chinese title of the new document',
    amendEn: 'English title of the new document',
    amendNumber: 'Number of the new document',
    amendOutput: 'Write to this file: Word for .docx, Markdown otherwise',
    amendWrite: 'Write the draft of the new document into the pack',
    strict: 'Exit with 1 for hints as well',
    zh: 'Chinese name, together with --en',
    en: 'English name, together with --zh',
    type: 'Type',
    theme: 'Theme: name of the file in requirements/',
    clause: 'Clause that it encodes',
    addScope: 'Scope it applies to, e.g. firm',
    dutyBearer: 'Duty bearer: one of the bodies in pack.json',
    asOf: 'Evaluation date, YYYY-MM-DD',
    profile: 'Profile: a named set of parameter values',
    set: 'Set a parameter, e.g. transferToleranceDays=30; null for no value',
    ndjson: 'Read NDJSON, one record per line; print one line of findings per record',
    by: 'Group by subject or by requirement',
    subject: 'Only this subject (id or JSON pointer)',
    requirement: 'Only this requirement',
    scope: 'Only records of this scope, e.g. firm',
    status: 'Only findings with this status',
    period: 'Only this year of yearly duties',
    notInForce: 'Also list requirements that are not in force',
    exact: 'List only outcomes that can still be reached, and only facts that can still change them; slower',
    failOn: 'Exit with 1 if there is a finding with this status or severity',
    records: 'Scope of the NDJSON records, e.g. firm',
    context: 'Ledger around the NDJSON records (JSON file)',
    ledger: 'Ledger (JSON file, - for standard input)',
    limit: 'List at most this number',
    list: 'Only list the questions, in a terminal too',
    save: 'Write the completed ledger to this file',
    from: 'First day, YYYY-MM-DD',
    to: 'Last day, YYYY-MM-DD',
    calendarAsOf: 'Evaluation date (default: the first day)',
    ics: 'Print an iCalendar file',
    output: 'Write to this file instead of standard output',
    paperFolder: 'Write into this folder',
    names: 'Names of organizations (JSON file, name by id)',
    importPack: 'Rule pack: a folder, an id in ./rules, or a bundle',
    mapping: 'Mapping, by its id in imports/ of the pack (default: the one that knows most columns)',
    guess: 'Use no mapping of the pack: guess from the headings',
    on: 'Day of the ledger (default: the day in the heads of the forms)',
    ledgerOutput: 'Write the ledger to this file',
    namesOutput: 'Write the names of organizations by id to this file',
    persons: 'Write who has which id to this file; it is not for others',
    saveMapping: 'Write the mapping that was used to this file, to be corrected and put into the pack',
    exportTo: 'Format',
    case: 'Run only this case',
    runtime: 'Use only this runtime',
    update: 'Replace the expected values of this case by the actual ones, and show the changes',
    reporter: 'Output for people, or JUnit for continuous integration',
  },
  args: {
    pack: 'Rule pack: a folder, an id in ./rules, or a bundle; optional if there is only one',
    ledger: 'Ledger: a JSON or NDJSON file, - for standard input',
    kind: 'Kind of paper',
    workbook: 'Workbooks: .xlsx, .xls, .et, .ods or .csv',
    newText: 'New text, a UTF-8 text file',
    before: 'Old pack, e.g. ganzhou-2018-32@HEAD~1',
    after: 'New pack',
    name: 'Name',
    explained: 'Id, name or words of a requirement, clause, fact or parameter',
  },
  placeholders: {},
  help: {
    headers: { usage: 'USAGE', aliases: 'ALIASES', commands: 'COMMANDS', flags: 'FLAGS', arguments: 'ARGUMENTS' },
    keywords: { default: 'default =', separator: 'separator =' },
    help: 'Print help',
    helpAll: 'Print all help',
    version: 'Print the version',
    escape: 'Treat everything that follows as arguments',
  },
  usage: {
    noCommand: (input, near) => `Unknown command "${input}". ${near || 'See tiaoli --help.'}`,
    noFlag: (input, near) => `Unknown flag "${input}". ${near || "See the command's --help."}`,
    notOneOf: (flag, values) => `--${flag} must be one of: ${values.join(', ')}.`,
    noValue: (flag) => `--${flag} needs a value.`,
    flagMissing: (flag) =>
      flag === 'as-of'
        ? 'Missing --as-of. Add the evaluation date, e.g. --as-of 2019-01-01; it never defaults to today.'
        : `Missing --${flag}. See --help.`,
    tooMany: (input) => `Unexpected argument "${input}". Remove it, or check the quotation marks.`,
    missing: (name) => `Missing argument "${name}". See --help.`,
    twice: (flag) => `--${flag} can be given only once. Remove the others.`,
    notParsed: (name, input) => `Invalid value "${input}" for ${name}. See --help.`,
    other: 'Invalid command line. See --help.',
  },
  failures: {
    noSuchFile: (path) => `File not found: ${path}. Check the path.`,
    isFolder: (path) => `${path} is a folder. Name a file in it.`,
    fileTooLarge: (path, size, limit) =>
      `${path} has ${size} MiB; the limit is ${limit} MiB. Use NDJSON, one record per line, for a large ledger; split a large pack file.`,
    unreadable: (path, code) => `Cannot read ${path} (${code}). Check its permissions.`,
    nothingPiped: () => '"-" reads standard input, but nothing is piped in. Pipe in a ledger, or name a file.',
    cannotWrite: (path, code) =>
      `Cannot write ${path} (${code}); nothing was changed. Check the path and its permissions.`,
    folderToWrite: (path) => `${path} is a folder. Add a file name.`,
    packIsReadOnly: (pack) =>
      `${pack} is a git revision or a bundle and cannot be changed. Name the folder of the pack, without @.`,
    notMinimum: (text) => `Invalid --min "${text}". Write coverage=95 or mutation=90.`,
    noPackJson: (path) => `${path} has no pack.json, so it is not a rule pack. Name the folder of a pack.`,
    packIsFile: (path) =>
      `${path} is not a bundle from tiaoli export --to bundle. Name the folder, id or bundle of a pack; the ledger comes after the pack.`,
    changedBundle: (path, why) => `${path}: ${why}`,
    faultyBundle: (path, fault) =>
      `The pack in the bundle ${path} has errors: ${fault} Correct the pack and export it again.`,
    noSuchPack: (name, near, known) => {
      const others =
        known.length > 0
          ? `Known packs: ${known.join(', ')}. Name any other pack by its folder.`
          : 'Name its folder, or install @tiaoli/rules.'
      return `Rule pack not found: "${name}". ${near ? `Did you mean "${near}"?` : others}`
    },
    noPackHere: () => 'No rule pack here. Name the folder of a pack, or create one with tiaoli init.',
    whichPack: (packs) => `Found ${packs.length} rule packs here. Name one of them: ${packs.join(', ')}.`,
    noRepository: (path) =>
      `${path} is not in a git repository, so it has no revisions. Remove the @ and what follows.`,
    noRevision: (revision) => `Unknown git revision "${revision}". Check the name, e.g. HEAD~1.`,
    noPackInRevision: (name, revision) =>
      `No rule pack "${name}" in revision ${revision}. Check the path or the revision.`,
    ledgerMissing: () => 'Missing ledger. Name a file, or - for standard input.',
    notAssignment: (text) => `Invalid --set "${text}". Write name=value.`,
    notYear: (text) => `Invalid --period "${text}". Write a year from 1900 to 2999, such as 2019.`,
    noFinding: () =>
      'No finding matches: the requirement does not apply to these subjects, is not in force, or begins after the year. Check subject, requirement, date and year.',
    noSuchPart: (name, near) =>
      `The pack has no requirement, clause, fact or parameter "${name}", and no text with it. ${near ? `Did you mean "${near}"?` : 'Try another word.'}`,
    noSuchRequirement: (name, near) =>
      `The pack has no requirement "${name}". ${near ? `Did you mean "${near}"?` : 'Check its id.'}`,
    noCase: (name, near) => `The pack has no case "${name}". ${near ? `Did you mean "${near}"?` : 'Check its id.'}`,
    whichScope: (scopes) => `Name the scope of the records with --records: ${scopes.join(', ')}.`,
    amendWhat: () =>
      'Name the pack, the new text, --id and --from, e.g. tiaoli amend ganzhou-2018-32 notice.txt --id notice-2027 --from 2027-01-01.',
    notDay: (text) => `"${text}" is not a calendar date. Write YYYY-MM-DD, such as 2027-01-01.`,
    unreadableText: (path, why) => `${path}: ${why}`,
    cannotAmend: (why) => `Cannot lay the text beside the pack: ${why}`,
    whichPaper: (kinds) =>
      `Name the kind of paper: ${kinds.map(({ kind, title }) => `${kind} (${title})`).join(', ')}.`,
    whichWorkbook: () => 'Name the workbooks, e.g. tiaoli import register.xlsx --pack ganzhou-2018-32.',
    noSuchMapping: (id, known, near) =>
      `The pack has no mapping "${id}". ${near ? `Did you mean "${near}"?` : known.length > 0 ? `It has: ${known.join(', ')}.` : 'Add one to imports/.'}`,
    notNames: (path) =>
      `${path} has to be a JSON object with names by id, such as {"F001": "Smith and Partners"}. Correct it.`,
    compareWhat: () => 'Name two packs, e.g. tiaoli compare ganzhou-2018-32@HEAD~1 ganzhou-2018-32.',
    nameMissing: () => 'Missing name. See --help.',
    alreadyThere: (path) => `${path} already exists. Choose another name.`,
    notTimeZone: (zone) => `There is no time zone "${zone}". Write one of IANA, such as Pacific/Auckland.`,
    notCurrency: (code) => `There is no currency "${code}". Write its code of ISO 4217, such as NZD.`,
    notInLanguage: (tag, known) =>
      `The pack has no texts in the language "${tag}". Give --lang as one of: ${known.join(', ')}.`,
    notPackName: (name) =>
      `Invalid pack name "${name}". Use lower-case letters, digits and hyphens, e.g. my-city-2026-1.`,
    clauseMissing: () =>
      'Name the clause that the requirement encodes: --clause ID. Its id is in the clauses.json of its document.',
    cannotAdd: (name, why) => `Cannot add "${name}": ${why}`,
    explainWhat: () => 'Name a requirement, clause, fact or parameter, or give a ledger with --ledger.',
    asOfMissing: () => 'Missing --as-of. Add the evaluation date (YYYY-MM-DD); it never defaults to today.',
  },
  option: (flag, sentence) => `${flag}: ${sentence}`,
  internal: (message) => `Internal error: ${message}. Please report it with the command you ran.`,
  standardInput: 'standard input',
  didYouMean: (name) => `Did you mean "${name}"?`,
  withHint: (sentence, name) => (name === undefined ? sentence : `${sentence} Did you mean "${name}"?`),
  watching: 'Watching for changes; Ctrl-C to stop.',
  wrote: (path) => `Wrote ${path}.`,
  sha256: (digest) => `sha256 ${digest}`,
  packFaulty: (path, count) =>
    `${path} has ${counted(count, 'error')} and cannot be used. Correct ${count === 1 ? 'it' : 'them'}, then run tiaoli check.`,
  recordNumber: (label, number, ids) => (ids ? `${label} ${ids.join(', ')} (no. ${number})` : `${label} no. ${number}`),
  recordWithin: (titles) => titles.join(', '),
  wholeLedger: (label) => `${label} (the whole ledger)`,
  check: {
    ok: (pack, files, off) =>
      `${pack}: ${counted(files, 'file')}, no problems${off > 0 ? ` (${counted(off, 'lint')} suppressed in lint.json)` : ''}.`,
    hints: (path, count) => `${path}: no errors, ${counted(count, 'hint')}; --strict treats hints as errors.`,
    faulty: (path, count) => `${path}: ${counted(count, 'problem')}.`,
  },
  init: {
    made: (folder, files) =>
      `Created a rule pack in ${folder}: ${files.join(', ')}.\nReplace the examples by the text of the document, then run tiaoli check and tiaoli test.`,
  },
  add: {
    done: (name, paths) => `Added ${name}: ${paths.join(', ')}.\nComplete its texts, then run tiaoli check.`,
  },
  fmt: {
    changed: (count) => (count === 0 ? 'All files are already formatted.' : `Formatted ${counted(count, 'file')}.`),
    wouldChange: (count) =>
      count === 0
        ? 'All files are formatted.'
        : `${counted(count, 'file needs', 'files need')} formatting. Run tiaoli fmt.`,
  },
  report: {
    basis: (asOf, profile, version) => `as of ${asOf}${profile ? `, profile: ${profile}` : ''}, rules ${version}`,
    conflict: 'Contradiction',
    summary: 'Summary',
    hidden: (count) => `${counted(count, 'more finding')} not listed; select more with --status or --subject.`,
  },
  finding: {
    due: (day) => `due ${day}`,
    late: (days) => `${counted(days, 'day')} late`,
    bearer: (bearer, force, supervisor) =>
      `duty of: ${bearer} (${force})${supervisor ? `, supervised by ${supervisor}` : ''}`,
    exception: 'exception',
    because: 'because',
    missing: {
      missing_fact: 'missing',
      missing_parameter: 'undecided',
      conflict: 'contradiction',
      earlier_ledger: 'update',
    },
    more: (count) => `${count} more, see --json`,
    figure: 'figure',
    note: 'note',
    problem: 'problem',
    remedy: 'remedy',
    laterRule: 'later law',
    whatIf: 'supposed',
    and: '; ',
    colon: ': ',
  },
  stream: {
    progress: 'evaluated',
    badLine: (line, column, sentence) => `Line ${line}${column === undefined ? '' : `, column ${column}`}: ${sentence}`,
    more: (count) => `${counted(count, 'more faulty line is', 'more faulty lines are')} not listed.`,
    moreConflicts: (count) =>
      `${counted(count, 'more contradiction is', 'more contradictions are')} not listed; --ndjson lists them all.`,
    read: (records, invalid) => `${counted(records, 'record')}${invalid > 0 ? `, ${invalid} faulty` : ''}.`,
    requirement: 'requirement',
    status: 'status',
    count: 'count',
  },
  calendar: {
    name: (pack) => `${pack} due dates`,
    every: (scope) => `every ${scope}`,
    whole: (scope) => `the whole ${scope}`,
    subjects: (scope, ids) => `${scope} (${ids.length}): ${ids.join(', ')}`,
    nothing: (from, to) => `Nothing falls due from ${from} to ${to}.`,
    undated: 'The due dates of these depend on facts that are not given:',
  },
  explain: {
    parameters: 'Parameters used',
    sources: { pack: 'pack', profile: 'profile', request: 'set here' },
    assumed: 'assumed',
    use: (label, id, value, origin) => `${label} [${id}] = ${value} (${origin.join(', ')})`,
    found: (words, count) => `"${words}" occurs in ${count}; explain one by its id:`,
    kinds: { requirement: 'requirement', clause: 'clause', fact: 'fact', parameter: 'parameter' },
    steps: 'Step by step',
    parts: {
      inForce: 'in force',
      applies: 'applies',
      requires: 'requires',
      unless: 'exception',
      due: 'past due',
      achievedOn: 'done late',
      horizon: 'after the years planned for',
    },
    nodes: { all: 'all of', any: 'any of', not: 'not' },
  },
  amend: {
    drafted: (files) =>
      `Wrote a draft: ${files.join(', ')}. Look at place, force and change of each clause, then run tiaoli check.`,
  },
  compare: {
    sameRules: 'No rule changed.',
    ofLedger: (path) => `Ledger ${path}`,
    ofCases: 'All cases',
    flipped: (of, flipped, compared) => `${of}: ${flipped} of ${counted(compared, 'finding')} flipped`,
    absent: 'no finding',
    refused: { before: 'The old pack rejects this ledger:', after: 'The new pack rejects this ledger:' },
  },
  ask: {
    summary: (unknown, open, shown) =>
      `${counted(unknown, 'finding is', 'findings are')} unknown, ${counted(open, 'answer is', 'answers are')} missing${shown < open ? `; ${shown} listed` : ''}.`,
    decides: (settles, bears, titles) =>
      `${settles > 0 ? `settles ${settles} alone` : 'with others'}, bears on ${bears}: ${[...new Set(titles)].slice(0, 3).join('; ')}`,
    howMany: 'How many records are there? Type the number, 0 for none',
    whichYears: (none) =>
      `Of which years are there records? Type all of them, such as 2019 2020: where years are taken together, one that is not typed counts as without a record; leave it out if you cannot name them all${none ? `; - says of every year: "${none}"` : ''}`,
    yearRecord: (year, none) =>
      `begin a record of ${year} and fill it in${none ? `; null confirms "${none}"` : ''}; leave it out if it is not known; other years stay as they are`,
    yearNone: (year, none) => `confirm that there is nothing to fill in for ${year}: ${none}`,
    form: (form, unit, none) => `${form}${unit ? `, in ${unit}` : ''}${none ? `; - for "${none}"` : ''}`,
    types: {
      boolean: 'yes or no',
      integer: 'whole number',
      money: 'whole number',
      rate: 'rate, such as 1%',
      date: 'date YYYY-MM-DD',
      enum: 'choice',
      id: 'id',
      text: 'text',
      reference: 'id of the record referred to',
      share: 'share',
      number: 'number',
    },
    intro: (unknown) =>
      `${counted(unknown, 'finding is', 'findings are')} unknown. Skip what you do not know; Ctrl-C or Ctrl-D to stop.`,
    outro: (answered, unknown) =>
      `Answered ${answered}; ${counted(unknown, 'finding is', 'findings are')} still unknown.`,
    parameters: (flags) => `Parameters are not part of the ledger. Pass them to evaluate: ${flags}`,
    settledNothing: 'No finding settled yet.',
    skip: 'unknown, skip',
    yes: 'yes',
    no: 'no',
    hasRecord: (year) => `fill in the record of ${year}; other years stay as they are`,
    notFitting: 'Invalid. Type a value as shown, or press Enter to skip.',
  },
  import: {
    uses: { read: 'read', proposed: 'guessed', 'not-usable': 'not used' },
    proposal: (value) => `perhaps ${value}`,
    summary: (values, warnings, mapping) =>
      `${counted(values, 'value')} read from cells; ${counted(warnings, 'place')} for somebody to look at. Mapping: ${mapping}.`,
    guessed:
      'What the columns give was guessed from headings. Check each; save the mapping with --save-mapping and correct it.',
  },
  test: {
    progress: 'cases',
    ledger: 'ledger',
    expected: (field) => `expected ${field}`,
    actual: (field) => `actual ${field}`,
    summary: (passed, failed, expectations) =>
      `${counted(passed, 'case')} passed${failed > 0 ? `, ${failed} failed` : ''} (${counted(expectations, 'expectation')}).`,
    coverage: 'coverage',
    mutants: 'mutants',
    gaps: { status: 'status', leaf: 'leaf', exception: 'exception', note: 'note', epoch: 'value' },
    lacks: (what) => `no case covers ${what}`,
    truths: {
      true: 'true',
      false: 'false',
      unknown: 'unknown',
      shown: 'shown',
      'not shown': 'not shown',
      used: 'used',
    },
    covered: (shown, all, percent) => `Coverage ${percent}% (${shown} of ${all}).`,
    survived: 'survived',
    stale: (mutant, why) => `${mutant} in mutants.json is out of date (${why}). Remove it.`,
    killed: (killed, mutants, equivalent, score) =>
      `${counted(mutants, 'mutant')}, ${killed} killed, ${equivalent} equivalent, score ${score}%.`,
    withoutCase: (requirements) => `No case expects anything of ${requirements.join(', ')}. Write one in cases/.`,
    below: (score, minimum, requiredBy) =>
      `${{ coverage: 'Coverage', mutation: 'The mutation score' }[score]} is below the ${minimum}% that ${requiredBy} requires.`,
    updated: (count) =>
      count === 0
        ? 'No expected value to update.'
        : `Updated ${counted(count, 'expected value')}. Review ${count === 1 ? 'it' : 'them'} before you commit.`,
    notUpdated: (file, id, field) => `${file} ${id}: ${field} cannot be updated; change the case itself.`,
  },
}
