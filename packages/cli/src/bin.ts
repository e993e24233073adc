#!/usr/bin/env node
import module from 'node:module'

const OLDEST = 22
const [major] = process.versions.node.split('.').map(Number)

if (major! < OLDEST) {
  console.error(
    `条理需要 Node.js ${OLDEST} 或更高版本，现为 ${process.version}。请升级。\nTiaoli needs Node.js ${OLDEST} or later; this is ${process.version}. Please upgrade.`,
  )
  process.exitCode = 2
} else {
  // Compiled once, loaded faster ever after.
  module.enableCompileCache()
  const { main } = await import('./main.ts')
  await main(process)
}
