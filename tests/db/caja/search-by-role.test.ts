import { randomInt, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { lookupCode } from "@/domain/lookup/lookup-code";
import { type Hit, searchableKinds, searchEverywhere } from "@/domain/search/search";
import { receiptNumber } from "@/domain/use/receipt-number";
import { authorize, cajaRoles } from "@/model/access";
import { owner, someNit } from "@/tests/support/factories/account";
import { fileRights } from "@/tests/support/factories/rights";
import { makeLookupProof } from "@/tests/support/look-up-proof";
import { makeOfficial } from "@/tests/support/officials";
import { invoicedUses } from "@/tests/support/paid-run";
import { payUses } from "@/tests/support/pay-uses";
import { makeVictim } from "@/tests/support/victim-provider";

/** One thing of each kind, by what somebody types to find it. */
async function oneOfEach(): Promise<Record<Hit["kind"], string>> {
  const { ids, canaries, providerId, people } = await makeVictim();
  const [order = "", affiliate = ""] = canaries.slice(1, 3);
  const { useIds } = await invoicedUses(1);
  await payUses(owner, useIds);
  const [row] = await owner<{ nit: string; serial: number; at: Date; cufe: string; payment: string }[]>`
    select v.nit, u.serial::int, u.at, x.cufe, payment_detail(p) ->> 'number' as payment
    from provider v, order_use u, payment_use x join payment p on p.id = x.payment_id
    where v.id = ${providerId} and u.id = ${ids.use} and x.use_id = ${useIds[0] ?? ""}`;
  if (!row) throw new Error("nothing paid");
  const filed = `SOL-1993-${randomInt(100_000, 999_999)}3`;
  await owner`update request set filing_number = ${filed} where id = ${ids.request}`;
  const proof = await makeLookupProof(ids.open);
  const agreement = `CV-${randomUUID().slice(0, 13).toUpperCase()}`;
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values (${agreement}, ${someNit()}, 0, 'Droguería', '2026-01-01', '2026-12-31')`;
  return {
    order,
    affiliate: `CC ${affiliate}`,
    lookup: lookupCode(ids.open),
    receipt: receiptNumber(row.serial, row.at),
    proof,
    request: filed,
    report: ids.folio,
    rights: (await fileRights()).number,
    provider: row.nit,
    agreement,
    person: people.clerk,
    official: (await makeOfficial("officer")).email,
    invoice: row.cufe,
    payment: row.payment,
  };
}

test("each role finds exactly the kinds that the page of the search names as its own", async () => {
  const typed = Object.entries(await oneOfEach());
  for (const role of cajaRoles) {
    const actor = await makeOfficial(role);
    const grant = authorize(actor, "caja.search");
    const found: string[] = [];
    for (const [kind, text] of typed) {
      const { hits } = await searchEverywhere(grant, text, { ip: "127.0.0.1" });
      if (hits.some((hit) => hit.kind === kind)) found.push(kind);
    }
    const { own, others } = searchableKinds(actor);
    expect(found.sort(), role).toEqual([...own].sort());
    expect([...own, ...others].sort(), role).toEqual(typed.map(([kind]) => kind).sort());
  }
});
