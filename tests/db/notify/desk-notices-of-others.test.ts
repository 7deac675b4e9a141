import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { owner } from "@/tests/support/factories/account";
import { makeCajaPerson } from "@/tests/support/factories/own-order";

async function mail(key: string, sent = false): Promise<string> {
  const event = `${key.replace(":", `.${randomUUID()}:`)}`;
  await owner`insert into mail (event_key, message_id, content, sent_at, next_attempt_at)
    values (${event}, ${event}, 'x', ${sent ? owner`now()` : null}, 'infinity')`;
  return event;
}

test("whose role changes loses the notices that have not gone out, and nobody else loses one", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const gone = await mail(`desk.prueba:${ana.personId}`);
  const kept = [
    await mail(`desk.prueba:${ana.personId}`, true),
    await mail(`otra.prueba:${ana.personId}`),
    await mail(`desk.prueba:${luis.personId}`),
  ];
  const left = async () =>
    (
      await owner<
        { key: string }[]
      >`select event_key as key from mail where event_key in ${owner([gone, ...kept])}`
    ).map(({ key }) => key);
  await owner`update person set name = 'Otra' where id = ${ana.personId}`;
  expect(await left()).toHaveLength(4);
  await owner`update person set caja_role = 'auditor' where id = ${ana.personId}`;
  expect((await left()).sort()).toEqual(kept.sort());
  await owner`delete from mail where event_key in ${owner(kept)}`;
});

test("a person's choices are their own, of what they may do, and only what changes is in the log", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const choose = (choices: Record<string, string>) => owner`
    select save_notice_choices(${ana.personId}, ${JSON.stringify(choices)}::text::jsonb, 'x')`;
  const choicesOf = async (person: string) =>
    Object.fromEntries(
      (
        await owner<{ kind: string; way: string }[]>`select kind, way from list_notice_choices(${person})`
      ).map(({ kind, way }) => [kind, way]),
    );
  const before = await choicesOf(luis.personId);
  // Who decides on no requests hears once a day of what they may do, and of nothing else.
  expect(before).toMatchObject({ report: "digest", undo: "digest" });
  expect(before.request).toBeUndefined();
  await choose({ report: "off", undo: "digest", request: "now" });
  await choose({ report: "off" });
  expect(await choicesOf(ana.personId)).toEqual({ ...before, report: "off" });
  expect(await choicesOf(luis.personId)).toEqual(before);
  const events = await owner`select detail from audit_event
    where actor_id = ${ana.personId} and action = 'person.notices_chosen'`;
  expect(events).toEqual([{ detail: { report: "off" } }]);
  const stored = await owner`select kind from notice_choice where person_id = ${ana.personId} order by kind`;
  expect(stored).toEqual([{ kind: "report" }, { kind: "undo" }]);
});
