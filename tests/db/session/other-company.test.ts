import { beforeAll, expect, test } from "vitest";
import { companyKey, findOtherCompany, meantBy } from "@/domain/account/other-company";
import { authorize, type ProviderActor } from "@/model/access";
import { makeCrossProviderWorld } from "@/tests/support/cross-provider-world";
import { owner } from "@/tests/support/factories/account";

type World = Awaited<ReturnType<typeof makeCrossProviderWorld>>;
type Provider = ProviderActor["provider"];
let shop: World;
let elsewhere: Provider;
const things = { request: "", report: "", use: "" };

beforeAll(async () => {
  shop = await makeCrossProviderWorld();
  elsewhere = await providerOf(shop.stranger.provider);
  const [row] = await owner<{ request: string; report: string }[]>`
    select (select filing_number from request where id = ${shop.world.request}) as request,
      (select folio from report where provider_id = ${shop.shop.providerId} limit 1) as report`;
  Object.assign(things, row, { use: shop.world.use });
});

async function providerOf(id: string): Promise<Provider> {
  const [row] = await owner<{ nit: string; name: string }[]>`
    select nit, legal_name as name from provider where id = ${id}`;
  const { nit = "", name = "" } = row ?? {};
  const rest = { checkDigit: 0, suspended: false, applications: [], opensLookUp: false };
  return { id, nit, legalName: name, ...rest };
}

/** Somebody whose session works for the stranger's company, with these companies of their own. */
function working(personId: string, own: readonly { id: string; legalName: string }[], device?: true) {
  const actor: ProviderActor = {
    kind: "provider",
    role: "owner",
    personId,
    sessionId: "s",
    name: "Ana",
    email: "ana@prueba.example",
    provider: elsewhere,
    ownProviders: [{ id: elsewhere.id, legalName: elsewhere.legalName }, ...own],
    ...(device ? { pairedDevice: { id: "d", isNamed: true } } : {}),
  };
  return authorize(actor, "application.view");
}
const ours = () => ({ id: shop.shop.providerId, legalName: "La otra" });

test("what a mail's link opened is found in the other company that the person works for, and in no other", async () => {
  for (const [thing, ref] of Object.entries(things)) {
    const find = (personId: string, own = [ours()], device?: true) =>
      findOtherCompany(working(personId, own, device), thing as "request" | "report" | "use", ref);
    expect(await find(shop.people.both)).toEqual(ours());
    // A stranger, who left, who works for one alone, and a counter's device get what does not exist.
    expect(await find(shop.stranger.person)).toBeNull();
    expect(await find(shop.people.gone)).toBeNull();
    expect(await find(shop.people.both, [])).toBeNull();
    expect(await find(shop.people.both, [ours()], true)).toBeNull();
  }
  for (const [thing, ref] of [
    ["request", "SOL-2026-999999"],
    ["report", things.request],
    ["use", shop.world.order],
    ["use", "nada"],
  ] as const)
    expect(await findOtherCompany(working(shop.people.both, [ours()]), thing, ref)).toBeNull();
});

test("the link of a statement is compared with the company of the session and names it to nobody", () => {
  const { actor } = working(shop.people.both, [ours()]);
  expect(meantBy(actor, companyKey(elsewhere.id))).toBe("this");
  expect(meantBy(actor, companyKey(ours().id))).toEqual({ other: ours() });
  expect(meantBy(actor, companyKey(shop.people.gone))).toEqual({ other: null });
  expect(meantBy(working(shop.people.both, [ours()], true).actor, companyKey(ours().id))).toEqual({
    other: null,
  });
  expect(companyKey(elsewhere.id)).toMatch(/^[\w-]{8}$/);
  expect(elsewhere.id).not.toContain(companyKey(elsewhere.id));
});
