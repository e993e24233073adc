import { writeSync } from 'node:fs'
import { ExitCode, run, type StricliProcess } from '@stricli/core'
import { contextOf } from './context.ts'
import { EXIT } from './exit-code.ts'
import { askedLanguage, withoutLeadingLanguage } from './language.ts'
import { program } from './program.ts'

/** Runs the command line of a process, and leaves its exit code behind. */
export async function main(process: NodeJS.Process): Promise<void> {
  const given = process.argv.slice(2)
  const context = contextOf(process, askedLanguage(given, process.env))
  const args = withoutLeadingLanguage(given)
  // The reader may stop early, as `head` does.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(EXIT.ok)
      // Not by the stream, which may be the one that failed.
      tellAtOnce(context.texts.cannotPrint(error.code ?? ''))
      process.exit(EXIT.input)
    })
  const parser: StricliProcess = { stdout: process.stdout, stderr: process.stderr, env: process.env }
  const isGiven = (flag: string) => args.some((arg) => arg === `--${flag}` || arg.startsWith(`--${flag}=`))
  await run(program(context, { json: isGiven('json'), isGiven }), args, { process: parser, forCommand: () => context })
  process.exitCode = parser.exitCode === ExitCode.Success ? context.exitCode : exitCodeOf(parser.exitCode)
}

/** Writes a line to standard error, if that is possible. */
function tellAtOnce(line: string): void {
  try {
    writeSync(2, `${line}\n`)
  } catch {
    // The exit code has to say it.
  }
}

/** Stricli's own codes are negative; ours are documented. */
function exitCodeOf(code: StricliProcess['exitCode']): number {
  return code === ExitCode.InvalidArgument || code === ExitCode.UnknownCommand ? EXIT.usage : EXIT.internal
}
