import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { readNoticeChoices, saveNoticeChoices } from "@/domain/caja/notice-choices";
import { NoticeChoices } from "@/domain/caja/notice-schema";
import { ownKindsOf } from "@/domain/caja/waiting";
import { authorize, cajaRoles } from "@/model/access";
import { deskNotices } from "@/model/notify";
import { owner } from "@/tests/support/factories/account";
import { makeOfficial } from "@/tests/support/officials";

const caja = cajaDatabase();
const save = (actor: string, choices: Record<string, string>) =>
  call(caja, "save_notice_choices", { actor, choices, ip: "198.51.100.7" });

test("everybody chooses for themselves, among what their role has to do with", async () => {
  const [{ personId: treasurer }, { personId: officer }] = [
    await makeOfficial("treasurer"),
    await makeOfficial("officer"),
  ];
  expect(await save(treasurer, { request: "now", overdue: "off" })).toBe("done");
  expect(await call(caja, "list_notice_choices", { person: treasurer })).toEqual([
    { kind: "payment", way: "digest" },
    { kind: "overdue", way: "off" },
  ]);
  const kinds = await call(caja, "list_notice_choices", { person: officer });
  expect(kinds).toEqual(
    ["report", "undo", "approval", "rights", "overdue"].map((kind) => ({ kind, way: "digest" })),
  );
  expect(await save(randomUUID(), {})).toBe("not_allowed");
});

test("whoever switches off every notice that they are offered hears of none", async () => {
  const actor = await makeOfficial("administrator");
  const grant = authorize(actor, "caja.dashboard");
  expect((await readNoticeChoices(grant)).map(({ kind }) => kind)).toEqual([...deskNotices]);
  const sent = NoticeChoices.parse(Object.fromEntries(deskNotices.map((kind) => [kind, "off"])));
  await saveNoticeChoices(grant, sent, { ip: "198.51.100.7" });
  expect(await readNoticeChoices(grant)).toEqual(deskNotices.map((kind) => ({ kind, way: "off" })));
});

test("only who does something about what waits is offered the overdue, and whoever decides nothing gets no notice", async () => {
  for (const role of cajaRoles) {
    const { personId } = await makeOfficial(role);
    const kinds = (await call(caja, "list_notice_choices", { person: personId })).map(({ kind }) => kind);
    expect(kinds.includes("overdue"), role).toBe(ownKindsOf(role).length > 0);
    if (!kinds.includes("overdue")) {
      expect(kinds, role).toEqual([]);
      expect(await save(personId, { overdue: "now" })).toBe("done");
      expect(await owner`select from notice_choice where person_id = ${personId}`).toHaveLength(0);
    }
  }
});

test("a choice is a line of the log, and one that changes nothing is not", async () => {
  const { personId: treasurer } = await makeOfficial("treasurer");
  const lines = () => owner<{ detail: unknown; subject_id: string; ip: string | null }[]>`
    select detail, subject_id, address_of(e) as ip from audit_event e where actor_id = ${treasurer} and action = 'person.notices_chosen'
    order by seq desc`;
  const before = (await lines()).length;
  expect(await save(treasurer, { overdue: "now", request: "now" })).toBe("done");
  expect(await lines()).toHaveLength(before + 1);
  expect(await save(treasurer, { overdue: "now" })).toBe("done");
  const now = await lines();
  expect(now).toHaveLength(before + 1);
  expect(now[0]).toEqual({ detail: { overdue: "now" }, subject_id: treasurer, ip: "198.51.100.7" });
});
