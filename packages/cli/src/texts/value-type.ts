import type { AnswerForm } from '@tiaoli/engine/plan'

export type ValueType = Extract<AnswerForm, { kind: 'value' }>['type']
