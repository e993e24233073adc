/** The bytes of one MiB. */
export const MEBI = 1024 * 1024
