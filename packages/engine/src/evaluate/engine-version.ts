// Generated from package.json; do not edit. Run: npx --yes pnpm@12.21.0 generate
/** The engine's version, as receipts name it. */
export const ENGINE_VERSION = '0.1.0'
