import { factOf, parameterOf } from '../formula/operand-expressions.ts'
import { diagnostic, type Diagnostic, type DiagnosticCode } from './diagnostics.ts'
import type { ConditionNode, FactExpression, ParameterExpression } from '../plan/expression.ts'
import type { Fact, ValueType } from '../plan/fact.ts'
import type { PlannedParameter } from '../plan/plan.ts'
import { findRoute, type Route } from '../plan/route.ts'
import type { Scope } from '../plan/scope.ts'
import type { Path } from '../json/pointer.ts'
import type { Reading } from '../text/reading.ts'
import type { SourceFile } from './source-file.ts'
import { closestName } from '../errors/closest-name.ts'

/** Where the parts of a file are written. */
export type Places = Pick<SourceFile, 'pack' | 'path' | 'place'>

/** A place in a file that resolution can point at. Few are ever pointed at, so each only knows the steps from the last. */
export class Spot {
  readonly file: Places
  readonly #steps: Path
  readonly #above: Spot | undefined
  /** How many steps it is from the top of the file. */
  readonly depth: number

  constructor(file: Places, steps: Path, above?: Spot) {
    this.file = file
    this.#steps = steps
    this.#above = above
    this.depth = steps.length + (above?.depth ?? 0)
  }

  at(...steps: (string | number)[]): Spot {
    return new Spot(this.file, steps, this)
  }

  get path(): Path {
    return [...(this.#above?.path ?? []), ...this.#steps]
  }

  /** For messages: where something else is defined. */
  toString(): string {
    const { pack, file, pointer, line } = this.file.place(this.path)
    return `${pack}/${file}${line === undefined ? pointer : `:${line}`}`
  }
}

/** Where a condition or formula is, and so what it may name. */
export interface Setting {
  scope: Scope
  /** There is a period. */
  period: boolean
  /** There is a due date. */
  due: boolean
  /** Only given facts of the same record: the bounds of a given fact. */
  local?: boolean
}

type Arguments<C extends DiagnosticCode> = Parameters<typeof diagnostic<C>>[2]

const SUGGESTIONS = 200

/** What is known so far while names are being resolved, and everything found wrong on the way. */
export class Resolver {
  /** The languages in which the packs are read. */
  readonly reading: Reading
  readonly diagnostics: Diagnostic[] = []
  readonly scopes = new Map<string, Scope>()
  readonly parameters = new Map<string, PlannedParameter>()
  /** The place of each condition that an author wrote. */
  readonly conditions = new Map<ConditionNode, Spot>()
  /** Where each name is defined, by kind and name. */
  readonly #defined = new Map<string, Spot>()
  readonly #routes = new Map<Scope, Map<Scope, ReturnType<typeof findRoute>>>()
  readonly #facts = new Map<Route, Map<Fact, FactExpression>>()
  readonly #parameters = new Map<PlannedParameter, ParameterExpression>()
  /** How many places in a context are taken: see `Plan.hoisted`. */
  hoisted = 0
  /** Resolves a fact named at a spot, and with it, if it is derived, what its formula names. */
  factNamed: (name: string, spot: Spot) => Fact | undefined = () => undefined
  factNames: () => Iterable<string> = () => []

  constructor(reading: Reading) {
    this.reading = reading
  }

  report<C extends DiagnosticCode>(code: C, spot: Spot, args: Arguments<C>, suggestion?: string): void {
    this.diagnostics.push(diagnostic(code, spot.file.place(spot.path), args, suggestion))
  }

  /** Registers a name; false, with a diagnostic, where it is taken. */
  define(kind: string, name: string, spot: Spot): boolean {
    const key = `${kind} ${name}`
    const before = this.#defined.get(key)
    if (before) {
      this.report('duplicate-id', spot, [name, String(before)])
      return false
    }
    this.#defined.set(key, spot)
    return true
  }

  /** Where a name is defined; throws for one that is not. */
  definition(kind: string, name: string): Spot {
    const spot = this.#defined.get(`${kind} ${name}`)
    if (!spot) throw new TypeError(`no ${kind} is called ${name}`)
    return spot
  }

  /** Whether a name is defined somewhere, even if its definition has faults of its own, already reported. */
  #isDefined(kind: string, name: string): boolean {
    return this.#defined.has(`${kind} ${name}`)
  }

  scope(name: string, spot: Spot): Scope | undefined {
    const scope = this.scopes.get(name)
    if (!scope && !this.#isDefined('scope', name))
      this.report('unknown-scope', spot, [name], closestName(name, this.scopes.keys()))
    return scope
  }

  /** `others` are names that may be used instead, for the suggestion. */
  fact(name: string, spot: Spot, others: readonly string[] = []): Fact | undefined {
    const fact = this.factNamed(name, spot)
    if (!fact && !this.#isDefined('fact', name)) {
      const isParameter = this.parameters.has(name)
      const meant = isParameter ? `parameters.${name}` : this.#nearest(name, [...this.factNames(), ...others])
      this.report('unknown-fact', spot, [name], meant)
    }
    return fact
  }

  parameter(name: string, spot: Spot): PlannedParameter | undefined {
    const parameter = this.parameters.get(name)
    if (!parameter) this.report('unknown-parameter', spot, [name], this.#nearest(name, this.parameters.keys()))
    return parameter
  }

  /** Every suggestion looks through all names; a pack with very many faults must not take for ever. */
  #nearest(name: string, known: Iterable<string>): string | undefined {
    return this.diagnostics.length < SUGGESTIONS ? closestName(name, known) : undefined
  }

  /** The way to a scope, or undefined with a diagnostic. */
  route(to: Scope, { scope: from, period }: Setting, spot: Spot): Route | undefined {
    let routes = this.#routes.get(from)
    if (!routes) this.#routes.set(from, (routes = new Map()))
    let route = routes.get(to)
    if (!route) routes.set(to, (route = findRoute(from, to)))
    if (route === 'none') this.report('not-visible', spot, [to.name, from.name])
    else if (route === 'ambiguous') this.report('ambiguous-route', spot, [to.name, from.name])
    else if (!period && route.steps.some((step) => step.kind === 'period'))
      this.report('outside-period', spot, [to.name])
    else return route
    return undefined
  }

  /** One expression for all who name a fact along the same way: whatever is kept for it, they share. */
  factAlong(route: Route, fact: Fact): FactExpression {
    let along = this.#facts.get(route)
    if (!along) this.#facts.set(route, (along = new Map()))
    let expression = along.get(fact)
    if (!expression) along.set(fact, (expression = factOf(fact, route)))
    return expression
  }

  /** The same for a parameter. */
  parameterNamed(parameter: PlannedParameter): ParameterExpression {
    let expression = this.#parameters.get(parameter)
    if (!expression) this.#parameters.set(parameter, (expression = parameterOf(parameter)))
    return expression
  }
}

/** How a type is called in messages. */
export const TYPE_NAMES: Record<ValueType, string> = {
  boolean: '布尔 boolean',
  integer: '整数 integer',
  money: '金额 money',
  rate: '比率 rate',
  date: '日期 date',
  enum: '枚举 enum',
  id: '标识 id',
  text: '文本 text',
  reference: '引用 reference',
  share: '占比 share',
  number: '数字 number',
}

const NUMBERS: ReadonlySet<ValueType> = new Set(['integer', 'money', 'number'])
const NAMES: ReadonlySet<ValueType> = new Set(['id', 'reference'])

/** Whether values of two types can be compared or combined. */
export function compatible(a: ValueType, b: ValueType): boolean {
  if (a === b) return a !== 'share'
  if (a === 'number' || b === 'number') return NUMBERS.has(a) && NUMBERS.has(b)
  return NAMES.has(a) && NAMES.has(b)
}

export function isOrdered(type: ValueType): boolean {
  return type === 'rate' || type === 'date' || NUMBERS.has(type)
}
