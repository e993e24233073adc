import type { Text } from '@tiaoli/engine'

/** What the columns of papers are called. */
export const HEADINGS = {
  number: { zh: '序号', en: 'No.' },
  unit: { zh: '单位', en: 'Unit' },
  problem: { zh: '存在问题', en: 'Problem' },
  basis: { zh: '依据', en: 'Basis' },
  why: { zh: '具体情形', en: 'Why' },
  force: { zh: '约束力', en: 'Force' },
  remedy: { zh: '整改要求', en: 'Remedy' },
  bearer: { zh: '责任主体', en: 'Responsible body' },
  deadline: { zh: '期限', en: 'Deadline' },
  progress: { zh: '整改情况', en: 'Progress' },
  question: { zh: '需要核实', en: 'Question' },
  matter: { zh: '涉及事项', en: 'What it decides' },
  answer: { zh: '核实结果', en: 'Answer' },
  toJudge: { zh: '需要研判', en: 'To be judged' },
  opinion: { zh: '研判意见', en: 'Judgement' },
  duty: { zh: '事项', en: 'Duty' },
  state: { zh: '状态', en: 'State' },
  toDo: { zh: '存在问题或者待办', en: 'Problem or what is to be done' },
  person: { zh: '责任人', en: 'Person' },
  advance: { zh: '进展', en: 'Progress' },
  key: { zh: '编号', en: 'Key' },
} satisfies Record<string, Text>
