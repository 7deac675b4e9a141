// Loaded into an import worker (NODE_OPTIONS=--import …): once it has claimed a file, it allocates memory
// until none is left.
if (process.send && process.argv[1]?.endsWith("import-worker.ts")) {
  const send = process.send.bind(process);
  const kept = [];
  process.send = (message, ...rest) => {
    if (message?.run) for (;;) kept.push(new Array(1_000_000).fill(kept.length + 0.5));
    return send(message, ...rest);
  };
}
