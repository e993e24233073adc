import { MEBI } from '@tiaoli/engine/plan'

/** Bytes of a JSON body. */
export const MAX_BODY_BYTES = 10 * MEBI

/** Bytes of all bodies that are read or worked on at one time in one isolate of 128 MB. */
export const MAX_BODIES_BYTES = 32 * MEBI

/** Seconds in which a body has to come to its end. */
export const MAX_BODY_SECONDS = 120

/** Objects and lists of a JSON body or line: a short text can hold millions of empty ones. */
export const MAX_CONTAINERS = 200_000

/** Bytes of a streamed body and of one line of it. */
export const MAX_STREAM_BYTES = 100 * MEBI
export const MAX_LINE_BYTES = MEBI

/** Names and list items of a JSON body outside its ledger: every one that does not fit would be an error of its own. */
export const MAX_ENTRIES = 10_000
