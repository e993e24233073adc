// Written by scripts/generate.ts from the files of this folder. Do not edit.
/** The sample ledgers of every pack, by its id and their path. All of them are made up. */
declare const samples: Readonly<Record<string, Readonly<Record<string, unknown>>>>
export default samples
