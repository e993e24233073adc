import type { AnswerForm } from '@tiaoli/engine'

export type ValueType = Extract<AnswerForm, { kind: 'value' }>['type']
