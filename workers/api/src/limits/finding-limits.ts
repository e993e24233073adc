import type { Detail } from '@tiaoli/engine/plan'

/** The most findings of one answer. An isolate has 128 MB, and a finding with its reasons takes some 5 kB of them. */
export const MAX_FINDINGS: Readonly<Record<Detail, number>> = { verdicts: 200_000, findings: 10_000, trace: 5_000 }

/** The most verdicts of each of two packs that are compared: those of both are held at once, with what pairs them. */
export const MAX_COMPARED_FINDINGS = MAX_FINDINGS.verdicts / 2

/** The most findings of one answer on json-rules-engine, which takes about 0.3 ms for each. */
export const MAX_REFERENCE_FINDINGS = 10_000
