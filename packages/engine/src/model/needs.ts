import type { ConditionNode, Expression } from './expression.ts'

/** What an expression depends on besides the ledger. */
export interface Needs {
  period: boolean
  /** The law in force: a parameter, whose value may change with time. */
  law: boolean
}

export function needsOf(expression: Expression): Needs {
  switch (expression.kind) {
    case 'constant':
      return { period: false, law: false }
    case 'context':
      return { period: expression.name.startsWith('period.'), law: expression.name === 'at' }
    case 'parameter':
      return { period: false, law: true }
    case 'fact': {
      const { fact, route } = expression
      const here = { period: route.steps.some((step) => step.kind === 'period'), law: false }
      return fact.kind === 'given' ? here : union([here, { period: fact.usesPeriod, law: fact.varies }])
    }
    case 'when':
      return needsOfCondition(expression.condition)
    case 'aggregate':
      return union([
        ...[expression.where, expression.holds].flatMap((node) => (node ? [needsOfCondition(node)] : [])),
        ...(expression.of ? [needsOf(expression.of)] : []),
      ])
    case 'arithmetic':
      return union(expression.operands.map(needsOf))
  }
}

export function needsOfCondition(node: ConditionNode): Needs {
  switch (node.kind) {
    case 'leaf':
      return union([needsOf(node.left), ...(node.right.kind === 'list' ? [] : [needsOf(node.right)])])
    case 'not':
      return needsOfCondition(node.child)
    default:
      return union(node.children.map(needsOfCondition))
  }
}

function union(needs: readonly Needs[]): Needs {
  return { period: needs.some(({ period }) => period), law: needs.some(({ law }) => law) }
}
