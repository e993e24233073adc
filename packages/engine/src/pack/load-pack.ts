import { diagnostic, PackError, type Diagnostic } from './diagnostics.ts'
import type { Given } from '../plan/fact.ts'
import { preparationOf } from '../plan/preparation.ts'
import type { Plan, PlannedCheck, PlannedProfile, PlannedRequirement } from '../plan/plan.ts'
import { layOutRecords } from '../plan/record-layout.ts'
import { BOTH, isRead, readingOf, shownText, type Reading } from '../text/reading.ts'
import { isLanguage, type Text } from '../text/text.ts'
import type { CheckEntry } from '../schema/facts-schema.ts'
import type { Instrument, PackFile } from '../schema/pack-schema.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { DefinitionPlaces } from './places.ts'
import { DECIDING_NOTHING, packId, PackFiles, type FileKind, type FileReader, type PackSource } from './read-files.ts'
import { constraintRules } from './constraint-rules.ts'
import { resolveCases } from './resolve-cases.ts'
import { resolveBodiesOf } from './resolve-bodies-of.ts'
import type { Citable } from './resolve-citations.ts'
import { resolveCondition } from './resolve-condition.ts'
import { resolveDerived, type DerivedItem } from './resolve-derived.ts'
import { declareGiven, resolveBounds, type GivenItem } from './resolve-given.ts'
import { resolveImports } from './resolve-imports.ts'
import { dayOf, resolveParameters, resolveProfile, type ParameterItem } from './resolve-parameters.ts'
import { clausesWithNewValues } from './new-values.ts'
import { resolveChanges } from './resolve-changes.ts'
import { resolveDocuments } from './resolve-documents.ts'
import { resolveRequirement, type PackTerm } from './resolve-requirement.ts'
import { resolveScopes } from './resolve-scopes.ts'
import { resolveRegisters, resolveTables } from './resolve-tables.ts'
import { resolveText } from './resolve-text.ts'
import { Resolver, Spot } from './resolver.ts'
import { YUAN, type Currency } from '../values/currency.ts'
import { closestName } from '../errors/closest-name.ts'

/** Either a plan without faults, with the place of each of its parts, or everything that is wrong. */
export type Loaded = {
  /** The files of the pack itself, not of those it uses, as far as they could be read. */
  files: PackFiles
  diagnostics: readonly Diagnostic[]
} & ({ plan: Plan; places: DefinitionPlaces } | { plan: undefined; places: undefined })

/**
 * Reads a pack and the packs it uses, and reports everything that is wrong with them: syntax, shape, names,
 * types, cycles, gaps in time and missing sources. What may still fail when the pack is evaluated is a number that
 * passes 2^53 or a date that leaves the calendar: see `EvaluationError`.
 * Who loads many packs that share files may hand in a reader that remembers what it has read.
 */
export function loadPack(source: PackSource, limits: Partial<Limits> = {}, reader?: FileReader): Loaded {
  const loaded = readAs(source, limits, reader)
  return loaded.plan ? loaded : { ...loaded, diagnostics: reported(loaded.diagnostics, loaded.files) }
}

function readAs(source: PackSource, limits: Partial<Limits>, reader: FileReader | undefined): Loaded {
  const packs = new Map<string, PackFiles>()
  const diagnostics = readPacks(source, { ...DEFAULT_LIMITS, ...limits }, packs, reader)
  const all = [...packs.values()]
  const areResolvable =
    diagnostics.length === 0 && all.every(({ faulty }) => [...faulty].every((kind) => DISPENSABLE.has(kind)))
  diagnostics.push(...all.flatMap((pack) => pack.diagnostics))
  const files = all.at(-1)!
  const refused = { files, diagnostics, plan: undefined, places: undefined }
  if (!areResolvable) return refused
  const { languages } = files.pack!
  const reading = readingOf(files.pack!, files.language)
  const hasOthers = all.some(({ pack }) => pack!.languages.some((tag) => !isLanguage(tag)))
  if (hasOthers) for (const pack of all) pack.readIn(reading)
  const resolver = new Resolver(reading)
  const plan = resolvePacks(resolver, all, { ...DEFAULT_LIMITS, ...limits })
  diagnostics.push(...resolver.diagnostics)
  // What is wrong with the words of a language in whose place another is read, nobody would be told.
  for (const language of files.language === undefined ? languages.filter((tag) => !isRead(reading, tag)) : [])
    diagnostics.push(...notYet(diagnostics, readAs({ ...source, language }, limits, reader).diagnostics))
  return diagnostics.length > 0 || !plan
    ? refused
    : { files, plan, places: new DefinitionPlaces(resolver), diagnostics: [] }
}

/**
 * What defines no name, or only those of requirements and profiles. Without such a file the other names can still be
 * resolved, so that one misspelt key does not hide every misspelt name.
 */
const DISPENSABLE: ReadonlySet<FileKind | undefined> = new Set([
  ...DECIDING_NOTHING,
  'profile',
  'requirements',
  'cases',
])

/** Like `loadPack`; throws `PackError` with every diagnostic where something is wrong. */
export function planOf(source: PackSource, limits?: Partial<Limits>): Plan {
  const { plan, diagnostics } = loadPack(source, limits)
  if (!plan) throw new PackError(diagnostics)
  return plan
}

/** The used packs come before the pack that uses them. */
function readPacks(
  source: PackSource,
  limits: Limits,
  packs: Map<string, PackFiles>,
  reader?: FileReader,
  above: readonly string[] = [],
): Diagnostic[] {
  const files = new PackFiles(source, limits, reader)
  const supplied = new Map(files.uses.map((used) => [packId(used), used]))
  const way = [...above, files.id]
  const diagnostics: Diagnostic[] = []
  for (const [i, id] of (files.pack?.uses ?? []).entries()) {
    const used = supplied.get(id)
    const place = () => files.sources.find(({ path }) => path === 'pack.json')!.place(['uses', i])
    if (way.includes(id))
      diagnostics.push(diagnostic('reference-cycle', place(), [[...way.slice(way.indexOf(id)), id]]))
    else if (!used) diagnostics.push(diagnostic('unknown-pack', place(), [id], closestName(id, supplied.keys())))
    else if (!packs.has(id)) diagnostics.push(...readPacks(used, limits, packs, reader, way))
  }
  packs.set(files.id, files)
  return diagnostics
}

/** Those of the diagnostics found that are not known already. */
function notYet(known: readonly Diagnostic[], found: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ code, pack, file, pointer }: Diagnostic) => JSON.stringify([code, pack, file, pointer])
  const keys = new Set(known.map(key))
  return found.filter((item) => !keys.has(key(item)))
}

/** In the languages of the pack, as far as it says which. */
function reported(diagnostics: readonly Diagnostic[], { pack, language }: PackFiles): Diagnostic[] {
  const reading: Reading = pack ? readingOf(pack, language) : BOTH
  return inOrder(diagnostics).map((item) => ({ ...item, message: shownText(reading, item.message) }))
}

function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ pack, file, line, column }: Diagnostic) =>
    [pack, file, String(line ?? 0).padStart(9, '0'), String(column ?? 0).padStart(6, '0')].join('\u0000')
  return [...diagnostics].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

function resolvePacks(resolver: Resolver, packs: readonly PackFiles[], limits: Limits): Plan | undefined {
  const own = packs.at(-1)!
  const { spot: whole } = packFileOf(own)
  const { first, ...documents } = resolveDocuments(resolver, packs)
  const { references } = documents
  const citable: Citable = { ...documents, ...collectNames(resolver, packs) }
  const roles = new Map<string, Text>()
  const facts = packs.flatMap((pack) =>
    pack
      .of('facts')
      .map((item) => ({ ...item, pack: pack.id, timeZone: pack.pack!.timeZone, currency: currencyIn(pack) })),
  )
  for (const { file, content } of facts)
    for (const [role, text] of Object.entries(content.roles ?? {}))
      if (resolver.define('role', role, new Spot(file, ['roles', role]))) roles.set(role, text)

  const root = resolveScopes(
    resolver,
    facts.flatMap(({ file, content }) =>
      Object.entries(content.scopes ?? {}).map(([name, entry]) => ({
        name,
        entry,
        spot: new Spot(file, ['scopes', name]),
      })),
    ),
    whole,
  )
  if (!root) return undefined
  const given: GivenItem[] = facts.flatMap(({ file, content, pack, timeZone, currency }) =>
    Object.entries(content.given ?? {}).map(([name, entry]) => ({
      name,
      entry,
      pack,
      timeZone,
      currency,
      spot: new Spot(file, ['given', name]),
    })),
  )
  const derived: DerivedItem[] = facts.flatMap(({ file, content, pack }) =>
    Object.entries(content.derived ?? {}).map(([name, entry]) => ({
      name,
      entry,
      pack,
      spot: new Spot(file, ['derived', name]),
    })),
  )
  const parameters: ParameterItem[] = packs.flatMap((pack) =>
    pack.of('parameters').flatMap(({ file, content }) =>
      Object.entries(content.parameters).map(([name, entry]) => ({
        name,
        entry: { ...entry, values: entry.values.map((value) => references.in(pack.id, value)) },
        pack: pack.id,
        currency: currencyIn(pack),
        spot: new Spot(file, ['parameters', name]),
      })),
    ),
  )
  const entries = packs.flatMap((pack) => {
    const term = termOf(resolver, pack)
    return pack.of('requirements').flatMap(({ file, content }) =>
      content.requirements.map((entry, i) => ({
        entry: references.inRequirement(pack.id, entry),
        theme: content.theme,
        term,
        spot: new Spot(file, ['requirements', i]),
      })),
    )
  })
  for (const [what, { length }] of [
    [FACTS, [...given, ...derived]],
    [PARAMETERS, parameters],
    [REQUIREMENTS, entries],
  ] as const)
    if (length > limits.entries) resolver.report('too-many', whole, [what, limits.entries])

  reportOtherCurrencies(resolver, packs, [...given, ...parameters])
  const endings = resolveChanges(
    resolver,
    { ...documents, first },
    new Set(entries.map(({ entry }) => entry.id)),
    clausesWithNewValues(parameters.map(({ entry }) => entry)),
  )
  resolveParameters(resolver, parameters, citable)
  const givenFacts = declareGiven(resolver, given, roles)
  layOutRecords(resolver.scopes.values())
  const all = resolveDerived(resolver, derived, givenFacts)
  resolveBounds(resolver, given, givenFacts)
  const checks = facts.flatMap(({ file, content }) =>
    (content.checks ?? []).flatMap((entry, i) =>
      resolveCheck(resolver, entry, givenFacts, new Spot(file, ['checks', i])),
    ),
  )
  const profiles = new Map<string, PlannedProfile>()
  for (const pack of packs)
    for (const { file, content } of pack.of('profile')) {
      const entry = references.inProfile(pack.id, content)
      const profile = resolveProfile(resolver, entry, citable, new Spot(file, []))
      if (profile) profiles.set(content.id, profile)
    }
  const { defaultProfile } = own.pack!
  const allProfilesRead = packs.every(({ faulty }) => !faulty.has('profile'))
  if (defaultProfile !== undefined && !profiles.has(defaultProfile) && allProfilesRead)
    resolver.report(
      'unknown-profile',
      whole.at('defaultProfile'),
      [defaultProfile],
      closestName(defaultProfile, profiles.keys()),
    )
  const requirements = entries.flatMap(({ entry, theme, term, spot }): PlannedRequirement[] => {
    const requirement = resolveRequirement(resolver, { entry, theme }, term, endings.get(entry.id), citable, spot)
    return requirement ? [requirement] : []
  })
  return {
    ...citable,
    ...resolveBodiesOf(resolver, packs.map(packFileOf), citable),
    document: first,
    pack: own.pack!,
    reading: resolver.reading,
    packs: packs.map(({ pack }): PackFile => pack!),
    root,
    scopes: resolver.scopes,
    facts: all,
    parameters: resolver.parameters,
    profiles,
    roles,
    checks,
    requirements,
    cases: resolveCases(resolver, own, limits),
    imports: resolveImports(resolver, packs, roles),
    tables: resolveTables(resolver, packs),
    registers: resolveRegisters(resolver, packs, new Map(entries.map(({ entry }) => [entry.id, entry]))),
    equivalentMutants: own.of('mutants').flatMap(({ content }) => content.equivalent),
    quality: own.of('quality')[0]?.content ?? {},
    preparation: preparationOf({ facts: all, checks }, [...resolver.scopes.values()]),
    constraints: constraintRules({ facts: all, checks }),
    hoisted: resolver.hoisted,
    content: Object.fromEntries(
      packs.map((pack) => [pack.id, Object.fromEntries(pack.deciding().map(({ path, value }) => [path, value]))]),
    ),
  }
}

function packFileOf({ pack, sources }: PackFiles): { pack: PackFile; spot: Spot } {
  return {
    pack: pack!,
    spot: new Spot(
      sources.find(({ path }) => path === 'pack.json')!,
      [],
    ),
  }
}

function currencyIn({ pack }: PackFiles): Currency {
  return pack?.currency ?? YUAN
}

/** Amounts are added and compared wherever they are from, so all of them are in one currency. */
function reportOtherCurrencies(
  resolver: Resolver,
  packs: readonly PackFiles[],
  named: readonly { pack: string; entry: { type: string } }[],
): void {
  const withMoney = packs.filter(({ id }) => named.some(({ pack, entry }) => pack === id && entry.type === 'money'))
  const [first, ...others] = withMoney
  for (const pack of others) {
    const [code, other] = [currencyIn(first!).code, currencyIn(pack).code]
    if (code === other) continue
    const file = pack.sources.find(({ path }) => path === 'pack.json')!
    resolver.report('other-currency', new Spot(file, ['currency']), [other, first!.id, code])
  }
}

const FACTS: Text = { zh: '事实', en: 'facts' }
const PARAMETERS: Text = { zh: '参数', en: 'parameters' }
const REQUIREMENTS: Text = { zh: '要求', en: 'requirements' }

/** The days outside which no requirement of a pack is in force. */
function termOf(resolver: Resolver, { id, pack, sources }: PackFiles): PackTerm {
  const spot = new Spot(
    sources.find(({ path }) => path === 'pack.json')!,
    ['effective'],
  )
  const { effective } = pack!
  return {
    id,
    from: dayOf(resolver, effective?.from, -Infinity, spot.at('from')),
    to: dayOf(resolver, effective?.to, Infinity, spot.at('to')),
  }
}

function collectNames(resolver: Resolver, packs: readonly PackFiles[]): Pick<Citable, 'instruments' | 'bodies'> {
  const instruments = new Map<string, Instrument>()
  const bodies = new Map<string, Text>()
  for (const pack of packs) {
    for (const { file, content } of pack.of('instruments'))
      for (const [id, instrument] of Object.entries(content.instruments))
        if (resolver.define('instrument', id, new Spot(file, ['instruments', id]))) instruments.set(id, instrument)
    for (const { file, content } of pack.of('pack'))
      for (const [id, text] of Object.entries(content.bodies ?? {}))
        if (resolver.define('body', id, new Spot(file, ['bodies', id]))) bodies.set(id, text)
  }
  return { instruments, bodies }
}

function resolveCheck(
  resolver: Resolver,
  entry: CheckEntry,
  given: ReadonlyMap<string, Given>,
  spot: Spot,
): PlannedCheck[] {
  resolver.define('check', entry.id, spot.at('id'))
  const scope = resolver.scope(entry.scope, spot.at('scope'))
  if (!scope) return []
  const ownFact = (name: string, at: Spot) => {
    const fact = resolver.fact(name, at)
    if (!fact || (given.has(name) && fact.scope === scope)) return given.get(name)
    resolver.report('bound-not-local', at, [name])
    return undefined
  }
  const taints = entry.taints.flatMap((name, i) => {
    const below = [...given.values()].filter((fact) => fact.name.startsWith(`${name}.`) && fact.scope === scope)
    if (below.length > 0) return below
    const fact = ownFact(name, spot.at('taints', i))
    return fact ? [fact] : []
  })
  // What contradicts itself has no value that could be shown.
  const text = resolveText(resolver, entry.text, undefined, spot.at('text'))
  if ('unique' in entry) {
    const unique = ownFact(entry.unique, spot.at('unique'))
    return unique ? [{ entry, scope, text, unique, taints }] : []
  }
  const holds = resolveCondition(resolver, entry.holds, { scope, period: false, due: false }, spot.at('holds'))
  return holds ? [{ entry, scope, text, holds, taints }] : []
}
