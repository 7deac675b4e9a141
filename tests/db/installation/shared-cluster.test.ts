import { rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { connect } from "@/db/connection";
import { stopUnlessUsed } from "@/scripts/database";
import { startCluster } from "@/scripts/embedded-postgres";
import { worldReadableFolder } from "@/scripts/world-readable-folder";

test("of two starts on one folder, the end of the second leaves the database of the first running", async () => {
  const root = worldReadableFolder("hanna-dos-");
  const first = await startCluster(path.join(root, "casa"));
  try {
    const portal = connect(first.url, null, 1);
    await portal`select 1`;
    const second = await startCluster(path.join(root, "casa"));
    expect(second.found).toBe(true);
    await stopUnlessUsed(second);
    expect(await portal`select 1 as one`).toEqual([{ one: 1 }]);
    // One that a killed start left behind, which nobody uses any more, is stopped.
    await portal.end();
    await expect.poll(() => stopUnlessUsed(second).then(() => second.pid())).toBeNull();
  } finally {
    await first.discard();
    rmSync(root, { recursive: true, force: true });
  }
});
