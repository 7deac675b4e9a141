import { execFile } from "node:child_process";
import { createServer, connect as open, type Server } from "node:net";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { requireDatabase } from "@/scripts/database";

const url = process.env.DATABASE_URL ?? "";
const REFUSED = /^DATABASE_URL: lleva a un intermediario \(PgBouncer\) que no conserva/;

/** A line to the tests' Postgres that passes on only what it knows of a connection's first packet. */
async function forgetful(run: (address: string) => Promise<void>): Promise<void> {
  const { hostname, port } = new URL(url);
  const server: Server = createServer((near) => {
    const far = open(Number(port), hostname);
    near.once("data", (packet) => {
      const words = packet.subarray(8).toString("latin1").split("\0");
      const kept: string[] = [];
      for (let at = 0; at + 1 < words.length && words[at]; at += 2)
        if (words[at] !== "lock_timeout") kept.push(words[at] ?? "", words[at + 1] ?? "");
      const body = Buffer.concat([packet.subarray(4, 8), Buffer.from(`${kept.join("\0")}\0\0`, "latin1")]);
      const length = Buffer.alloc(4);
      length.writeInt32BE(body.length + 4);
      far.write(Buffer.concat([length, body]));
      near.pipe(far).pipe(near);
    });
    for (const end of [near, far]) end.on("error", () => end.destroy());
    near.on("close", () => far.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const through = new URL(url);
  through.port = String(typeof address === "object" ? address?.port : "");
  await run(through.href);
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

test("a connection pooler that drops session settings is refused with one line; a direct connection is accepted", async () => {
  await requireDatabase(url);
  await forgetful(async (address) => {
    await expect(requireDatabase(address)).rejects.toThrow(REFUSED);
    await expect(requireDatabase(address, "DATABASE_URL_CAJA")).rejects.toThrow(
      /^DATABASE_URL_CAJA: lleva a un intermediario/,
    );
    for (const command of ["import-orders.ts", "db-backup.ts", "db-restore.ts"]) {
      const told = promisify(execFile)(
        process.execPath,
        ["--import", "tsx", `scripts/${command}`, "README.md"],
        { env: { ...process.env, DATABASE_URL: address } },
      );
      await expect(told, command).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringMatching(REFUSED),
      });
    }
  });
});

test("a setting of the address that the server does not have is named, without its value", async () => {
  const through = new URL(url);
  through.searchParams.set("schema", "privado");
  await expect(requireDatabase(through.href)).rejects.toThrow(
    "DATABASE_URL: el servidor no conoce uno de los ajustes que siguen al «?» (schema); quítelo.",
  );
  through.searchParams.delete("schema");
  through.searchParams.set("connect_timeout", "10");
  await requireDatabase(through.href);
});
