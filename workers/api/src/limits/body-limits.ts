/** Bytes of a JSON body. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024

/** Objects and lists of a JSON body or line: a short text can hold millions of empty ones. */
export const MAX_CONTAINERS = 200_000

/** Bytes of a streamed body and of one line of it. */
export const MAX_STREAM_BYTES = 100 * 1024 * 1024
export const MAX_LINE_BYTES = 1024 * 1024

/** Names and list items of a JSON body outside its ledger: every one that does not fit would be an error of its own. */
export const MAX_ENTRIES = 10_000
