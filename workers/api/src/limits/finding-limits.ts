import { MEBI, type Detail } from '@tiaoli/engine/plan'

/** The most findings of one answer. An isolate has 128 MB, and a finding with its reasons takes some 5 kB of them. */
export const MAX_FINDINGS: Readonly<Record<Detail, number>> = { verdicts: 200_000, findings: 10_000, trace: 5_000 }

/** Characters of the findings of one answer: of the 79 firms of the sample city, all of them take 7 million. */
export const MAX_ANSWER_CHARACTERS = 16 * MEBI

/** The most findings of which papers are made: they are not sent themselves. With notices, so many take 42 MB. */
export const MAX_PAPER_FINDINGS = 40_000

/** The most verdicts of each of two packs that are compared: those of both are held at once, with what pairs them. */
export const MAX_COMPARED_FINDINGS = MAX_FINDINGS.verdicts / 2

/**
 * The most decisions of one answer, listed or not: as many as may be listed. On two slow processors one takes up to 0.01 ms,
 * and 0.3 ms on json-rules-engine.
 */
export const MAX_DECISIONS = { compiled: MAX_FINDINGS.verdicts, 'json-rules-engine': 10_000 } as const

/** The most decisions on one record of a stream, all of which may be listed with their reasons. */
export const MAX_RECORD_DECISIONS = MAX_FINDINGS.findings
