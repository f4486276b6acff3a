/** Time that this process has had of the processor, on all its threads: what else the machine does is not in it. */
export function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
