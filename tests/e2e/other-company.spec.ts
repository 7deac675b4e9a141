import { companyKey } from "@/domain/account/other-company";
import { heading } from "@/tests/support/counter-pages";
import { addMembership, makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";

test.use({ viewport: { width: 390, height: 844 } });

/** Somebody who owns two companies, works for the first, and has a request that was returned to the second. */
async function accountant() {
  const [first, second] = [await makeProvider(), await makeProvider()];
  for (const [id, name] of [
    [first, "Ferretería"],
    [second, "Papelería"],
  ] as const)
    await owner`update provider set legal_name = ${`${name} ${id.slice(0, 8)}`} where id = ${id}`;
  const { personId } = await makeMember(first, "owner");
  await addMembership(personId, second, "owner");
  const [request] = await owner<{ number: string }[]>`
    insert into request (filing_number, provider_id, application_code, state, submitted_by, reason, decided_at)
    values ('SOL-2099-' || lpad((random() * 1e9)::int::text, 9, '0'), ${second}, 'CONVENIOS', 'returned', ${personId},
      'Falta una hoja', now()) returning filing_number as number`;
  return { personId, first, second, other: `Papelería ${second.slice(0, 8)}`, number: request?.number ?? "" };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("the link of a mail about another company of the person says whose it is, and one button leads there", async ({
      page,
    }) => {
      const { personId, other, number } = await accountant();
      await signInAs(page, personId);
      await page.goto(`/solicitudes/${number}`);
      await expect(page.getByRole("main").getByRole("alert")).toContainText(`Lo que abrió es de ${other}.`);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("main").getByRole("button", { name: other }).click();
      await expect(page).toHaveURL(new RegExp(`/solicitudes/${number}$`));
      await expect(heading(page)).toContainText(number);
      await expect(page.getByText("Trabaja con")).toContainText(other);
    });

    test("the link of a statement leads to the company that it is about, and shows that of no other unsaid", async ({
      page,
    }) => {
      const { personId, first, second, other } = await accountant();
      await signInAs(page, personId);
      const days = "desde=2026-01-01&hasta=2026-01-31";
      await page.goto(`/historial/relacion?${days}&empresa=${companyKey(second)}`);
      await expect(page.getByRole("main").getByRole("alert")).toContainText(`Lo que abrió es de ${other}.`);
      await page.getByRole("main").getByRole("button", { name: other }).click();
      await expect(page).toHaveURL(/\/historial\/relacion\?/);
      await expect(page.getByRole("main")).toContainText(other);
      await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
      await page.goto(`/historial/relacion?${days}&empresa=${companyKey(first)}x`);
      await expect(page.getByRole("main").getByRole("alert")).toContainText("con la que usted no trabaja");
    });
  });
}

test("what is of nobody's company whom the person works for is not found", async ({ page }) => {
  const [{ personId }, stranger] = [await accountant(), await accountant()];
  await signInAs(page, personId);
  const answer = await page.goto(`/solicitudes/${stranger.number}`);
  expect(answer?.status()).toBe(404);
});
