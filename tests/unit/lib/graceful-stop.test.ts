import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { expect, test } from "vitest";

/** More than a busy server accepts in the second after the signal in which it tells that it is not ready. */
const REQUESTS = 40;

test("a server that is asked to end answers every request that was sent to it before, also those that wait to be accepted", async () => {
  const server = spawn(process.execPath, ["--import", "tsx", "tests/support/busy-server.ts"], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const ended = once(server, "exit");
  const [port] = await once(server, "message");
  const sent: Promise<unknown>[] = [];
  const answers = Array.from({ length: REQUESTS }, () => {
    const asked = request({ port, agent: false });
    asked.end();
    sent.push(once(asked, "finish"));
    return once(asked, "response").then(
      ([response]) => response.resume().statusCode,
      (error) => error.code,
    );
  });
  await Promise.all(sent);
  server.kill("SIGTERM");
  expect(await Promise.all(answers)).toEqual(Array(REQUESTS).fill(200));
  expect(await ended).toEqual([0, null]);
});
