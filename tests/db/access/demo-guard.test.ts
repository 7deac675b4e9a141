import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requireEmbedded } from "@/scripts/database";
import { type Cluster, freePort, startCluster } from "@/scripts/embedded-postgres";
import { worldReadableFolder } from "@/scripts/world-readable-folder";
import { clusterUrl } from "@/tests/support/new-database";

/** The mailbox of the demonstration is open to everybody: `DEMO=1` starts on no database but the one that comes with us. */
let other: Cluster;
beforeAll(async () => {
  other = await startCluster(worldReadableFolder("hanna-ajena-"), () => {}, "produccion");
});
afterAll(() => other.discard());

const refused = "DEMO: solo con la base de datos incluida.";

test("DEMO=1 is accepted for the included database and refused for another one", async () => {
  await expect(requireEmbedded(clusterUrl())).resolves.toBeUndefined();
  await expect(requireEmbedded(other.url)).rejects.toThrow(refused);
});

test.each(["serve", "start", "dev"])(
  "npm run %s with DEMO=1 on another database ends with a one-line error",
  async (command) => {
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", `scripts/${command}.ts`], {
      encoding: "utf8",
      timeout: 60_000,
      env: {
        ...process.env,
        DATABASE_URL: other.url,
        PUBLIC_URL: "",
        PORT: String(await freePort()),
        // Settings that are complete but for what is tested.
        DATA_KEYS: `1:${Buffer.alloc(32, "d").toString("base64")}`,
        INDEX_KEY: Buffer.alloc(32, "i").toString("base64"),
        DEMO: "1",
      },
    });
    expect(stderr.trim().split("\n")).toEqual([expect.stringContaining(refused)]);
    expect(status).toBe(1);
    expect(stderr).not.toContain("postgres://");
  },
);
