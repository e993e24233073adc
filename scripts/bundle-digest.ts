/** Prints the SHA-256 of a bundle, as the variable of the service: `node scripts/bundle-digest.ts workers/api/dist/index.js`. */
import { bundleDigest } from './kept-bundle.ts'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('Name the bundle.')
console.log(`BUNDLE_SHA256:${bundleDigest(file)}`)
