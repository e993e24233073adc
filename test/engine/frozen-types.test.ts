import type { Calendar } from '@tiaoli/calendar'
import { compile, type EachEnd, type EachResult, type NextQuestions, type Report } from '@tiaoli/engine'
import type { TraceNode } from '@tiaoli/engine/plan'
import { expect, expectTypeOf, it } from 'vitest'
import { AS_OF, requirement, toyPack } from '../support/toy-pack.ts'

type Leaf = Extract<TraceNode, { kind: 'leaf' }>

/** A type with all that it contains read-only, but for the nodes of a trace, which contain themselves. */
type DeepReadonly<T> = T extends TraceNode
  ? T
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T

// Findings share what is frozen: whoever changes it hears of it from the compiler, not in production.
it('nothing that the engine answers can be changed, neither by its type nor when it is run', () => {
  expectTypeOf<Report<'trace', undefined>>().toEqualTypeOf<DeepReadonly<Report<'trace', undefined>>>()
  expectTypeOf<Report<'verdicts', 'zh'>>().toEqualTypeOf<DeepReadonly<Report<'verdicts', 'zh'>>>()
  expectTypeOf<Exclude<TraceNode, Leaf>>().toEqualTypeOf<Readonly<Exclude<TraceNode, Leaf>>>()
  expectTypeOf<Exclude<TraceNode, Leaf>['children']>().toEqualTypeOf<readonly TraceNode[]>()
  expectTypeOf<Omit<Leaf, 'from'>>().toEqualTypeOf<DeepReadonly<Omit<Leaf, 'from'>>>()
  expectTypeOf<EachResult>().toEqualTypeOf<DeepReadonly<EachResult>>()
  expectTypeOf<EachEnd>().toEqualTypeOf<DeepReadonly<EachEnd>>()
  expectTypeOf<NextQuestions>().toEqualTypeOf<DeepReadonly<NextQuestions>>()
  expectTypeOf<Calendar>().toEqualTypeOf<DeepReadonly<Calendar>>()
  const policy = compile(toyPack({ requirements: [requirement({ requires: { condition: 'kitchen.licensed' } })] }))
  const [finding] = policy.evaluate({ kitchens: [{ licensed: false }] }, { asOf: AS_OF }).findings
  // @ts-expect-error a reason is shared
  expect(() => (finding!.reasons[0]!.holds = true)).toThrow(TypeError)
  // @ts-expect-error so are citations
  expect(() => finding!.citations.pop()).toThrow(TypeError)
  // @ts-expect-error and who bears the duty
  expect(() => (finding!.dutyBearer.label.en = 'x')).toThrow(TypeError)
})
