import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { readOwnReport, readOwnReports, readPhotoOf, readReport } from "@/domain/report/read-report";
import { env } from "@/lib/env";
import { authorize } from "@/model/access";
import { mailsTo } from "@/tests/support/factories/account";
import { report, reviewsOf, stateOf } from "@/tests/support/file-report";
import { colleagueOf, makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { grantOf, makeOfficial } from "@/tests/support/officials";
import {
  client,
  compared,
  confirmation,
  eventsOf,
  lookUp,
  makeComparedOrder,
  register,
  verdictOf,
} from "@/tests/support/use-order";

const providers = connect(env().DATABASE_URL, "app_provider", 2);
afterAll(() => providers.end());

test("a report of a differing value puts the order in review and e-mails the administrators", async () => {
  const administrator = await makeOfficial("administrator");
  const officer = await makeOfficial("officer");
  const { till, order, lookupId } = await makeComparedOrder();
  const folio = await report(till, lookupId, { words: "El papel dice $680.000", subject: order.id });
  expect(folio).toMatch(/^R-20\d\d-\d{6}$/);
  expect(await stateOf(order.id)).toBe("blocked");
  expect(await verdictOf(till, lookupId)).toBe("blocked");
  expect(await eventsOf(order.id)).toEqual(["order.blocked"]);
  expect(await eventsOf(folio ?? "")).toEqual(["report.filed"]);
  const mails = await mailsTo(administrator.email);
  expect(mails.filter(({ subject }) => subject === order.id)).toHaveLength(1);
  expect(await mailsTo(officer.email)).toEqual([]);
  const own = await readOwnReport(authorize(till.actor, "report.file"), folio ?? "");
  expect(own).toMatchObject({ words: "El papel dice $680.000", verdict: "authentic", putInReview: true });
});

test("reports with other reasons leave the order unchanged", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  for (const reason of ["holder", "damaged", "another_person", "other"] as const)
    await report(till, lookupId, { reason, words: "Algo" });
  expect(await stateOf(order.id)).toBe("issued");
  expect(await reviewsOf(till)).toEqual([false, false, false, false]);
});

test("only an order that the provider's own look-up found, that is for it and can change state, goes in review", async () => {
  const till = await makeTill();
  const missed = await lookUpOrder(till, { idNumber: "1042555318", number: "77", kindCode: "AS" }, client());
  await report(till, missed);
  const anothers = await makeOrder({ providerNit: "800000001" });
  await report(till, await lookUp(till, anothers));
  expect(await stateOf(anothers.id)).toBe("issued");
  const used = await makeOrder();
  const lookup = await compared(till, used);
  await register(till, confirmation(lookup));
  await report(till, lookup);
  expect(await stateOf(used.id)).toBe("used");
  const paused = await makeOrder();
  const before = await lookUp(till, paused);
  await owner`update provider set suspended_at = now(), suspension_reason = 'x' where id = ${till.actor.provider.id}`;
  await report(till, before);
  expect(await stateOf(paused.id)).toBe("issued");
  expect(await reviewsOf(till)).toEqual([false, false, false, false]);
});

test("an order claimed by another counter goes in review and its claim ends", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  const other = await makeTill();
  await owner`insert into order_claim (order_id, provider_id, person_id, lookup_id, until)
    select ${order.id}, ${other.actor.provider.id}, ${other.actor.personId}, ${await lookUp(other, order)}, now() + interval '10 minutes'`;
  await report(till, lookupId, { reason: "forged" });
  expect(await stateOf(order.id)).toBe("blocked");
  expect(await owner`select from order_claim where order_id = ${order.id}`).toHaveLength(0);
});

test("of twenty concurrent reports of three people exactly three start a review, each with its own folio", async () => {
  const till = await makeTill();
  const tills = [till, await colleagueOf(till), await colleagueOf(till)];
  const found = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const order = await makeOrder();
      return { order, lookupId: await lookUp(till, order) };
    }),
  );
  const folios = await Promise.all(
    found.map(({ lookupId }, at) => report(tills[at % 3] ?? till, lookupId, { reason: "forged" })),
  );
  expect(new Set(folios).size).toBe(20);
  expect(folios).not.toContain(null);
  const states = await Promise.all(found.map(({ order }) => stateOf(order.id)));
  expect(states.filter((state) => state === "blocked")).toHaveLength(3);
  expect((await reviewsOf(till)).filter(Boolean)).toHaveLength(3);
  // Yesterday's do not count.
  await owner`update report set filed_at = filed_at - interval '1 day' where provider_id = ${till.actor.provider.id}`;
  const next = found[states.indexOf("issued")];
  await report(till, next?.lookupId ?? "");
  expect(await stateOf(next?.order.id ?? "")).toBe("blocked");
});

test("folios have no gaps, also with concurrent reports", async () => {
  const filings = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const { till, lookupId } = await makeComparedOrder();
      return { till, lookupId };
    }),
  );
  const year = new Date(Date.now() - 5 * 3_600_000).getUTCFullYear();
  const last = async () => (await owner`select last from report_counter where year = ${year}`)[0]?.last ?? 0;
  await Promise.all(filings.map(({ till, lookupId }) => report(till, lookupId, { reason: "holder" })));
  const rows = await owner<{ folio: string }[]>`
    select folio from report where folio like ${`R-${year}-%`} order by folio`;
  expect(rows.map(({ folio }) => Number(folio.slice(7)))).toEqual(rows.map((_, at) => at + 1));
  expect(await last()).toBe(rows.length);
});

test("a report submitted twice is one report", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const key = randomUUID();
  const folios = await Promise.all([1, 2, 3].map(() => report(till, lookupId, { key })));
  expect(new Set(folios).size).toBe(1);
  expect(await reviewsOf(till)).toEqual([true]);
});

test("a report whose photo is gone when its form is sent again is the same report", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const key = randomUUID();
  const photo = { type: "image/png" as const, content: Buffer.from("una foto") };
  const first = await report(till, lookupId, { key, photo });
  expect(await report(till, lookupId, { key })).toBe(first);
});

test("a photo that is added by going back joins the report once, until somebody decided or withdrew it", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const key = randomUUID();
  const photo = { type: "image/png" as const, content: Buffer.from("una foto") };
  const first = await report(till, lookupId, { key });
  const photosOf = async (folio: string | null) =>
    owner`select p.size from report_photo p join report r on r.id = p.report_id where r.folio = ${folio}`;
  const other = { ...photo, content: Buffer.from("otra foto distinta") };
  const folios = await Promise.all([1, 2].map(() => report(till, lookupId, { key, photo })));
  expect([...folios, await report(till, lookupId, { key, photo: other })]).toEqual([first, first, first]);
  expect(await photosOf(first)).toEqual([{ size: photo.content.length }]);
  const events = await owner`
    select action from audit_event where subject_id = ${first} and action = 'report.photo_added'`;
  expect(events).toHaveLength(1);

  const late = randomUUID();
  const folio = await report(till, lookupId, { key: late, reason: "other", words: "Tiene un borrón" });
  await owner`update report set withdrawn_at = now() where folio = ${folio}`;
  expect(await report(till, lookupId, { key: late, reason: "other", words: "Tiene un borrón", photo })).toBe(
    folio,
  );
  expect(await photosOf(folio)).toEqual([]);
});

test("a report that was sent, opened again and changed is a report of its own with its words", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const key = randomUUID();
  const send = (words: string) => report(till, lookupId, { key, reason: "other", words });
  const [first, changed] = [await send("El papel está roto"), await send("El papel está roto y sin firma")];
  expect(changed).not.toBe(first);
  expect(await send("El papel está roto")).toBe(first);
});

test("nobody reports on another provider's look-up or reads its report", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const other = await makeTill();
  expect(await report(other, lookupId)).toBeNull();
  const folio = (await report(till, lookupId)) ?? "";
  const grant = authorize(other.actor, "report.file");
  expect(await readOwnReport(grant, folio)).toBeNull();
  expect(await readOwnReports(grant)).toEqual([]);
  const [row] = await owner<{ outcome: string }[]>`select outcome from file_report(${randomUUID()},
    ${till.actor.provider.id}, ${other.actor.personId}, ${lookupId}, 'current', 'holder', null, null, null, null, '[]', 'x')`;
  expect(row?.outcome).toBe("not_allowed");
});

test("a report photo is encrypted at rest, readable by the caja only, and each view is in the audit log", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const content = Buffer.from("the bytes of a picture");
  const folio = (await report(till, lookupId, { photo: { type: "image/jpeg", content } })) ?? "";
  const [stored] = await owner<{ sealed: Buffer; words: Buffer | null }[]>`
    select f.sealed, r.words_sealed as words from report r join report_photo f on f.report_id = r.id
    where r.folio = ${folio}`;
  expect(stored?.sealed.includes(content)).toBe(false);
  await expect(providers`select sealed from report_photo limit 1`).rejects.toThrow(/permission denied/);
  await expect(
    providers`select * from view_report_photo(${folio}, ${till.actor.personId}, 'x')`,
  ).rejects.toThrow(/permission denied/);
  const grant = await grantOf("auditor", "report.read");
  expect(await readPhotoOf(grant, folio, client())).toEqual({ mediaType: "image/jpeg", content });
  expect(await eventsOf(folio)).toEqual(["report.filed", "report.photo_viewed"]);
  expect(await readReport(grant, folio)).toMatchObject({ folio, ofProvider: 1, ofOrder: 1 });
});

test("photos are deleted two years after the report was closed, and not before", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const photo = { type: "image/png", content: Buffer.from("picture") } as const;
  const folios = [];
  for (const _ of [1, 2, 3]) folios.push((await report(till, lookupId, { reason: "holder", photo })) ?? "");
  const { personId } = await makeOfficial("officer");
  for (const [folio, age] of [
    [folios[0], "2 years 1 day"],
    [folios[1], "1 year 364 days"],
  ])
    await owner`update report set decided_at = now() - ${age ?? ""}::interval, decided_by = ${personId},
      outcome = 'nothing', answer = 'x', deed = 'leave' where folio = ${folio ?? ""}`;
  await owner`select forget('report_photos', 1000)`;
  const left = await owner<{ folio: string }[]>`select r.folio from report r
    join report_photo f on f.report_id = r.id where r.folio = any(${folios}) order by r.folio`;
  expect(left.map(({ folio }) => folio)).toEqual(folios.slice(1).sort());
});

test("a provider files at most fifty reports a day", async () => {
  const { till, lookupId } = await makeComparedOrder();
  await owner`insert into report (id, folio, provider_id, reported_by, lookup_id, verdict, reason)
    select gen_random_uuid(), 'X-' || gen_random_uuid(), ${till.actor.provider.id}, ${till.actor.personId}, ${lookupId},
      'current', 'holder' from generate_series(1, 50)`;
  await expect(report(till, lookupId)).rejects.toMatchObject({ code: "too_many_reports" });
  await owner`delete from report where provider_id = ${till.actor.provider.id}`;
});
