/** Milliseconds of work that this process did since `process.cpuUsage()`: how busy the machine is does not count. */
export function workSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}
