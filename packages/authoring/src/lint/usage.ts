import { everythingIn, nodesOf, shownBy, type TextTemplate, type Fact, type Node, type Plan } from '@tiaoli/engine/plan'

/** What the requirements, checks, forms and registers of a pack depend on, directly or through derived facts. */
export interface Usage {
  facts: ReadonlySet<Fact>
  /** `parameters.<id>` */
  parameters: ReadonlySet<string>
}

export function usageOf(plan: Plan): Usage {
  const facts = new Set<Fact>()
  const parameters = new Set<string>()
  let roots: Node[] = [
    ...plan.requirements.flatMap((requirement) =>
      [...nodesOf(requirement), ...shownBy(requirement), requirement.firstPeriod ?? []].flat(),
    ),
    ...plan.checks.flatMap(({ text }) => shownIn(text)),
    ...[...plan.parameters.values()].flatMap(({ question }) => (question ? shownIn(question) : [])),
    ...plan.checks.flatMap((check) => ('holds' in check ? [check.holds] : [])),
    ...plan.tables.flatMap(({ rows }) =>
      rows.flatMap(({ counted }) => [counted?.where ?? [], counted?.sum ?? []].flat()),
    ),
  ]
  let named: Fact[] = [
    ...plan.checks.flatMap((check) => ('unique' in check ? [check.unique] : []) as Fact[]),
    ...plan.registers.flatMap(({ duties }) => duties.flatMap(({ shows }) => shows)),
  ]
  while (roots.length > 0 || named.length > 0) {
    for (const node of everythingIn(roots)) {
      if (node.kind === 'parameter') parameters.add(node.parameter.name)
      else named.push(...factsOf(node))
    }
    const added = [...new Set(named)].filter((fact) => !facts.has(fact))
    for (const fact of added) facts.add(fact)
    named = []
    roots = added.flatMap(boundsOf)
  }
  return { facts, parameters }
}

function shownIn({ placeholders }: TextTemplate): Node[] {
  return placeholders.map(({ expression }) => expression)
}

/** The facts that one node needs to be read: itself and the references on the way to it. */
function factsOf(node: Node): Fact[] {
  if (node.kind === 'fact')
    return [node.fact, ...node.route.steps.flatMap((step) => (step.kind === 'reference' ? [step.by] : []))]
  return node.kind === 'aggregate' && node.by ? [node.by] : []
}

/** A bound is knowledge about its fact, made of other facts. */
function boundsOf(fact: Fact): Node[] {
  return fact.kind === 'given' ? [fact.min, fact.max, fact.equals].filter((bound) => bound !== undefined) : []
}
