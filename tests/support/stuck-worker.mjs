// A worker that reports once that it works on a run, and then does what its first argument names.
process.send({ run: "00000000-0000-4000-8000-000000000001" });
if (process.argv[2] === "hang")
  setTimeout(() => {
    // It ends by itself in case the test that should end it was killed: nothing else would stop it.
    for (const end = Date.now() + 120_000; Date.now() < end; );
    process.exit(1);
  }, 100);
if (process.argv[2] === "speak")
  setInterval(() => process.send({ run: "00000000-0000-4000-8000-000000000001" }), 100);
if (process.argv[2] === "idle") setInterval(() => process.send({ run: null }), 100);
process.on("disconnect", () => process.exit(0));
