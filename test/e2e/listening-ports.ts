import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'

const LISTENS = '0A'

/** The TCP ports on which the processes of a group listen. Reads /proc, which only Linux has. */
export function listeningPorts(group: number): number[] {
  const sockets = new Set(processesOf(group).flatMap(socketsOf))
  // Without IPv6 there is but one table.
  return ['/proc/net/tcp', '/proc/net/tcp6'].filter(existsSync).flatMap((table) =>
    readFileSync(table, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === LISTENS && sockets.has(inode!))
      .map(([, address]) => Number.parseInt(address!.split(':')[1]!, 16)),
  )
}

function processesOf(group: number): string[] {
  return readdirSync('/proc').filter((id) => /^\d+$/.test(id) && groupOf(id) === group)
}

/** After the name, which is between parentheses, come the state, the parent and the group. */
function groupOf(id: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2])
  } catch {
    return undefined // it ended meanwhile
  }
}

function socketsOf(id: string): string[] {
  return descriptorsOf(id).flatMap((descriptor) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${id}/fd/${descriptor}`))?.[1] ?? []
    } catch {
      return [] // it was closed meanwhile
    }
  })
}

function descriptorsOf(id: string): string[] {
  try {
    return readdirSync(`/proc/${id}/fd`)
  } catch {
    return [] // it ended meanwhile
  }
}
