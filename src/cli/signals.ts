const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** On Ctrl-C and its like: tidies up, says so, ends. Returns what takes the handlers away again. */
export function onSignal(discard: () => void, message: string): () => void {
  const handlers = Object.entries(SIGNALS).map(([signal, exitCode]) => {
    const handler = (): void => {
      discard();
      process.stderr.write(`\n${message}\n`);
      process.exit(exitCode);
    };
    process.once(signal, handler);
    return () => process.removeListener(signal, handler);
  });
  return () => {
    for (const release of handlers) release();
  };
}
