import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { annulOrder, replaceOrder } from "@/domain/order/change-order";
import { approveOrder, askApproval, issueOrder } from "@/domain/order/issue-order";
import { env } from "@/lib/env";
import { authorize, type CajaActor } from "@/model/access";
import { browser, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeDraft, makeIssued, makeKind, rowOf } from "@/tests/support/factories/own-order";
import { firstValue } from "@/tests/support/rolled-back";
import { whileOpen } from "@/tests/support/while-open";
import { withoutTrigger } from "@/tests/support/without-trigger";

const many = connect(env().DATABASE_URL, "app_caja", 4);
afterAll(() => many.end());

const issuing = (actor: CajaActor) => authorize(actor, "order.issue");
const approving = (actor: CajaActor) => authorize(actor, "order.approve");
const reason = "Motivo de la prueba";
const refused = (code: string) => ({ code });
const shown = async (order: string) => ({ order, version: (await rowOf(order)).version });
const people = () => Promise.all([makeCajaPerson("officer"), makeCajaPerson("officer")]);
const affiliate = () => ({ affiliateId: String(Math.floor(1e9 + Math.random() * 9e8)) });

test("a duplicate order for the same affiliate is issued only with a reason, which is in the audit log", async () => {
  const [ana, luis] = await people();
  const [kind, person] = [await makeKind(), affiliate()];
  const first = await makeIssued(ana, kind, { ...person, concept: "Útiles escolares" });
  // Another value or concept is another order.
  await makeIssued(luis, kind, { ...person, concept: "Calzado" });
  await makeIssued(luis, kind, { ...person, value: "480.001", concept: "Útiles escolares" });
  const again = await makeDraft(luis, kind, { ...person, concept: " UTILES  escolares. " });
  const decision = async (repeats: string, why: string) => ({
    ...(await shown(again)),
    repeats,
    reason: why,
  });
  const issue = async (repeats: string, why: string) =>
    issueOrder(issuing(luis), await decision(repeats, why), browser());
  await expect(issueOrder(issuing(luis), await shown(again), browser())).rejects.toMatchObject(
    refused("repeats_order"),
  );
  await expect(issue(first, "Son dos.")).rejects.toMatchObject(refused("repeats_order"));
  await expect(issue(again, "Tiene dos hijos en el colegio")).rejects.toMatchObject(refused("repeats_order"));
  await issue(first, "Tiene dos hijos en el colegio");
  const [event] = await owner<{ detail: Record<string, unknown> }[]>`
    select detail from audit_event where subject_id = ${again} and action = 'order.issued'`;
  expect(event?.detail).toMatchObject({ repeats: first, reason: "Tiene dos hijos en el colegio" });
});

test("two officers who issue a duplicate concurrently: one is told of the other's order", async () => {
  const clerks = await people();
  const [kind, person] = [await makeKind(), affiliate()];
  for (let round = 0; round < 8; round++) {
    const drafts = await Promise.all(
      clerks.map(async (clerk) => ({
        clerk,
        ...(await shown(await makeDraft(clerk, kind, { ...person, concept: `Ronda ${round}` }))),
      })),
    );
    const outcomes = await Promise.all(
      drafts.map(async ({ clerk, order, version }) => {
        const [row] = await many<{ outcome: string }[]>`
          select issue_order(${order}, ${clerk.personId}, ${version}, false, 'x') as outcome`;
        return row?.outcome;
      }),
    );
    expect(outcomes.sort()).toEqual(["done", "repeats"]);
  }
});

test("no reason is required after fifteen days or when the earlier order is void", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const begun = async (daysAgo: number) => {
    const person = affiliate();
    const order = await makeIssued(ana, kind, person);
    await withoutTrigger("order", async (transaction) => {
      await transaction`update "order" set issued_on = issued_on - ${daysAgo}::int where id = ${order}`;
    });
    return { person, order };
  };
  await makeIssued(ana, kind, (await begun(16)).person);
  const near = await begun(15);
  await expect(makeIssued(ana, kind, near.person)).rejects.toMatchObject(refused("repeats_order"));
  await annulOrder(authorize(ana, "order.annul"), { order: near.order, cause: "other", reason }, browser());
  const lost = await makeIssued(ana, kind, near.person);
  // What stands for a replaced order is repeated, and the replaced one is not.
  const changing = authorize(ana, "order.change");
  const next = (await replaceOrder(changing, { order: lost, reason }, browser())) ?? "";
  await expect(makeIssued(ana, kind, near.person)).rejects.toMatchObject(refused("repeats_order"));
  await annulOrder(authorize(ana, "order.annul"), { order: next, cause: "other", reason }, browser());
  await makeIssued(ana, kind, near.person);
});

test("a reason holds for the draft and the earlier order it was given for, and for no other", async () => {
  const [ana, luis] = await people();
  const [kind, person] = [await makeKind(), affiliate()];
  const requested = async (order: string, changes = {}) =>
    askApproval(issuing(ana), { ...(await shown(order)), ...changes }, browser());
  const approved = async (order: string, changes = {}) =>
    approveOrder(approving(luis), { ...(await shown(order)), ...changes }, browser());
  const first = await makeDraft(ana, kind, person);
  const second = await makeDraft(ana, kind, person);
  const third = await makeDraft(ana, kind, person);
  await requested(second);
  await requested(third);
  await issueOrder(issuing(ana), await shown(first), browser());
  await approved(second, { repeats: first, reason: "Hablé con el afiliado" });
  // The reason for the second is none for the third.
  await expect(approved(third, { repeats: first, reason: "Son dos hijos" })).rejects.toMatchObject(
    refused("repeats_order"),
  );
  const fourth = await makeDraft(ana, kind, person);
  await requested(fourth, { repeats: second, reason: "Tiene tres hijos" });
  await approved(third, { repeats: second, reason: "Tiene tres hijos" });
  await expect(approved(fourth)).rejects.toMatchObject(refused("repeats_order"));
});

test("of two duplicates that are approved at once the second one waits for the first", async () => {
  const [ana, luis] = await people();
  const [kind, person] = [await makeKind(), affiliate()];
  const [first, second] = [await makeDraft(ana, kind, person), await makeDraft(ana, kind, person)];
  const versions = new Map<string, string>();
  for (const order of [first, second]) {
    await askApproval(issuing(ana), await shown(order), browser());
    versions.set(order, (await rowOf(order)).version);
  }
  const approve = (sql: Parameters<Parameters<typeof whileOpen>[0]>[0], order: string) =>
    firstValue<string>(
      sql`select issue_order(${order}, ${luis.personId}, ${versions.get(order) ?? ""}, true, 'x') as outcome`,
    );
  expect(
    await whileOpen(
      (sql) => approve(sql, first),
      (sql) => approve(sql, second),
    ),
  ).toBe("repeats");
});

test("the approver reads the duplicate's reason, and enters one if the duplicate was not known before", async () => {
  const [ana, luis] = await people();
  const [kind, person] = [await makeKind({ approvalFrom: 480_000 }), affiliate()];
  const approved = async (order: string, changes = {}) =>
    approveOrder(approving(luis), { ...(await shown(order)), ...changes }, browser());
  const [first, second] = [await makeDraft(ana, kind, person), await makeDraft(ana, kind, person)];
  await askApproval(issuing(ana), await shown(first), browser());
  await askApproval(issuing(ana), await shown(second), browser());
  await approved(first);
  await expect(approved(second)).rejects.toMatchObject(refused("repeats_order"));
  await approved(second, { repeats: first, reason: "Hablé con el afiliado" });

  const third = await makeDraft(ana, kind, person);
  await expect(askApproval(issuing(ana), await shown(third), browser())).rejects.toMatchObject(
    refused("repeats_order"),
  );
  const why = { repeats: second, reason: "Tiene tres hijos" };
  await askApproval(issuing(ana), { ...(await shown(third)), ...why }, browser());
  await approved(third);
  expect((await rowOf(third)).state).toBe("issued");
});
