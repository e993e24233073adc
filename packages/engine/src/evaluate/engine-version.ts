/** The engine's version, as receipts name it. */
export const ENGINE_VERSION = '0.1.0'
