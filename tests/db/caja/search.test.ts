import { randomInt, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { lookupCode } from "@/domain/lookup/lookup-code";
import { searchEverywhere } from "@/domain/search/search";
import { receiptNumber } from "@/domain/use/receipt-number";
import { authorize, type CajaRole } from "@/model/access";
import { owner, someNit } from "@/tests/support/factories/account";
import { makeKind } from "@/tests/support/factories/own-order";
import { makeOrder } from "@/tests/support/look-up-orders";
import { makeLookupProof } from "@/tests/support/look-up-proof";
import { makeOfficial } from "@/tests/support/officials";
import { invoicedUses } from "@/tests/support/paid-run";
import { payUses } from "@/tests/support/pay-uses";
import { makeVictim } from "@/tests/support/victim-provider";

const by = async (role: CajaRole) => authorize(await makeOfficial(role), "caja.search");
const client = { ip: "127.0.0.1" };

async function search(role: CajaRole, typed: string) {
  const { hits, exact } = await searchEverywhere(await by(role), typed, client);
  return { hits, kinds: hits.map(({ kind }) => kind), exact };
}

/** A name that nobody else has. */
const someWord = () => `zz${randomUUID().replaceAll("-", "").replace(/\d/g, "q").slice(0, 12)}`;

test("an order is the one exact hit of its number, however it is written, and of its affiliate's ID", async () => {
  const victim = await makeVictim();
  const [number = "", idNumber = ""] = victim.canaries.slice(1, 3);
  const [order] = await owner<{ id: string }[]>`select id from "order" where number = ${number}`;
  for (const typed of [number, ` ${number} `, `Orden No. ${number}`, `00${number}`, number.toLowerCase()])
    expect((await search("support", typed)).exact, typed).toMatchObject({ orderId: order?.id });
  const { hits } = await search("support", `CC ${idNumber}`);
  expect(hits).toContainEqual(expect.objectContaining({ kind: "affiliate", orderId: order?.id }));
});

test("a look-up's code, a receipt, a folio and a filing number each open what they name, without signs too", async () => {
  const { ids } = await makeVictim();
  const code = lookupCode(ids.open);
  for (const typed of [code, code.replace("-", "").toLowerCase()])
    expect((await search("support", typed)).exact, typed).toMatchObject({
      kind: "lookup",
      subject: ids.open,
    });
  const [use] = await owner<{ serial: number; at: Date; order: string }[]>`
    select serial::int, at, order_id as order from order_use where id = ${ids.use}`;
  if (!use) throw new Error("no use");
  const receipt = receiptNumber(use.serial, use.at);
  for (const typed of [receipt, receipt.replaceAll("-", "").toLowerCase()])
    expect((await search("support", typed)).exact, typed).toMatchObject({
      kind: "receipt",
      orderId: use.order,
      label: receipt,
    });
  const otherYear = receipt.replace(/\d{4}/, "1999");
  expect((await search("support", otherYear)).hits).toEqual([]);
  expect((await search("officer", ids.folio)).exact).toMatchObject({ kind: "report", subject: ids.folio });
  const filed = `SOL-1995-${String(randomInt(100_000, 999_999))}9`;
  await owner`update request set filing_number = ${filed} where id = ${ids.request}`;
  for (const typed of [filed, filed.toLowerCase(), filed.replaceAll("-", " ")])
    expect((await search("support", typed)).exact, typed).toMatchObject({ kind: "request", subject: filed });
});

test("a provider is found by its NIT with and without its digit, and by words of its name in any order without accents", async () => {
  const { providerId } = await makeVictim();
  const [first, second] = [someWord(), someWord()];
  const name = `Ferretería ${first} Ñandú ${second} S.A.S.`;
  const [provider] = await owner<{ nit: string; digit: number }[]>`
    update provider set legal_name = ${name} where id = ${providerId} returning nit, check_digit as digit`;
  if (!provider) throw new Error("no provider");
  const { nit, digit } = provider;
  for (const typed of [
    nit,
    `${nit}-${digit}`,
    `NIT ${nit}`,
    `${second} NANDU ferreteria ${first}`,
    `${first} sas`,
  ])
    expect((await search("support", typed)).hits, typed).toContainEqual(
      expect.objectContaining({ kind: "provider", subject: providerId }),
    );
  expect((await search("support", nit)).exact).toMatchObject({ kind: "provider", subject: providerId });
  // A part of a name is a list of one; the whole name is what was meant.
  expect((await search("support", first)).exact).toBeUndefined();
  expect((await search("support", name.toUpperCase())).exact).toMatchObject({ subject: providerId });
  expect((await search("support", `${first} otra`)).hits).toEqual([]);
});

test("signs that LIKE reads are taken as they are", async () => {
  for (const typed of ["%", "__", "%a%", "a_%", "\\a"])
    expect((await search("administrator", typed)).hits, typed).toEqual([]);
});

test("a person of a provider, one of the caja, a convenio and an invoice are found", async () => {
  const { providerId } = await makeVictim();
  const word = someWord();
  const [member] = await owner<{ id: string }[]>`update person set name = ${`Íngrid ${word}`}
    where id = (select person_id from membership where provider_id = ${providerId} limit 1) returning id`;
  expect((await search("support", `${word} ingrid`)).exact).toMatchObject({
    kind: "person",
    subject: member?.id,
    providerId,
  });
  const official = await makeOfficial("officer");
  expect((await search("administrator", official.email)).exact).toMatchObject({
    kind: "official",
    subject: official.personId,
  });
  expect((await search("support", official.email)).hits).toEqual([]);
  const number = `CV-${someWord().toUpperCase()}`;
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values (${number}, '800100035', 0, ${`Droguería ${number}`}, '2026-01-01', '2026-12-31')`;
  expect((await search("reviewer", number.toLowerCase())).exact).toMatchObject({
    kind: "agreement",
    label: number,
  });
  const serial = randomInt(1_000_000, 9_999_999);
  const invoice = `FE-${serial}`;
  const cufe = randomUUID().replaceAll("-", "").repeat(3);
  await owner`insert into invoice (provider_id, number_key, cufe) values (${providerId}, ${invoice}, ${cufe})`;
  for (const typed of [invoice, `FE${serial}`, `fe-00${serial}`, `fe ${serial}`, cufe.toUpperCase()])
    expect((await search("treasurer", typed)).exact, typed).toMatchObject({ kind: "invoice", providerId });
});

test("the number of a look-up's proof opens its look-up", async () => {
  const { ids, providerId } = await makeVictim();
  const number = await makeLookupProof(ids.open);
  expect((await search("support", number)).exact).toMatchObject({
    kind: "proof",
    subject: ids.open,
    providerId,
  });
});

test("a convenio whose company has no account yet is found by its NIT, and by its name alone", async () => {
  const [nit, word] = [someNit(), someWord()];
  const number = `CV-${someWord().toUpperCase()}`;
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values (${number}, ${nit}, 0, ${`Droguería ${word}`}, '2026-01-01', '2026-12-31')`;
  for (const typed of [nit, `NIT ${nit}`, `drogueria ${word}`, `${word} Droguería`])
    expect((await search("reviewer", typed)).hits, typed).toEqual([
      expect.objectContaining({ kind: "agreement", label: number }),
    ]);
  expect((await search("reviewer", `farmacia ${word}`)).hits).toEqual([]);
});

test("a kind before the number leaves the orders of that kind, and one that has no such order leaves all", async () => {
  const first = await makeOrder();
  const { number } = first;
  const [kind, without] = [await makeKind(), await makeKind()];
  const second = randomUUID();
  await owner`insert into "order" select (jsonb_populate_record(o, ${owner.json({ id: second, kind_code: kind })})).*
    from "order" o where o.id = ${first.id}`;
  expect((await search("support", number)).hits).toHaveLength(2);
  for (const typed of [`AS ${number}`, `as-${number}`])
    expect((await search("support", typed)).exact, typed).toMatchObject({ orderId: first.id });
  expect((await search("support", `${kind} ${number}`)).exact).toMatchObject({ orderId: second });
  expect((await search("support", `${without} ${number}`)).hits).toHaveLength(2);
});

test("an invoice leads to the days of its uses, and a payment is found by its number and the bank's reference", async () => {
  const { useIds } = await invoicedUses(2);
  expect(await payUses(owner, useIds)).toBe("done");
  const [paid] = await owner<{ id: string; number: string; reference: string; cufe: string; day: string }[]>`
    select p.id, payment_detail(p) ->> 'number' as number, p.reference, x.cufe, bogota_day(u.at)::text as day
    from payment p join payment_use x on x.payment_id = p.id join order_use u on u.id = x.use_id
    where x.use_id = ${useIds[0] ?? ""}`;
  expect((await search("auditor", paid?.cufe ?? "")).exact).toMatchObject({
    kind: "invoice",
    detail: `${paid?.day} ${paid?.day}`,
  });
  const number = paid?.number ?? "";
  for (const typed of [number, number.toLowerCase().replaceAll("-", " "), number.replace(/-0+/, "-")])
    expect((await search("treasurer", typed)).exact, typed).toMatchObject({
      kind: "payment",
      subject: paid?.id,
    });
  const reference = `REF ${randomUUID().slice(0, 8)}`;
  await owner`update payment set reference = ${reference} where id = ${paid?.id ?? ""}`;
  expect((await search("treasurer", reference.toLowerCase())).exact).toMatchObject({ subject: paid?.id });
  expect((await search("treasurer", number.replace(/\d{4}/, "1999"))).hits).toEqual([]);
  expect((await search("support", number)).hits).toEqual([]);
});

test("nobody gets a hit of what their role may not read", async () => {
  const { ids, providerId, canaries } = await makeVictim();
  const [number = ""] = canaries.slice(1);
  const [provider] = await owner<{ nit: string }[]>`select nit from provider where id = ${providerId}`;
  expect((await search("reviewer", number)).hits).toEqual([]);
  expect((await search("treasurer", ids.radicado)).hits).toEqual([]);
  expect((await search("treasurer", lookupCode(ids.open))).hits).toEqual([]);
  expect((await search("reviewer", ids.folio)).hits).toEqual([]);
  expect((await search("treasurer", provider?.nit ?? "")).kinds).toContain("provider");
});

test("a search stands in the log with how much came out, without what was typed", async () => {
  const { canaries } = await makeVictim();
  const [number = ""] = canaries.slice(1);
  const grant = await by("support");
  await searchEverywhere(grant, number, client);
  const events = await owner<{ action: string; detail: unknown; text: string }[]>`
    select action, detail, e::text as text from audit_event e where actor_id = ${grant.actor.personId}`;
  expect(events.map(({ action, detail }) => [action, detail])).toEqual([["caja.searched", { found: 1 }]]);
  expect(events[0]?.text).not.toContain(number);
});

test("a disabled person of the caja finds nothing and leaves no line", async () => {
  const { ids } = await makeVictim();
  const grant = await by("administrator");
  await owner`update person set disabled_at = now() where id = ${grant.actor.personId}`;
  expect((await searchEverywhere(grant, ids.folio, client)).hits).toEqual([]);
  const [row] = await owner<{ n: number }[]>`
    select count(*)::int as n from audit_event where actor_id = ${grant.actor.personId}`;
  expect(row?.n).toBe(0);
});
