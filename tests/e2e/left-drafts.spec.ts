import { expect, expectAccessible, test } from "@/tests/support/test";
import { makeDraft, makeKind } from "../support/factories/own-order";
import { makeOfficial } from "../support/officials";
import { signInAs } from "../support/sign-in-as";

test("the draft of who left is named where the access ends, and another person takes it over", async ({
  page,
}) => {
  const [administrator, gone, officer] = [
    await makeOfficial("administrator"),
    await makeOfficial("officer"),
    await makeOfficial("officer"),
  ];
  const draft = await makeDraft(gone, await makeKind());
  await signInAs(page, administrator.personId);
  await page.goto(`/admin/personas/${gone.personId}`);
  const open = page.getByRole("region", { name: "Lo que tiene pendiente" });
  await expect(open.getByRole("link", { name: "Borrador de una orden" })).toHaveAttribute(
    "href",
    `/admin/ordenes/${draft}`,
  );
  await expectAccessible(page);

  // While its person may enter, nobody else takes it.
  const left = page.getByRole("row").filter({ hasText: gone.name });
  await page.context().clearCookies();
  await signInAs(page, officer.personId);
  await page.goto("/admin/ordenes");
  await expect(left).toHaveCount(0);

  await page.context().clearCookies();
  await signInAs(page, administrator.personId);
  await page.goto(`/admin/personas/${gone.personId}`);
  await page.getByRole("radio", { name: "Salió de la entidad" }).check({ force: true });
  await page.getByRole("button", { name: "Quitar el acceso" }).click();
  await page.waitForURL(/\/admin\/personas$/);
  await page.goto(`/admin/personas/${gone.personId}`);
  await open.getByRole("link", { name: "Borrador de una orden" }).click();
  await expect(left).toBeVisible();
  await expectAccessible(page);

  await page.context().clearCookies();
  await signInAs(page, officer.personId);
  await page.goto("/admin/ordenes");
  await left.getByRole("button", { name: "Tomar el borrador" }).click();
  await expect(left).toHaveCount(0);
  await page.goto(`/admin/ordenes/${draft}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Borrador de orden");

  await page.context().clearCookies();
  await signInAs(page, administrator.personId);
  await page.goto(`/admin/personas/${gone.personId}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(gone.name);
  await expect(open).toHaveCount(0);
});
