const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** On Ctrl-C and its like what was there stays and nothing is left lying about. Returns what ends the watch. */
export function onSignal(discard: () => void, what: string): () => void {
  const handlers = Object.entries(SIGNALS).map(([signal, exitCode]) => {
    const handler = (): void => {
      discard();
      process.stderr.write(`\nInterrupted; ${what} that was there stays as it was.\n`);
      process.exit(exitCode);
    };
    process.once(signal, handler);
    return () => process.removeListener(signal, handler);
  });
  return () => {
    for (const release of handlers) release();
  };
}
