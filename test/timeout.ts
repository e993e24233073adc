/** Only what hangs ends here: a slow machine is no fault, and what must not take long is counted, not timed. */
export const MINUTES = 10 * 60_000
