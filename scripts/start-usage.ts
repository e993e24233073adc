const USAGE = `用法 Usage: npx --yes pnpm@12.21.0 start

检查规则，在本机提供 API，按 Ctrl-C 停止。不接受参数，由环境变量设置：
Checks the rules and serves the API to this machine until Ctrl-C. It takes no arguments, but these variables:

  PORT    端口（8787）     the port (8787)
  STATE   数据库的文件夹   the folder of the database (workers/api/.wrangler/state)
`

/** What to print instead of starting; undefined without arguments. */
export function usageFor(args: readonly string[]): { isAsked: boolean; text: string } | undefined {
  if (args.length === 0) return undefined
  const isAsked = args.some((argument) => argument === '--help' || argument === '-h')
  return { isAsked, text: isAsked ? USAGE : `不能识别 Unknown: ${args.join(' ')}\n\n${USAGE}` }
}
