import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { listReports } from "@/db/queries/report-desk";
import { readOwnReport, readReport } from "@/domain/report/read-report";
import { authorize } from "@/model/access";
import { mailsTo } from "@/tests/support/factories/account";
import { decide, report, stateOf, withdraw } from "@/tests/support/file-report";
import { colleagueOf, makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { grantOf, makeOfficial } from "@/tests/support/officials";
import { firstValue } from "@/tests/support/rolled-back";
import { eventsOf, lookUp, makeComparedOrder } from "@/tests/support/use-order";
import { whileOpen } from "@/tests/support/while-open";

async function held() {
  const green = await makeComparedOrder();
  const folio = (await report(green.till, green.lookupId)) ?? "";
  expect(await stateOf(green.order.id)).toBe("blocked");
  return { ...green, folio };
}

const age = (folio: string, minutes: number) =>
  owner`update report set filed_at = filed_at - make_interval(mins => ${minutes}) where folio = ${folio}`;
const own = (till: Awaited<ReturnType<typeof makeTill>>, folio: string) =>
  readOwnReport(authorize(till.actor, "report.file"), folio);

test("a report that would hold the order is refused without the tick, and leaves no trace", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  for (const reason of ["value_changed", "forged"] as const)
    await expect(report(till, lookupId, { reason, confirmed: false })).rejects.toMatchObject({
      code: "report_unconfirmed",
    });
  expect(await stateOf(order.id)).toBe("issued");
  expect(await owner`select from report where lookup_id = ${lookupId}`).toEqual([]);
  expect(await report(till, lookupId, { reason: "holder", confirmed: false })).toMatch(/^R-/);
  expect(await stateOf(order.id)).toBe("issued");
});

test("the reporter withdraws a report within 15 minutes: its hold ends, and administrators get an e-mail", async () => {
  const administrator = await makeOfficial("administrator");
  const { till, order, folio } = await held();
  expect(await own(till, folio)).toMatchObject({ mayWithdraw: true, reportedBy: till.actor.personId });
  await age(folio, 14);
  await withdraw(till, folio);
  await withdraw(till, folio);
  expect(await stateOf(order.id)).toBe("issued");
  expect(await eventsOf(order.id)).toEqual(["order.blocked", "order.unblocked"]);
  expect(await eventsOf(folio)).toEqual(["report.filed", "report.withdrawn"]);
  const mails = await mailsTo(administrator.email);
  expect(mails.filter(({ subject }) => subject === `Retirada ${folio}`)).toHaveLength(1);
  expect(await own(till, folio)).toMatchObject({ mayWithdraw: false, withdrawnAt: expect.any(Date) });
});

test("after 15 minutes a report stays, and the order stays in review", async () => {
  const { till, order, folio } = await held();
  await age(folio, 15);
  expect(await own(till, folio)).toMatchObject({ mayWithdraw: false });
  await expect(withdraw(till, folio)).rejects.toMatchObject({ code: "report_withdraw_late" });
  expect(await stateOf(order.id)).toBe("blocked");
});

test("nobody else withdraws it: no colleague, no other provider, nobody who left", async () => {
  const { till, order, folio } = await held();
  for (const other of [await colleagueOf(till, "clerk"), await makeTill()])
    await expect(withdraw(other, folio)).rejects.toMatchObject({ code: "not_allowed" });
  const { personId, provider } = till.actor;
  await owner`update membership set removed_at = now() where person_id = ${personId}`;
  const [left] = await owner`select withdraw_report(r.id, ${personId}, ${provider.id}, '[]', 'x') as outcome
    from report r where r.folio = ${folio}`;
  expect(left?.outcome).toBe("not_allowed");
  expect(await stateOf(order.id)).toBe("blocked");
});

test("a withdrawn report is none of the three of the day that put an order in review", async () => {
  const { till, folio } = await held();
  await withdraw(till, folio);
  const states = [];
  for (let count = 0; count < 4; count += 1) {
    const order = await makeOrder();
    await report(till, await lookUp(till, order));
    states.push(await stateOf(order.id));
  }
  expect(states).toEqual(["blocked", "blocked", "blocked", "issued"]);
});

test("a withdrawn report ends its own hold only", async () => {
  const { till, order, folio } = await held();
  const other = await makeTill();
  await report(other, await lookUp(other, order), { reason: "forged" });
  await withdraw(till, folio);
  expect(await stateOf(order.id)).toBe("blocked");
});

test("an order that two reports hold is free when both are withdrawn at once, or one is decided", async () => {
  type Sql = Parameters<Parameters<typeof whileOpen>[0]>[0];
  for (const ending of ["withdraw", "decide"] as const) {
    const { till, order, folio } = await held();
    const other = await makeTill();
    const second = (await report(other, await lookUp(other, order), { reason: "forged" })) ?? "";
    const { personId: official } = await makeOfficial("officer");
    const idOf = (of: string) => owner`(select id from report where folio = ${of})`;
    const takeBack = (sql: Sql, of: string, { actor }: typeof till) =>
      firstValue<string>(sql`
        select withdraw_report(${idOf(of)}, ${actor.personId}, ${actor.provider.id}, '[]', 'x') as outcome`);
    const release = (sql: Sql) =>
      firstValue<string>(sql`
        select decide_report(${idOf(second)}, ${official}, 'nothing', 'x', 'unblock', '[]', 'x',
          report_seen(${second})) as outcome`);
    const outcome = await whileOpen(
      (sql) => takeBack(sql, folio, till),
      (sql) => (ending === "decide" ? release(sql) : takeBack(sql, second, other)),
    );
    expect(outcome).toBe(ending === "decide" ? "changed" : "done");
    if (ending === "decide") expect(await release(owner)).toBe("done");
    expect(await stateOf(order.id)).toBe("issued");
  }
});

test("of a withdrawal and a decision at once one counts: withdrawn it is not decided, decided it is not withdrawn", async () => {
  for (const _ of [1, 2, 3]) {
    const { till, folio } = await held();
    const official = await makeOfficial("officer");
    const ends = await Promise.allSettled([
      withdraw(till, folio),
      decide(official, folio, { orderAction: "unblock" }),
    ]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(ends.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "report_decided" },
    });
  }
});

test("what was withdrawn waits for nobody and stands among the closed ones", async () => {
  const { till, folio } = await held();
  const grant = await grantOf("officer", "report.read");
  await withdraw(till, folio);
  const names = async (tab: "por-revisar" | "cerradas") =>
    (await listReports(cajaDatabase(), grant, { tab, page: 1 })).rows.map((row) => row.folio);
  expect(await names("por-revisar")).not.toContain(folio);
  expect(await names("cerradas")).toContain(folio);
  expect(await readReport(grant, folio)).toMatchObject({ ofProvider: 0, holds: false });
});
