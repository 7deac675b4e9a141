import type postgres from "postgres";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WriteDeadline } from "@/db/write-deadline";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "performance"] }));
afterEach(() => void vi.useRealTimers());

/** What the server says of a write that came after its deadline. */
const late = () =>
  Object.assign(new Error("nobody waits"), { code: "57014", constraint_name: "check_write_deadline" });

/** A server whose clock is ahead of this machine's by what it is set to; `writes` are the deadlines that it took. */
function serverWithClock() {
  const server = { aheadMs: 5_000, looks: 0, writes: [] as number[] };
  const clock = () => performance.now() + server.aheadMs;
  const client = {
    unsafe: async () => {
      server.looks += 1;
      return [{ now: String(clock()), writers: ["use_order"] }];
    },
  } as unknown as postgres.Sql;
  const deadline = new WriteDeadline(client, () => {});
  const write = (notAfter: number, meanwhile = () => {}) =>
    deadline.send("select * from use_order()", [], notAfter, async (_query, values) => {
      const instant = Number(values.at(-1)) * 1_000;
      meanwhile();
      if (clock() > instant) throw late();
      server.writes.push(instant);
      return "written";
    });
  return { server, write };
}

test("a write that the server refused because its clock was set forward is sent once more by its clock of now", async () => {
  const { server, write } = serverWithClock();
  expect(await write(performance.now() + 5_500)).toBe("written");
  server.aheadMs += 20_000;
  const notAfter = performance.now() + 5_500;
  expect(await write(notAfter)).toBe("written");
  expect(server.writes.at(-1)).toBeCloseTo(notAfter + server.aheadMs, 0);
  expect(await write(performance.now() + 5_500)).toBe("written");
  expect(server.looks).toBe(2);
});

test("a write that the server refused after its client gave up is not sent again", async () => {
  const { server, write } = serverWithClock();
  await write(performance.now() + 5_500);
  server.aheadMs += 20_000;
  const refused = write(performance.now() + 5_500, () => void vi.advanceTimersByTime(5_500));
  await expect(refused).rejects.toMatchObject({ constraint_name: "check_write_deadline" });
  expect([server.writes.length, server.looks]).toEqual([1, 1]);
});

test("a write is sent again once, and one that failed otherwise is not", async () => {
  const { server, write } = serverWithClock();
  let times = 0;
  const setForward = () => {
    times += 1;
    server.aheadMs += 20_000;
  };
  await expect(write(performance.now() + 5_500, setForward)).rejects.toThrow("nobody waits");
  expect(times).toBe(2);
  const tooSlow = () => {
    times += 1;
    throw Object.assign(new Error("statement timeout"), { code: "57014" });
  };
  await expect(write(performance.now() + 5_500, tooSlow)).rejects.toThrow("statement timeout");
  expect(times).toBe(3);
});

test("after this machine slept or its clock was set the server's clock is looked at anew", async () => {
  const { server, write } = serverWithClock();
  await write(performance.now() + 5_500);
  vi.setSystemTime(Date.now() + 900);
  await write(performance.now() + 5_500);
  expect(server.looks).toBe(1);
  vi.setSystemTime(Date.now() + 600);
  await write(performance.now() + 5_500);
  expect(server.looks).toBe(2);
  vi.setSystemTime(Date.now() - 3_600_000);
  await write(performance.now() + 5_500);
  expect([server.looks, server.writes.length]).toEqual([3, 4]);
});
