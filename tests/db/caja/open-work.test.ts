import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { endAccess, readOpenWork } from "@/domain/caja/people";
import { authorize } from "@/model/access";
import { browser, owner } from "@/tests/support/factories/account";
import { makeDraft, makeKind } from "@/tests/support/factories/own-order";
import { makeOfficial } from "@/tests/support/officials";
import { invoicedUses, makeRun } from "@/tests/support/paid-run";

test("what a person left open is listed before and after the access ends, and another one ends each", async () => {
  const grant = authorize(await makeOfficial("administrator"), "people.manage");
  const [gone, other] = [await makeOfficial("administrator"), await makeOfficial("administrator")];
  expect(await readOpenWork(grant, gone.personId)).toEqual({
    drafts: [],
    changes: [],
    imports: [],
    runs: [],
  });

  const draft = await makeDraft(gone, await makeKind());
  const [file] = await owner<{ id: string }[]>`
    insert into import_run (subject, file_name, sha256, state, lines, started_by)
    values ('orders', 'noviembre.csv', ${randomUUID()}, 'previewed', 1, ${gone.personId}) returning id`;
  const { cufe } = await invoicedUses(1);
  const run = await makeRun([cufe], gone);
  const open = async () => {
    const { drafts, imports, runs } = await readOpenWork(grant, gone.personId);
    return [...drafts, ...imports, ...runs].map(({ id }) => id);
  };
  const all = [draft, file?.id, run.id];
  expect(await open()).toEqual(all);
  await endAccess(grant, { person: gone.personId, cause: "left" }, browser());
  expect(await open()).toEqual(all);

  const { personId } = other;
  const [taken] =
    await owner`select take_order_draft(id, ${personId}, caja_version(updated_at), 'x') as outcome
    from "order" where id = ${draft}`;
  const [confirmed] =
    await owner`select accept_import(${file?.id ?? ""}, ${personId}, false, 'x') as outcome`;
  const [returned] =
    await owner`select return_payment(${personId}, ${run.id}, 'Quien lo armó ya no está', 'x') as outcome`;
  await owner`select stop_import(${file?.id ?? ""}, ${personId}, 'x')`; // no worker shall look for its file
  expect([taken, confirmed, returned]).toEqual([
    { outcome: "done" },
    { outcome: "done" },
    { outcome: "done" },
  ]);
  expect(await open()).toEqual([]);
});
