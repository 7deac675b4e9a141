import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { hiddenFields, postForm, request } from "@/scripts/bench/form";
import { demoCases } from "@/scripts/demo/cases";
import { openSession } from "@/tests/support/open-session";
import { withOutageTestbed } from "@/tests/support/outage-testbed";

const KILLS = 5;
const example = demoCases.find(({ outcome }) => outcome === "current");

test("with Postgres killed under look-ups the server keeps running, says so, and answers again within 3 s", async () => {
  test.setTimeout(120_000);
  if (!example) throw new Error("no current order in the demonstration");
  await withOutageTestbed(async ({ cluster, url, origin, server }) => {
    const cookie = await openSession(url, example.email);
    const form = new URL("/consultar", origin);
    const hidden = hiddenFields((await request(form, { headers: { cookie } })).body);
    const ask = () =>
      postForm(form, cookie, [
        ...hidden,
        ["idNumber", example.idNumber],
        ["kindCode", example.kindCode],
        ["number", example.number],
      ]);
    const answered = async () =>
      (await ask().catch(() => null))?.location?.startsWith("/consultar/r/") ?? false;

    const seen = { longest: 0, answers: 0, unavailable: 0, other: [] as string[] };
    let loading = true;
    const load = Array.from({ length: 8 }, async () => {
      while (loading) {
        const from = Date.now();
        const { status, location = "" } = await ask();
        seen.longest = Math.max(seen.longest, Date.now() - from);
        if (location.startsWith("/consultar/r/")) seen.answers++;
        else if (location.startsWith("/no-disponible")) seen.unavailable++;
        else seen.other.push(`${status} ${location}`);
      }
    });

    const recoveries: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      await expect.poll(answered).toBe(true);
      const pid = cluster.pid();
      if (pid) process.kill(pid, "SIGKILL");
      await expect.poll(() => cluster.pid()).toBeNull();
      await pause(200); // a moment of outage under load, so that requests meet it
      await cluster.revive();
      const from = Date.now();
      await expect.poll(answered, { intervals: [50], timeout: 10_000 }).toBe(true);
      recoveries.push(Date.now() - from);
    }
    loading = false;
    await Promise.all(load);

    expect(server.exitCode).toBeNull();
    expect(seen.other).toEqual([]);
    expect(seen.unavailable).toBeGreaterThan(0);
    expect(seen.longest).toBeLessThan(10_000);
    expect(Math.max(...recoveries)).toBeLessThan(3_000);
  });
});
