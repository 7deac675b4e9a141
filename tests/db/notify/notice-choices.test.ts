import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { owner } from "@/tests/support/factories/account";
import { makeOfficial } from "@/tests/support/officials";

const caja = cajaDatabase();
const save = (actor: string, choices: Record<string, string>) =>
  call(caja, "save_notice_choices", { actor, choices, ip: "198.51.100.7" });

test("everybody chooses for themselves, among what their role has to do with", async () => {
  const [{ personId: support }, { personId: officer }] = [
    await makeOfficial("support"),
    await makeOfficial("officer"),
  ];
  expect(await save(support, { request: "now", overdue: "off" })).toBe("done");
  expect(await call(caja, "list_notice_choices", { person: support })).toEqual([
    { kind: "overdue", way: "off" },
  ]);
  const kinds = await call(caja, "list_notice_choices", { person: officer });
  expect(kinds).toEqual(
    ["report", "undo", "approval", "rights", "overdue"].map((kind) => ({ kind, way: "digest" })),
  );
  expect(await save(randomUUID(), {})).toBe("not_allowed");
});

test("a choice is a line of the log, and one that changes nothing is not", async () => {
  const { personId: support } = await makeOfficial("support");
  const lines = () => owner<{ detail: unknown; subject_id: string; ip: string | null }[]>`
    select detail, subject_id, address_of(e) as ip from audit_event e where actor_id = ${support} and action = 'person.notices_chosen'
    order by seq desc`;
  const before = (await lines()).length;
  expect(await save(support, { overdue: "now", request: "now" })).toBe("done");
  expect(await lines()).toHaveLength(before + 1);
  expect(await save(support, { overdue: "now" })).toBe("done");
  const now = await lines();
  expect(now).toHaveLength(before + 1);
  expect(now[0]).toEqual({ detail: { overdue: "now" }, subject_id: support, ip: "198.51.100.7" });
});
