import type { Texts } from './texts.ts'

/** Everything that the command line says. In the shape of zh.ts. */
export const en: Texts = {
  brief: 'Tiaoli: write, check and test rule packs, and evaluate ledgers with them',
  exitCodes: [
    'EXIT CODES',
    '  0   done, nothing found',
    '  1   found what it looks for: faults in rules, failing cases, findings that --fail-on names',
    '  2   the command line is wrong',
    '  3   a file, a pack or a ledger cannot be used',
    '  70  a fault of the program itself',
  ].join('\n'),
  environment: 'Environment: LC_ALL, LC_MESSAGES and LANG choose the language; NO_COLOR switches colours off.',
  example: 'EXAMPLE',
  commands: {
    init: 'Make a new rule pack',
    add: 'Add a requirement, a fact or a parameter to a pack',
    'add requirement': 'Add a requirement with the fact that it asks for',
    'add fact': 'Add a fact',
    'add parameter': 'Add a parameter, without a value as yet',
    check: 'Check a rule pack: where each fault is, and what to do about it',
    fmt: 'Lay the files of a pack out in the one way',
    test: 'Run the cases of a pack on both runtimes',
    evaluate: 'Evaluate a ledger: which clause applies, is it met, why, what is missing, how to remedy it',
    explain: 'Explain a requirement, a clause or a fact; or why a finding is what it is',
    ask: 'List or ask for the missing facts of a ledger, the most deciding first',
    calendar: 'List the days by which something falls due',
    compare: 'Compare two packs, or two versions of one: what changed in the rules, and which findings flip',
    export: 'Turn a pack into another form',
  },
  flags: {
    json: 'Print JSON',
    lang: 'Language of the output (default: that of the locale)',
    watch: 'Run again whenever a file changes, until Ctrl-C',
    fmtCheck: 'Only check; change no file',
    coverage: 'List the statuses, conditions, exceptions, notes and parameter values that no case shows',
    mutate: 'Change the rules in one place after the other, and list the changes that no case notices',
    min: 'Least percentage: coverage=95 or mutation=90; below it, exit with 1',
    compareCases: 'Compare the findings on the cases of both packs',
    strict: 'Hints count too: exit with 1 where there are any',
    zh: 'What it is called in Chinese; goes with --en',
    en: 'What it is called in English; goes with --zh',
    type: 'Its type',
    theme: 'Its theme: the name of the file in requirements/',
    clause: 'The clause behind it',
    addScope: 'What record it is asked of, such as firm',
    dutyBearer: 'Who bears the duty: one of the bodies in pack.json',
    asOf: 'The day as of which to evaluate, YYYY-MM-DD',
    profile: 'Named set of parameter values',
    set: 'Set a parameter, such as transferToleranceDays=30; null leaves it without a value',
    ndjson: 'One record a line; prints a line of findings for each',
    by: 'Group by subject or by requirement',
    subject: 'Only this subject (its id or JSON pointer)',
    requirement: 'Only this requirement',
    scope: 'Only records of this scope, such as firm',
    status: 'List only this status',
    period: 'Only this year of yearly duties',
    notInForce: 'Also list requirements that are not in force',
    exact: 'Leave out facts and outcomes that no filling of the blanks can make matter; slower',
    failOn: 'Exit with 1 where there is such a finding',
    records: 'What record an NDJSON line is, such as firm',
    context: 'The ledger around the records (JSON file)',
    ledger: 'Ledger (JSON file, - for standard input)',
    limit: 'List at most this many',
    list: 'List in a terminal too, do not ask',
    save: 'Write the completed ledger to this file',
    from: 'First day, YYYY-MM-DD',
    to: 'Last day, YYYY-MM-DD',
    calendarAsOf: 'The day whose knowledge counts (default: the first day)',
    ics: 'Print an iCalendar file',
    output: 'Write to this file instead of the terminal',
    exportTo: 'The form to turn it into',
    case: 'Run only this case',
    runtime: 'Use only this runtime',
    update: 'Change what this case expects to what is found, and show the changes',
    reporter: 'For people, or JUnit for continuous integration',
  },
  args: {
    pack: 'Rule pack: a folder, an id in ./rules, or a bundle; may be left out where there is only one',
    ledger: 'Ledger: a JSON or NDJSON file, - for standard input',
    before: 'The pack as it was, such as ganzhou-2018-32@HEAD~1',
    after: 'The pack as it is to be',
    name: 'What it is to be called',
    explained: 'Id of a requirement, a clause or a fact',
  },
  help: {
    headers: { usage: 'USAGE', aliases: 'ALIASES', commands: 'COMMANDS', flags: 'FLAGS', arguments: 'ARGUMENTS' },
    keywords: { default: 'default =', separator: 'separator =' },
    help: 'Print help',
    helpAll: 'Print all help',
    version: 'Print the version',
    escape: 'Everything that follows is an argument',
  },
  usage: {
    noCommand: (input, near) => `There is no command "${input}". ${near || 'tiaoli --help lists them.'}`,
    noFlag: (input, near) => `There is no flag "${input}". ${near || "The command's --help lists them."}`,
    notOneOf: (flag, values) => `--${flag} takes one of: ${values}.`,
    noValue: (flag) => `--${flag} needs a value after it.`,
    flagMissing: (flag) =>
      flag === 'as-of'
        ? '--as-of is missing. Say as of which day, as in --as-of 2019-01-01; it is never assumed to be today.'
        : `--${flag} is missing. Add it; --help shows how.`,
    tooMany: (input) => `The argument "${input}" is one too many. Remove it, or check the quotation marks.`,
    missing: (name) => `"${name}" is missing. Add it; --help shows how.`,
    twice: (flag) => `--${flag} can be given only once. Remove the others.`,
    notParsed: (name, input) => `"${input}" cannot be used for ${name}. Write it as --help shows.`,
    other: 'The command line is wrong. --help shows how to write it.',
  },
  failures: {
    noSuchFile: (path) => `There is no file ${path}. Check the path.`,
    isFolder: (path) => `${path} is a folder, but a file is needed here. Name the file in it.`,
    fileTooLarge: (path, size, limit) =>
      `${path} has ${size} MiB, more than the limit of ${limit} MiB, and was not read. Give large ledgers as NDJSON, one record a line; split a large file of a pack.`,
    unreadable: (path, code) => `${path} cannot be read (${code}). Check its permissions.`,
    nothingPiped: () => '"-" reads standard input, but nothing is piped in. Pipe something in or name a file.',
    cannotWrite: (path, code) =>
      `${path} cannot be written (${code}); it was left as it was. Check the path and its permissions.`,
    folderToWrite: (path) => `${path} is a folder and cannot be written as a file. Add a file name after it.`,
    packIsReadOnly: (pack) =>
      `${pack} is an earlier version or a bundle and cannot be changed. Name the folder of the pack, without an @.`,
    notMinimum: (text) => `--min is written coverage=95 or mutation=90, not "${text}".`,
    noPackJson: (path) => `${path} has no pack.json, so it is not a rule pack. Name the folder of one.`,
    packIsFile: (path) =>
      `${path} is a file, but no bundle made with tiaoli export --to bundle. Name the folder, the id or the bundle of a pack; a ledger goes after the pack.`,
    changedBundle: (path, why) => `${path}: ${why}`,
    faultyBundle: (path, fault) =>
      `The pack in the bundle ${path} has faults: ${fault} Correct the pack itself and make the bundle again.`,
    noSuchPack: (name, near, known) => {
      const others =
        known.length > 0
          ? `There are: ${known.join(', ')}; name any other by its folder.`
          : 'Name its folder, or install @tiaoli/rules.'
      return `There is no rule pack "${name}". ${near ? `Did you mean "${near}"?` : others}`
    },
    noPackHere: () => 'There is no rule pack here. Name the folder of one, or make one with tiaoli init.',
    whichPack: (packs) => `There are ${packs.length} rule packs here. Name one of them: ${packs.join(', ')}.`,
    noRepository: (path) =>
      `${path} is not in a git repository, so earlier versions cannot be read. Leave out the @ and what follows.`,
    noRevision: (revision) => `git knows no revision "${revision}". Check its name, such as HEAD~1.`,
    noPackInRevision: (name, revision) =>
      `There is no rule pack "${name}" in revision ${revision}. Check the path or the revision.`,
    ledgerMissing: () => 'The ledger is missing. Name its file, or - for standard input.',
    notAssignment: (text) => `--set is written name=value, not "${text}".`,
    noFinding: () =>
      'No finding matches: the requirement does not concern these subjects, or is not in force. Check subject, requirement and date.',
    noSuchPart: (name, near) =>
      `The pack has no requirement, clause or fact "${name}". ${near ? `Did you mean "${near}"?` : 'Check its id.'}`,
    noSuchRequirement: (name, near) =>
      `The pack has no requirement "${name}". ${near ? `Did you mean "${near}"?` : 'Check its id.'}`,
    noCase: (name, near) => `There is no case "${name}". ${near ? `Did you mean "${near}"?` : 'Check its id.'}`,
    whichScope: (scopes) => `Say with --records what record a line is: ${scopes.join(', ')}.`,
    compareWhat: () => 'Name the two packs to compare, as in tiaoli compare ganzhou-2018-32@HEAD~1 ganzhou-2018-32.',
    nameMissing: () => 'The name is missing. Add it; --help shows how.',
    alreadyThere: (path) => `${path} is there already and was left as it is. Choose another name.`,
    notPackName: (name) =>
      `"${name}" cannot name a pack. Use lower-case letters, digits and hyphens, such as my-city-2026-1.`,
    bothLanguages: () => 'Names come in Chinese and in English. Add --zh or --en.',
    cannotAdd: (name, why) => `"${name}" cannot be added: ${why}`,
    explainWhat: () => 'Name the requirement, clause or fact to explain, or give a ledger with --ledger.',
    asOfMissing: () => 'Say with --as-of as of which day to evaluate (YYYY-MM-DD). It is never assumed to be today.',
  },
  option: (flag, sentence) => `${flag}: ${sentence}`,
  internal: (message) => `Tiaoli itself failed: ${message}. Please report this with the command that you ran.`,
  standardInput: 'standard input',
  didYouMean: (name) => `Did you mean "${name}"?`,
  watching: 'Waiting for files to change; Ctrl-C ends it.',
  wrote: (path) => `Wrote ${path}.`,
  sha256: (digest) => `sha256 ${digest}`,
  packFaulty: (path, count) =>
    `${path} has ${count} ${count === 1 ? 'fault' : 'faults'} and cannot be used. Correct ${count === 1 ? 'it' : 'them'} first; tiaoli check shows what is left.`,
  wholeLedger: (label) => `${label} (the whole ledger)`,
  check: {
    ok: (pack, files, off) =>
      `${pack}: ${files} files, nothing wrong${off > 0 ? ` (${off} lints switched off in lint.json)` : ''}.`,
    hints: (path, count) =>
      `${path}: no faults, ${count} ${count === 1 ? 'hint' : 'hints'}; --strict counts them as faults.`,
    faulty: (path, count) => `${path}: ${count} ${count === 1 ? 'place' : 'places'} to correct.`,
  },
  init: {
    made: (folder, files) =>
      `Made a rule pack in ${folder}: ${files.join(', ')}.\nPut the words of the document in place of the examples; tiaoli check and tiaoli test tell what is left.`,
  },
  add: {
    done: (name, paths) => `Added ${name}: ${paths.join(', ')}.\nComplete its words; tiaoli check tells what is left.`,
  },
  fmt: {
    changed: (count) =>
      count === 0 ? 'All files are laid out already.' : `Laid out ${count} ${count === 1 ? 'file' : 'files'}.`,
    wouldChange: (count) =>
      count === 0
        ? 'All files are laid out.'
        : `${count} ${count === 1 ? 'file needs' : 'files need'} laying out. Run tiaoli fmt.`,
  },
  report: {
    head: (pack, version, asOf, profile) => `${pack} ${version}, as of ${asOf}${profile ? `, profile ${profile}` : ''}`,
    conflict: 'Contradiction',
    summary: 'Summary',
    hidden: (count) => `${count} more findings are not listed; choose them with --status or --subject.`,
  },
  finding: {
    due: (day) => `due ${day}`,
    late: (days) => `${days} ${days === 1 ? 'day' : 'days'} late`,
    exception: 'exception',
    because: 'because',
    missing: { missing_fact: 'missing', missing_parameter: 'undecided', conflict: 'contradiction' },
    contradicts: (sentence, label) => `${sentence} Check “${label}”.`,
    more: (count) => `${count} more, see --json`,
    figure: 'figure',
    note: 'note',
    remedy: 'remedy',
    change: 'change',
    and: '; ',
    colon: ': ',
  },
  stream: {
    progress: 'evaluated',
    badLine: (line, column, sentence) => `Line ${line}${column === undefined ? '' : `, column ${column}`}: ${sentence}`,
    more: (count) => `${count} more faulty lines are not listed.`,
    read: (records, invalid) => `${records} records${invalid > 0 ? `, ${invalid} of them faulty` : ''}.`,
    requirement: 'requirement',
    status: 'status',
    count: 'count',
  },
  calendar: {
    name: (pack) => `${pack} due dates`,
    every: (scope) => `every ${scope}`,
    nothing: (from, to) => `Nothing falls due from ${from} to ${to}.`,
    undated: (ids) => `The due dates of these depend on facts that are not given: ${ids.join(', ')}.`,
  },
  explain: {
    bearer: (bearer, force, supervisor) =>
      `Duty of: ${bearer} (${force})${supervisor ? `, supervised by ${supervisor}` : ''}`,
    parameters: 'Parameters used',
    sources: { pack: 'pack', profile: 'profile', request: 'set here' },
    assumed: 'assumed',
    steps: 'Step by step',
    parts: {
      inForce: 'is it in force',
      applies: 'does it apply',
      requires: 'is it done',
      unless: 'exception',
      due: 'is it past due',
      achievedOn: 'was it done late',
    },
    nodes: { all: 'all of', any: 'any of', not: 'not' },
  },
  compare: {
    sameRules: 'The rules are the same.',
    ofLedger: (path) => `Ledger ${path}`,
    ofCases: 'All cases',
    flipped: (of, flipped, compared) => `${of}: ${flipped} of ${compared} findings flip`,
    absent: 'no finding',
    refused: { before: 'The pack as it was refuses this ledger:', after: 'The new pack refuses this ledger:' },
  },
  ask: {
    summary: (unknown, open, shown) =>
      `${unknown} findings are unknown for want of ${open} answers${shown < open ? `, ${shown} of them listed` : ''}.`,
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
      money: 'whole number, in fen',
      rate: 'rate, such as 1%',
      date: 'date YYYY-MM-DD',
      enum: 'choice',
      id: 'id',
      text: 'text',
      reference: 'id of the record referred to',
      share: 'share',
      number: 'number',
    },
    intro: (unknown) => `${unknown} findings are unknown. Skip what you do not know; Ctrl-C or Ctrl-D ends.`,
    outro: (answered, unknown) => `Answered ${answered}; ${unknown} findings are still unknown.`,
    parameters: (flags) => `Parameters are no part of the ledger. Add to evaluate: ${flags}`,
    settledNothing: 'This settles no finding yet.',
    skip: 'not known, skip',
    yes: 'yes',
    no: 'no',
    hasRecord: (year) => `fill in the record of ${year}; other years stay as they are`,
    notFitting: 'That does not fit. Type it as shown, or just press Enter if it is not known.',
  },
  test: {
    progress: 'cases',
    expected: (field) => `expected ${field}`,
    actual: (field) => `actual ${field}`,
    summary: (passed, failed, expectations) =>
      `${passed} cases passed${failed > 0 ? `, ${failed} failed` : ''} (${expectations} expectations).`,
    coverage: 'coverage',
    mutants: 'mutants',
    gaps: { status: 'status', leaf: 'leaf', exception: 'exception', note: 'note', epoch: 'value' },
    lacks: (what) => `no case shows ${what}`,
    truths: {
      true: 'true',
      false: 'false',
      unknown: 'unknown',
      shown: 'shown',
      'not shown': 'not shown',
      used: 'used',
    },
    covered: (shown, all, percent) => `Coverage ${percent}% (${shown} of ${all}).`,
    survived: 'not noticed',
    stale: (mutant, why) => `${mutant} in mutants.json is out of date (${why}). Remove it.`,
    killed: (killed, mutants, equivalent, score) =>
      `${mutants} mutants, ${killed} noticed, ${equivalent} equivalent, score ${score}%.`,
    below: 'This is less than --min asks for.',
    updated: (count) =>
      count === 0
        ? 'No expected value has to change.'
        : `Changed ${count} expected values. Check them before you commit.`,
    notUpdated: (file, id, field) => `${file} ${id}: no other expected value mends ${field}; change the case itself.`,
  },
}
