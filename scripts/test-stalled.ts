import { spawnSync } from "node:child_process";

/**
 * `npm run test:stalled`: stalls the bytes of 2,000 uses for 15 s; 1,000 of them are answered as not
 * registered meanwhile, and none may be in the ledger afterwards. A smaller number is part of `npm test`.
 */
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "tests/db/use/stalled-connection"],
  { stdio: "inherit", env: { ...process.env, STALLED_USES: "2000", STALLED_MS: "15000" } },
);
process.exit(status ?? 1);
