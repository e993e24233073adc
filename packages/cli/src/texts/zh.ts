import { formatDayInChinese, parseDay, type UnknownReason } from '@tiaoli/engine/plan'
import type { ValueType } from './value-type.ts'

/** 命令行所说的一切。与 en.ts 同形。 */
export const zh = {
  brief: '条理：编写、检查、测试规则包，评价台账',
  exitCodes: [
    '退出码',
    '  0   成功，没有发现问题',
    '  1   发现问题：规则有误、案例未通过、出现 --fail-on 所列结论',
    '  2   命令行写法有误',
    '  3   文件、规则包或台账无法使用',
    '  70  程序内部错误',
  ].join('\n'),
  environment: '环境变量：LC_ALL、LC_MESSAGES、LANG 决定语言；NO_COLOR 关闭颜色。',
  example: '示例',
  commands: {
    init: '新建规则包',
    add: '向规则包添加要求、事实或参数',
    'add requirement': '添加一项要求及其所需的事实',
    'add fact': '添加一个事实',
    'add parameter': '添加一个参数，暂不取值',
    check: '检查规则包，指出每处错误的位置和改法',
    fmt: '把规则包的文件整理成统一的格式',
    test: '在两个运行时上运行规则包的案例',
    evaluate: '评价台账：适用哪条、是否符合、依据、缺什么、怎么改',
    explain: '解释要求、条款、事实、参数，或说明某条结论的理由',
    ask: '逐项询问或列出台账缺少的事实，最能定论的在先',
    calendar: '列出到期日',
    compare: '比较两个规则包，或同一规则包的两个版本：改了哪些规则，哪些结论随之改变',
    export: '把规则包转换为其他格式',
  },
  flags: {
    json: '以 JSON 输出',
    lang: '输出语言（默认取自系统区域设置）',
    watch: '文件改动后重新运行，按 Ctrl-C 结束',
    fmtCheck: '只列出需要整理的文件，不改动',
    coverage: '覆盖率：列出案例没有覆盖的状态、条件、例外、说明和参数时段',
    mutate: '变异测试：列出没有案例发现的改动',
    min: '最低百分比：coverage=95 或 mutation=90，未达到时以退出码 1 结束（不写时按规则包 quality.json 的要求）',
    compareCases: '比较两个规则包全部案例的结论',
    strict: '有提示时也以退出码 1 结束',
    zh: '中文名称，与 --en 同时给出',
    en: '英文名称，与 --zh 同时给出',
    type: '类型',
    theme: '主题，即 requirements/ 下的文件名',
    clause: '所依据的条款',
    addScope: '适用于哪种记录，如 firm',
    dutyBearer: '责任主体，见 pack.json 的 bodies',
    asOf: '评价日期，如 2019-01-01',
    profile: '参数方案',
    set: '设定参数，如 transferToleranceDays=30；null 表示没有值',
    ndjson: '读取每行一条记录的 NDJSON，逐行输出结论',
    by: '按主体或按要求分组',
    subject: '只看这一主体（代号或 JSON 指针）',
    requirement: '只看这项要求',
    scope: '只看这种记录，如 firm',
    status: '只列这种状态',
    period: '年度要求只看这一年',
    notInForce: '当日未生效的要求也列出',
    exact: '只列仍可能出现的结论，以及仍会影响结论的事项；较慢',
    failOn: '出现这种结论时以退出码 1 结束',
    records: 'NDJSON 每行是哪种记录，如 firm',
    context: 'NDJSON 记录所属的台账（JSON 文件）',
    ledger: '台账（JSON 文件，- 为标准输入）',
    limit: '最多列出几项',
    list: '只列出，不逐项询问',
    save: '把填好的台账写入此文件',
    from: '起始日，如 2019-01-01',
    to: '截止日，如 2019-12-31',
    calendarAsOf: '评价日期（默认为起始日）',
    ics: '输出 iCalendar 日历',
    output: '写入文件，不输出到终端',
    exportTo: '目标格式',
    case: '只运行这个案例',
    runtime: '只用这个运行时',
    update: '把这个案例的期望值改为实际值，并显示改动',
    reporter: '输出形式：供人阅读，或供持续集成（JUnit）',
  },
  args: {
    pack: '规则包：文件夹、./rules 中的代号，或合并文件；只有一个时可省略',
    ledger: '台账：JSON 或 NDJSON 文件，- 为标准输入',
    before: '旧规则包，如 ganzhou-2018-32@HEAD~1',
    after: '新规则包',
    name: '名称',
    explained: '要求、条款、事实或参数的代号、名称，或其中的字词',
  },
  /** Names of arguments and values in usage lines. */
  placeholders: {
    pack: '规则包',
    ledger: '台账',
    name: '名称',
    id: '代号',
    before: '旧规则包',
    after: '新规则包',
    DATE: '日期',
    ID: '代号',
    TYPE: '类型',
  } as Record<string, string>,
  help: {
    headers: { usage: '用法', aliases: '别名', commands: '命令', flags: '选项', arguments: '参数' },
    keywords: { default: '默认', separator: '分隔符' },
    help: '显示帮助',
    helpAll: '显示全部帮助',
    version: '显示版本',
    escape: '其后的内容都视为参数',
  },
  usage: {
    noCommand: (input: string, near: string) => `没有“${input}”这个命令。${near || '可用的命令见 tiaoli --help。'}`,
    noFlag: (input: string, near: string) => `没有“${input}”这个选项。${near || '可用的选项见该命令的 --help。'}`,
    notOneOf: (flag: string, values: readonly string[]) => `--${flag} 的值应为其中之一：${values.join('、')}。`,
    noValue: (flag: string) => `--${flag} 后面缺少值。请补上。`,
    flagMissing: (flag: string) =>
      `缺少 --${flag}。请补上${flag === 'as-of' ? '评价日期，如 --as-of 2019-01-01；不会默认为今天' : ''}。`,
    tooMany: (input: string) => `多出了参数“${input}”。请删去，或检查引号。`,
    missing: (name: string) => `缺少“${name}”。请补上，用法见 --help。`,
    twice: (flag: string) => `--${flag} 只能写一次。请删去多余的。`,
    notParsed: (name: string, input: string) => `“${input}”不能用作 ${name}。请按 --help 的写法改正。`,
    other: '命令行写法有误。用法见 --help。',
  },
  failures: {
    noSuchFile: (path: string) => `找不到文件 ${path}。请检查路径。`,
    isFolder: (path: string) => `${path} 是文件夹，此处需要一个文件。请指明其中的文件。`,
    fileTooLarge: (path: string, size: string, limit: string) =>
      `${path} 有 ${size} MiB，超过上限 ${limit} MiB，未读取。台账请改用 NDJSON（每行一条记录），规则包的文件请拆分。`,
    unreadable: (path: string, code: string) => `无法读取 ${path}（${code}）。请检查权限。`,
    nothingPiped: () => '“-”表示从标准输入读取，但没有输入。请用管道送入，或写出文件名。',
    cannotWrite: (path: string, code: string) => `无法写入 ${path}（${code}），原文件未变。请检查路径和权限。`,
    folderToWrite: (path: string) => `${path} 是文件夹，不能写成文件。请在其后加上文件名。`,
    packIsReadOnly: (pack: string) => `${pack} 是以前的版本或合并文件，不能改动。请指明规则包的文件夹，不带 @。`,
    notMinimum: (text: string) => `--min 应写成 coverage=95 或 mutation=90，而不是“${text}”。`,
    noPackJson: (path: string) => `${path} 中没有 pack.json，不是规则包。请指明规则包的文件夹。`,
    packIsFile: (path: string) =>
      `${path} 是文件，但不是 tiaoli export --to bundle 生成的合并文件。请指明规则包的文件夹、代号或合并文件；台账写在规则包之后。`,
    changedBundle: (path: string, why: string) => `${path}：${why}`,
    faultyBundle: (path: string, fault: string) =>
      `合并文件 ${path} 中的规则包有错误：${fault}请改正原规则包，重新生成合并文件。`,
    noSuchPack: (name: string, near: string | undefined, known: readonly string[]) => {
      const others =
        known.length > 0 ? `已有：${known.join('、')}；其他的请指明文件夹。` : '请指明文件夹，或安装 @tiaoli/rules。'
      return `找不到规则包“${name}”。${near ? `您是否想写“${near}”？` : others}`
    },
    noPackHere: () => '此处没有规则包。请指明规则包的文件夹，或用 tiaoli init 新建。',
    whichPack: (packs: readonly string[]) => `此处有 ${packs.length} 个规则包，请指明其一：${packs.join('、')}。`,
    noRepository: (path: string) => `${path} 不在 git 仓库中，无法读取以前的版本。请去掉 @ 及其后的部分。`,
    noRevision: (revision: string) => `git 中没有“${revision}”这个版本。请检查名称，如 HEAD~1。`,
    noPackInRevision: (name: string, revision: string) => `版本 ${revision} 中没有规则包“${name}”。请检查路径或版本。`,
    ledgerMissing: () => '缺少台账。请写出文件名，或用 - 表示标准输入。',
    notAssignment: (text: string) => `--set 应写成 名称=值，而不是“${text}”。`,
    notYear: (text: string) => `--period 应为 1900 至 2999 之间的年份，如 2019，而不是“${text}”。`,
    noFinding: () =>
      '没有符合所选条件的结论：这项要求不针对所选主体，当日未生效，或所选年度尚未起算。请检查所选的主体、要求、日期和年度。',
    noSuchPart: (name: string, near: string | undefined) =>
      `规则包中没有要求、条款、事实或参数“${name}”，各处文字中也没有。${near ? `您是否想写“${near}”？` : '请换一个字词。'}`,
    noSuchRequirement: (name: string, near: string | undefined) =>
      `规则包中没有要求“${name}”。${near ? `您是否想写“${near}”？` : '请查对代号。'}`,
    noCase: (name: string, near: string | undefined) =>
      `没有案例“${name}”。${near ? `您是否想写“${near}”？` : '请查对代号。'}`,
    whichScope: (scopes: readonly string[]) => `请用 --records 说明每行是哪种记录：${scopes.join('、')}。`,
    compareWhat: () => '请写出要比较的两个规则包，如 tiaoli compare ganzhou-2018-32@HEAD~1 ganzhou-2018-32。',
    nameMissing: () => '缺少名称。请写出来，用法见 --help。',
    alreadyThere: (path: string) => `${path} 已经存在，未作改动。请换一个名称。`,
    notPackName: (name: string) => `“${name}”不能作规则包的名称。请用小写字母、数字和连字符，如 my-city-2026-1。`,
    clauseMissing: () => '请用 --clause 写明这项要求出自哪一条；条款标识见文件的 clauses.json。',
    bothLanguages: () => '中文和英文名称须同时给出。请补上 --zh 或 --en。',
    cannotAdd: (name: string, why: string) => `无法添加“${name}”：${why}`,
    explainWhat: () => '请写出要解释的要求、条款、事实或参数（代号、名称或字词），或用 --ledger 指明台账。',
    asOfMissing: () => '请用 --as-of 写明评价日期，如 2019-01-01；不会默认为今天。',
  },
  option: (flag: string, sentence: string) => `${flag}：${sentence}`,
  internal: (message: string) => `程序内部错误：${message}。请连同所用命令一并反馈。`,
  standardInput: '标准输入',
  didYouMean: (name: string) => `您是否想写“${name}”？`,
  withHint: (sentence: string, name: string | undefined) =>
    name === undefined ? sentence : `${sentence}您是否想写“${name}”？`,
  watching: '正在等待文件改动，按 Ctrl-C 结束。',
  wrote: (path: string) => `已写入 ${path}。`,
  sha256: (digest: string) => `sha256 ${digest}`,
  packFaulty: (path: string, count: number) =>
    `${path} 有 ${count} 处错误，不能使用。请先改正，再用 tiaoli check 检查。`,
  recordNumber: (label: string, number: number, ids: readonly string[] | undefined) =>
    ids ? `${label} ${ids.join('、')}（第${number}条）` : `${label}第${number}条`,
  recordWithin: (titles: readonly string[]) => titles.join(' '),
  wholeLedger: (label: string) => `${label}（整个台账）`,
  check: {
    ok: (pack: string, files: number, off: number) =>
      `${pack}：${files} 个文件，没有问题${off > 0 ? `（lint.json 注明理由、略去 ${off} 处）` : ''}。`,
    hints: (path: string, count: number) => `${path}：没有错误，有 ${count} 处提示；用 --strict 时算作问题。`,
    faulty: (path: string, count: number) => `${path}：${count} 处需要改正。`,
  },
  init: {
    made: (folder: string, files: readonly string[]) =>
      `已在 ${folder} 新建规则包：${files.join('、')}。\n请把示例换成文件原文，再用 tiaoli check 和 tiaoli test 检查。`,
  },
  add: {
    done: (name: string, paths: readonly string[]) =>
      `已添加 ${name}：${paths.join('、')}。\n请补全其中的文字，再用 tiaoli check 检查。`,
  },
  fmt: {
    changed: (count: number) => (count === 0 ? '格式已统一，没有改动。' : `已整理 ${count} 个文件。`),
    wouldChange: (count: number) =>
      count === 0 ? '格式已统一。' : `${count} 个文件的格式需要整理。请运行 tiaoli fmt。`,
  },
  report: {
    basis: (asOf: string, profile: string | undefined, version: string) =>
      `评价日期：${inChinese(asOf)}${profile ? `，参数方案：${profile}` : ''}，规则版本：${version}`,
    conflict: '填报矛盾',
    summary: '合计',
    hidden: (count: number) => `另有 ${count} 条结论未列出；用 --status 或 --subject 选取。`,
  },
  finding: {
    due: (day: string) => `期限 ${inChinese(day)}`,
    late: (days: number) => `逾期 ${days} 日`,
    bearer: (bearer: string, force: string, supervisor: string | undefined) =>
      `责任主体：${bearer}（${force}）${supervisor ? `，监督主体：${supervisor}` : ''}`,
    exception: '例外',
    because: '因为',
    missing: { missing_fact: '缺少', missing_parameter: '待定', conflict: '矛盾' } satisfies Record<
      UnknownReason,
      string
    >,
    more: (count: number) => `另有 ${count} 项，见 --json`,
    figure: '数据',
    note: '说明',
    problem: '问题',
    remedy: '整改',
    laterRule: '后来的规定',
    whatIf: '推演',
    and: '；',
    colon: '：',
  },
  stream: {
    progress: '已评价',
    badLine: (line: number, column: number | undefined, sentence: string) =>
      `第 ${line} 行${column === undefined ? '' : `第 ${column} 列`}：${sentence}`,
    more: (count: number) => `另有 ${count} 行有误，未列出。`,
    moreConflicts: (count: number) => `另有 ${count} 处填报矛盾未列出，用 --ndjson 可逐条列出。`,
    read: (records: number, invalid: number) => `${records} 条记录${invalid > 0 ? `，其中 ${invalid} 条有误` : ''}。`,
    requirement: '要求',
    status: '状态',
    count: '条数',
  },
  calendar: {
    name: (pack: string) => `${pack} 到期日历`,
    every: (scope: string) => `每个${scope}`,
    whole: (scope: string) => `全${scope}`,
    subjects: (scope: string, ids: readonly string[]) => `${scope}（${ids.length}）：${ids.join('、')}`,
    nothing: (from: string, to: string) => `${from} 至 ${to} 没有到期的事项。`,
    undated: '以下要求的期限取决于未填写的事实：',
  },
  explain: {
    parameters: '所用参数',
    sources: { pack: '规则包', profile: '参数方案', request: '本次设定' },
    assumed: '假定',
    use: (label: string, id: string, value: string, origin: readonly string[]) =>
      `${label} [${id}] = ${value}（${origin.join('，')}）`,
    found: (words: string, count: number) => `${count} 处有“${words}”，用代号可看全文：`,
    kinds: { requirement: '要求', clause: '条款', fact: '事实', parameter: '参数' },
    steps: '逐步推导',
    parts: {
      inForce: '是否施行',
      applies: '是否适用',
      requires: '是否做到',
      unless: '例外',
      due: '是否到期',
      achievedOn: '是否逾期完成',
      horizon: '规划期是否已届满',
    },
    nodes: { all: '全部成立', any: '任一成立', not: '不成立' },
  },
  compare: {
    sameRules: '规则没有变化。',
    ofLedger: (path: string) => `台账 ${path}`,
    ofCases: '全部案例',
    flipped: (of: string, flipped: number, compared: number) => `${of}：${compared} 条结论，改变 ${flipped} 条`,
    absent: '没有结论',
    refused: { before: '旧规则包不接受此台账：', after: '新规则包不接受此台账：' },
  },
  ask: {
    summary: (unknown: number, open: number, shown: number) =>
      `${unknown} 条结论无法判定，缺 ${open} 项${shown < open ? `，列出其中 ${shown} 项` : ''}。`,
    decides: (settles: number, bears: number, titles: readonly string[]) =>
      `${settles > 0 ? `单凭此项可定 ${settles} 条` : '与其他项一起'}，涉及 ${bears} 条：${[...new Set(titles)].slice(0, 3).join('；')}`,
    howMany: '有几条记录？输入数目，0 表示没有',
    whichYears: (none: string | undefined) =>
      `哪些年度有记录？请列全，如 2019 2020；没有列出的年度，跨年计算时算作没有记录，列不全就不要填写${none ? `；输入 - 表示每个年度都是“${none}”` : ''}`,
    yearRecord: (year: number, none: string | undefined) =>
      `建立 ${year} 年的记录，再填其中各项${none ? `；null 表示确认“${none}”` : ''}；不知道就不要填写；其他年度不受影响`,
    yearNone: (year: number, none: string) => `确认 ${year} 年没有可填的：${none}`,
    form: (form: string, unit: string | undefined, none: string | undefined) =>
      `${form}${unit ? `，单位：${unit}` : ''}${none ? `；输入 - 表示“${none}”` : ''}`,
    types: {
      boolean: '是或否',
      integer: '整数',
      money: '整数，单位为分',
      rate: '比率，如 1%',
      date: '日期，如 2019-01-01',
      enum: '选项',
      id: '代号',
      text: '文字',
      reference: '所指记录的代号',
      share: '比例',
      number: '数',
    } satisfies Record<ValueType, string>,
    intro: (unknown: number) => `${unknown} 条结论无法判定。逐项询问，不知道的可跳过，按 Ctrl-C 或 Ctrl-D 结束。`,
    outro: (answered: number, unknown: number) => `已回答 ${answered} 项，尚有 ${unknown} 条结论无法判定。`,
    parameters: (flags: string) => `参数不属于台账。评价时请加上：${flags}`,
    settledNothing: '尚未有结论因此确定。',
    skip: '不知道，跳过',
    yes: '是',
    no: '否',
    hasRecord: (year: number) => `填写 ${year} 年的各项，其他年度不受影响`,
    notFitting: '写法不合。请按提示输入，不知道的直接按回车。',
  },
  test: {
    progress: '案例',
    ledger: '台账',
    expected: (field: string) => `期望 ${field}`,
    actual: (field: string) => `实际 ${field}`,
    summary: (passed: number, failed: number, expectations: number) =>
      `${passed} 个案例通过${failed > 0 ? `，${failed} 个未通过` : ''}（${expectations} 项期望）。`,
    coverage: '覆盖',
    mutants: '变异',
    gaps: { status: '状态', leaf: '条件', exception: '例外', note: '说明', epoch: '参数时段' },
    lacks: (what: string) => `没有案例覆盖“${what}”`,
    truths: { true: '成立', false: '不成立', unknown: '不明', shown: '显示', 'not shown': '不显示', used: '用到' },
    covered: (shown: number, all: number, percent: number) => `覆盖率 ${percent}%（${shown}/${all}）。`,
    survived: '未被发现',
    stale: (mutant: string, why: string) => `mutants.json 中的 ${mutant} 已过时（${why}）。请删去。`,
    killed: (killed: number, mutants: number, equivalent: number, score: number) =>
      `${mutants} 处变异，发现 ${killed} 处，等价 ${equivalent} 处，得分 ${score}%。`,
    withoutCase: (requirements: readonly string[]) =>
      `没有案例检验${requirements.map((id) => `“${id}”`).join('、')}。请在 cases/ 中补写。`,
    below: (score: 'coverage' | 'mutation', minimum: number, requiredBy: string) =>
      `${{ coverage: '覆盖率', mutation: '变异测试得分' }[score]}低于 ${requiredBy} 要求的 ${minimum}%。`,
    updated: (count: number) => (count === 0 ? '没有需要更新的期望值。' : `已更新 ${count} 项期望值。请核对后再提交。`),
    notUpdated: (file: string, id: string, field: string) =>
      `${file} ${id}：${field} 不能靠改期望值解决，请改案例本身。`,
  },
}

function inChinese(day: string): string {
  return formatDayInChinese(parseDay(day)!)
}
