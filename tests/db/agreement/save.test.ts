import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase, databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { findAgreement, listAgreements } from "@/db/queries/agreement";
import { saveAgreement } from "@/domain/agreement/save-agreement";
import { AgreementInput } from "@/domain/agreement/schema";
import { nitCheckDigit } from "@/model/identity/nit";
import { browser } from "@/tests/support/factories/account";
import { makeOrder, makeTill, someDigits } from "@/tests/support/look-up-orders";
import { grantOf, logOf } from "@/tests/support/officials";

const dayIn = (days: number) =>
  new Date(Date.now() - 5 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

function form(over: Record<string, string> = {}) {
  const nit = `9${someDigits(8)}`;
  return {
    agreement: "",
    version: "",
    number: `CV-${randomUUID().slice(0, 8).toUpperCase()}`,
    nit: `${nit}-${nitCheckDigit(nit)}`,
    legalName: "Ferretería de Prueba S.A.S.",
    email: "",
    startsOn: dayIn(-10),
    endsOn: dayIn(20),
    reason: "Contrato firmado hoy",
    ...over,
  };
}
const read = (input: Record<string, string>) => AgreementInput.parse(input);
const listed = async (tab: "all" | "in30" | "in90" | "ended", query: string) =>
  (await listAgreements(cajaDatabase(), { tab, query, sort: "ends", limit: 100, place: null })).rows;

test("a convenio is created and changed with a reason, and both are in the log", async () => {
  const grant = await grantOf("reviewer", "agreement.manage");
  const typed = form();
  await saveAgreement(grant, read(typed), browser());
  const [created] = await listed("in30", typed.number);
  expect(created).toMatchObject({
    legalName: "Ferretería de Prueba S.A.S.",
    endsOn: typed.endsOn,
    daysLeft: 20,
  });
  const edited = {
    ...typed,
    agreement: created?.id ?? "",
    version: created?.version ?? "",
    endsOn: dayIn(400),
  };
  await saveAgreement(grant, read({ ...edited, number: "OTRO", nit: "900765432-6" }), browser());
  const reader = await grantOf("auditor", "agreement.read");
  // Number and NIT stay, whatever is sent.
  expect(await findAgreement(cajaDatabase(), reader, created?.id ?? "")).toMatchObject({
    number: typed.number,
    nit: created?.nit,
    endsOn: dayIn(400),
  });
  expect(await logOf(grant.actor.personId)).toMatchObject([
    { action: "agreement.added", detail: { number: typed.number, reason: typed.reason, to: typed.endsOn } },
    { action: "agreement.edited", detail: { from: typed.endsOn, to: dayIn(400), reason: typed.reason } },
  ]);
});

test("of two who change one convenio at once, one is refused; a number is given once", async () => {
  const grants = await Promise.all([1, 2].map(() => grantOf("administrator", "agreement.manage")));
  const [grant] = grants;
  if (!grant) throw new Error("no grant");
  const typed = form();
  await saveAgreement(grant, read(typed), browser());
  const [created] = await listed("all", typed.number);
  const edited = { ...typed, agreement: created?.id ?? "", version: created?.version ?? "" };
  const outcomes = await Promise.allSettled(
    grants.map((each, at) => saveAgreement(each, read({ ...edited, endsOn: dayIn(50 + at) }), browser())),
  );
  expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
    { reason: { code: "agreement_changed" } },
  ]);
  await expect(saveAgreement(grant, read(form({ number: typed.number })), browser())).rejects.toMatchObject({
    code: "agreement_number_taken",
  });
});

test("the database refuses a convenio of somebody whose role may not change it", async () => {
  for (const role of ["officer", "support", "treasurer", "auditor"] as const) {
    const { actor } = await grantOf(role, "agreement.read");
    const { nit, ...input } = read(form());
    const outcome = await call(cajaDatabase(), "save_agreement", {
      ...input,
      ...nit,
      agreement: null,
      email: null,
      actor: actor.personId,
      ip: "",
    });
    expect(outcome).toBe("not_allowed");
  }
});

test("a form of a convenio tells all its faults at once", () => {
  const result = AgreementInput.safeParse(
    form({
      number: " ",
      nit: "900765432-1",
      legalName: "",
      email: "sin arroba",
      endsOn: "2000-01-01",
      reason: "x",
    }),
  );
  const faults = result.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ?? [];
  expect(faults).toEqual(
    expect.arrayContaining([
      "number agreementNumberMissing",
      "nit nitCheckDigit",
      "legalName legalNameMissing",
      "email emailShape",
      "endsOn endBeforeStart",
      "reason agreementReasonMissing",
    ]),
  );
});

test("the list is searched by words of the name without accents, and counts the orders that only the company may take", async () => {
  const grant = await grantOf("administrator", "agreement.manage");
  const word = `Álamo${someDigits(6)}`;
  const typed = form({ legalName: `Depósito ${word} Ltda.` });
  const { nit } = read(typed);
  await saveAgreement(grant, read(typed), browser());
  await makeOrder({ providerNit: nit.nit });
  await makeOrder({ providerNit: nit.nit, state: "used" });
  await makeOrder({ providerNit: nit.nit, endsIn: -1 });
  for (const query of [`${word.toLowerCase().replace("á", "a")} deposito`, typed.nit, typed.number])
    expect(await listed("all", query)).toMatchObject([{ number: typed.number, orders: 1, amount: 480_000 }]);
});

test("a convenio that another one of the company follows neither ends within 30 days nor has ended", async () => {
  const grant = await grantOf("administrator", "agreement.manage");
  const [ending, ended] = [form(), form({ startsOn: dayIn(-40), endsOn: dayIn(-3) })];
  for (const typed of [ending, ended]) await saveAgreement(grant, read(typed), browser());
  expect(await listed("in30", ending.number)).toHaveLength(1);
  expect(await listed("in90", ending.number)).toHaveLength(1);
  expect(await listed("ended", ended.number)).toMatchObject([{ daysLeft: -3 }]);
  for (const { nit } of [ending, ended])
    await saveAgreement(grant, read(form({ nit, endsOn: dayIn(300) })), browser());
  expect(await listed("in30", ending.number)).toEqual([]);
  expect(await listed("ended", ended.number)).toEqual([]);
  expect(await listed("all", ended.number)).toMatchObject([{ followed: true }]);
});

test("a provider is told before it types that its convenio has ended, has not begun, or that it is suspended", async () => {
  const pauseOf = async (till: Awaited<ReturnType<typeof makeTill>>) =>
    call(databaseFor(till), "own_pause", {
      provider: till.actor.provider.id,
      person: till.actor.personId,
    });
  expect(await pauseOf(await makeTill())).toMatchObject({ paused: false });
  expect(await pauseOf(await makeTill({ startsOn: "2020-01-01", endsOn: "2020-12-31" }))).toEqual({
    paused: true,
    suspended: false,
    endedOn: "2020-12-31",
    beginsOn: null,
    suspendedFrom: null,
    suspensionReason: null,
  });
  // Its first day and its last day are days of the convenio.
  const today = dayIn(0);
  expect(await pauseOf(await makeTill({ startsOn: today, endsOn: today }))).toMatchObject({
    paused: false,
    endedOn: null,
    beginsOn: null,
  });
  expect(await pauseOf(await makeTill({ startsOn: "2090-01-01", endsOn: "2090-12-31" }))).toMatchObject({
    beginsOn: "2090-01-01",
  });
  expect(await pauseOf(await makeTill({ suspended: true }))).toMatchObject({ suspended: true });
  // Nobody learns it of another provider.
  const [one, other] = [await makeTill({ endsOn: "2020-12-31", startsOn: "2020-01-01" }), await makeTill()];
  expect(
    await call(databaseFor(other), "own_pause", {
      provider: one.actor.provider.id,
      person: other.actor.personId,
    }),
  ).toBeNull();
});
