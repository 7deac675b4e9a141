import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { type AgreementSort, listAgreements } from "@/db/queries/agreement";
import { makeProvider, owner, someNit } from "@/tests/support/factories/account";
import { someDigits } from "@/tests/support/look-up-orders";

const dayIn = (days: number) =>
  new Date(Date.now() - 5 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

async function make(number: string, legalName: string, from: number, to: number, nit = someNit()) {
  await owner`
    insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values (${number}, ${nit}, 1, ${legalName}, ${dayIn(from)}, ${dayIn(to)})`;
  return nit;
}

test("pages of convenios follow the place, whatever is added meanwhile, in every sorting", async () => {
  const word = `PAG${someDigits(8)}`;
  for (let at = 0; at < 7; at++)
    await make(`${word}-${at}`, `${"gbdface"[at]} Comercial`, -10, 200 + ((at * 3) % 7));
  const page = (sort: AgreementSort, place: { after: string } | { before: string } | null) =>
    listAgreements(cajaDatabase(), { tab: "all", query: word, sort, limit: 3, place });
  for (const sort of ["ends", "ends_down", "company", "company_down", "number", "number_down"] as const) {
    const [first, numbers] = [await page(sort, null), [] as string[]];
    let shown = first;
    for (let passed = 0; ; passed += 3) {
      expect(shown).toMatchObject({ count: 7, passed });
      numbers.push(...shown.rows.map(({ number }) => number));
      if (numbers.length === 7) break;
      shown = await page(sort, { after: shown.rows.at(-1)?.id ?? "" });
    }
    const all = await listAgreements(cajaDatabase(), {
      tab: "all",
      query: word,
      sort,
      limit: 50,
      place: null,
    });
    expect(all.rows.map(({ number }) => number)).toEqual(numbers);
    const key = { ends: "endsOn", company: "legalName", number: "number" } as const;
    const values = all.rows.map((row) => row[key[sort.replace("_down", "") as keyof typeof key]]);
    const sorted = [...values].sort();
    expect(values).toEqual(sort.endsWith("_down") ? sorted.reverse() : sorted);
    const back = await page(sort, { before: shown.rows[0]?.id ?? "" });
    expect(back.rows.map(({ number }) => number)).toEqual(numbers.slice(3, 6));
  }
  const second = await page("number", { after: (await page("number", null)).rows.at(-1)?.id ?? "" });
  await make(`${word}-0A`, "Nueva", -1, 300);
  const again = await page("number", { after: (await page("number", null)).rows.at(-1)?.id ?? "" });
  expect(again.rows.map(({ number }) => number)).not.toEqual(second.rows.map(({ number }) => number));
  const same = await page("number", { before: second.rows[1]?.id ?? "" });
  expect(same.rows.at(-1)?.number).toBe(second.rows[0]?.number);
  // A place that is gone leads to the first page.
  const gone = await page("number", { after: crypto.randomUUID() });
  expect(gone).toMatchObject({ passed: 0, rows: [{ number: `${word}-0` }, {}, {}] });
});

test("a later convenio that begins after a gap follows nothing: the end is told and listed", async () => {
  const word = `HUE${someDigits(8)}`;
  const gap = await make(`${word}-1`, "Con hueco", -10, 20);
  await make(`${word}-2`, "Con hueco", 22, 400, gap);
  const next = await make(`${word}-3`, "Sin hueco", -10, 20);
  await make(`${word}-4`, "Sin hueco", 21, 400, next);
  const ended = await make(`${word}-5`, "Empieza después", -50, -2);
  await make(`${word}-6`, "Empieza después", 5, 400, ended);
  const listed = async (tab: "in30" | "ended") =>
    (
      await listAgreements(cajaDatabase(), { tab, query: word, sort: "number", limit: 50, place: null })
    ).rows.map(({ number }) => number);
  expect(await listed("in30")).toEqual([`${word}-1`]);
  expect(await listed("ended")).toEqual([`${word}-5`]);
  const told = await owner<{ number: string }[]>`
    select number from list_ending_agreements() where number like ${`${word}%`}`;
  expect(told.map(({ number }) => number)).toEqual([`${word}-1`]);
});

test("a convenio's company has an account, one that was not approved yet, or none", async () => {
  const word = `CTA${someDigits(8)}`;
  const [nobody, waiting, approved] = [
    await make(`${word}-1`, "Sin cuenta", -10, 20),
    await make(`${word}-2`, "Sin aprobar", -10, 20),
    await make(`${word}-3`, "Con cuenta", -10, 20),
  ];
  const registered = await makeProvider({ nit: waiting, approved: false });
  await makeProvider({ nit: approved, approved: false });
  const account = await makeProvider({ nit: approved });
  const { rows } = await listAgreements(cajaDatabase(), {
    tab: "all",
    query: word,
    sort: "number",
    limit: 10,
    place: null,
  });
  expect(rows.map(({ nit, providerId, approved: isApproved }) => ({ nit, providerId, isApproved }))).toEqual([
    { nit: nobody, providerId: null, isApproved: false },
    { nit: waiting, providerId: registered, isApproved: false },
    { nit: approved, providerId: account, isApproved: true },
  ]);
});
