/**
 * Loaded before a child's own code (`node --import`): a launcher that was killed outright cannot end
 * its children, so each ends itself when the channel to the launcher closes.
 */
const lastChanceMs = 10_000

// A worker that Next forks inherits this file but lives on its own channel, which must keep it alive.
if (process.env.LAUNCHER_PID === String(process.ppid)) {
  process.once('disconnect', () => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), lastChanceMs).unref()
    process.kill(process.pid, 'SIGTERM')
  })

  // Listening alone would keep a process alive that has nothing else to do.
  process.channel?.unref()
}
