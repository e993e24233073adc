import type { Text } from '@tiaoli/engine'

/** What the papers of each kind are called, on the paper and wherever they are offered. */
export const PAPER_TITLES = {
  problems: { zh: '问题清单', en: 'List of problems' },
  notices: { zh: '整改通知书', en: 'Notices' },
  supervision: { zh: '督办表', en: 'Follow-up table' },
  statistics: { zh: '统计表', en: 'Statistics' },
  registers: { zh: '情况表', en: 'Registers' },
} as const satisfies Record<string, Text>

/** One of the notices. */
export const NOTICE_TITLE: Text = { zh: PAPER_TITLES.notices.zh, en: 'Notice' }
