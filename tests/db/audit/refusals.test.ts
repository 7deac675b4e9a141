import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { noteForeignOrigin } from "@/app/_server/http/foreign-origin";
import { jobsDatabase, publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { runJob } from "@/db/job";
import { owner } from "@/tests/support/factories/account";

const denied = (network: string) =>
  call(publicDatabase(), "note_refusal", {
    action: "access.denied",
    actor: null,
    provider: null,
    subjectKind: "permission",
    subjectId: "request.decide",
    ip: network,
    network,
  });
const linesOf = (ip: string) => owner<{ action: string; subject_id: string; detail: object }[]>`
  select action, subject_id, detail from audit_event e join audit_address a using (seq) where a.ip = ${ip}
  order by seq`;

test("refused accesses are in the audit log, and repeated ones do not flood it", async () => {
  const network = `prueba-${randomUUID()}`;
  await Promise.all(Array.from({ length: 25 }, () => denied(network)));
  expect(await linesOf(network)).toHaveLength(20);
  const other = `prueba-${randomUUID()}`;
  await denied(other);
  expect(await linesOf(other)).toEqual([
    { action: "access.denied", subject_id: "request.decide", detail: {} },
  ]);
});

test("a refusal is all that the roles of the screens can write with any person's name", async () => {
  const forged = call(publicDatabase(), "note_refusal", {
    ...{ action: "order.issued", actor: null, provider: null, subjectKind: "order" },
    ...{ subjectId: randomUUID(), ip: "x", network: "x" },
  });
  await expect(forged).rejects.toThrow();
});

test("of a cross-site POST the audit log keeps only its origin and its target", async () => {
  const ip = `2001:db8::${randomUUID().slice(0, 4)}`;
  const post = (origin: string | null, path: string) =>
    noteForeignOrigin({
      headers: new Headers({ "x-forwarded-for": ip, ...(origin === null ? {} : { origin }) }),
      url: `http://127.0.0.1:3000${path}`,
    });
  await post("https://evil.example", "/contrasena/secreto-del-enlace");
  await post(null, "/consultar?numero=1042555318");
  await post("https://ana@evil.example", "/");
  expect(await linesOf(ip)).toEqual([
    { action: "origin.refused", subject_id: "/contrasena", detail: { origin: "https://evil.example" } },
    { action: "origin.refused", subject_id: "/consultar", detail: { origin: "none" } },
    { action: "origin.refused", subject_id: "/", detail: { origin: "other" } },
  ]);
});

test("the audit log records once when a job begins to fail and once when it recovers", async () => {
  const job = { name: `test.${randomUUID()}`, dueSeconds: 60 };
  const run = (work: () => Promise<void>) => runJob(jobsDatabase(), job, work);
  const failing = () => Promise.reject(Object.assign(new Error("cédula 1042555318"), { code: "57014" }));
  await run(async () => {});
  await run(failing);
  await run(failing);
  await run(async () => {});
  await run(async () => {});
  const lines = await owner`
    select action, actor_id, detail from audit_event where subject_kind = 'job' and subject_id = ${job.name} order by seq`;
  expect(lines).toEqual([
    { action: "job.failed", actor_id: null, detail: { error: "57014" } },
    { action: "job.recovered", actor_id: null, detail: {} },
  ]);
});
