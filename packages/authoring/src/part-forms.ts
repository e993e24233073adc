import type { PartName } from '@tiaoli/engine/plan'

/**
 * How each part of a requirement is written: as a condition or formula under its own name, or in another way. Typed, so
 * that a part that the decision table gains is not missed.
 */
export const PART_FORMS = {
  inForce: 'other',
  applies: 'condition',
  requires: 'condition',
  achievedOn: 'formula',
  unless: 'other',
  due: 'formula',
  horizon: 'other',
  at: 'formula',
} as const satisfies Record<PartName | 'at', 'condition' | 'formula' | 'other'>

type PartForm = (typeof PART_FORMS)[keyof typeof PART_FORMS]

export type PartOf<Form extends PartForm> = {
  [Part in keyof typeof PART_FORMS]: (typeof PART_FORMS)[Part] extends Form ? Part : never
}[keyof typeof PART_FORMS]

/** Whether a field of a requirement is a part that is written like this. */
export function isPartOf<Form extends PartForm>(form: Form, field: string): field is PartOf<Form> {
  return Object.hasOwn(PART_FORMS, field) && PART_FORMS[field as keyof typeof PART_FORMS] === form
}
