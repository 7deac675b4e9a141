import type { Page } from "@playwright/test";
import { makeIssued, makeKind } from "../support/factories/own-order";
import { makeOfficial } from "../support/officials";
import { readPdf } from "../support/read-pdf";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

const SHEET = { letter: 792, half: 612 };
const offered = (page: Page) => page.getByRole("radio", { checked: true }).first();

test("the size that was printed last is offered next in this browser alone, and a wrong cookie offers letter", async ({
  page,
  browser,
}) => {
  const officer = await makeOfficial("officer");
  const kind = await makeKind();
  const [first, second] = [await makeIssued(officer, kind), await makeIssued(officer, kind)];
  const print = (order: string, size: string) =>
    page.request.post(`/admin/ordenes/${order}/imprimir`, {
      form: { tamano: size },
      headers: { origin: new URL(page.url()).origin },
    });
  const heightOf = async (order: string, size: string) =>
    (await readPdf(await (await print(order, size)).body())).pages[0]?.height;
  await signInAs(page, officer.personId);
  await page.goto(`/admin/ordenes/${second}`);
  await expect(offered(page)).toHaveValue("carta");

  expect(await heightOf(first, "media")).toBe(SHEET.half);
  await page.goto(`/admin/ordenes/${second}`);
  await expect(offered(page)).toHaveValue("media");
  await page.goto("/admin/ordenes/imprimir?cuales=printed");
  await expect(offered(page)).toHaveValue("media");
  const kept = (await page.context().cookies()).find(({ name }) => name === "papel");
  expect(kept).toMatchObject({ value: "media", path: "/admin/ordenes", httpOnly: true, sameSite: "Lax" });
  expect(kept?.expires).toBeGreaterThan(Date.now() / 1000 + 300 * 86_400);

  // It says what lies in this printer, so another browser of the same person knows nothing of it.
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await signInAs(elsewhere, officer.personId);
  await elsewhere.goto(`/admin/ordenes/${second}`);
  await expect(offered(elsewhere)).toHaveValue("carta");
  await other.close();

  expect(await heightOf(first, "carta")).toBe(SHEET.letter);
  await page.goto(`/admin/ordenes/${second}`);
  await expect(offered(page)).toHaveValue("carta");

  for (const value of ["legal", "__proto__", "media%00"]) {
    await page
      .context()
      .addCookies([{ name: "papel", value, url: `${new URL(page.url()).origin}/admin/ordenes` }]);
    await page.goto(`/admin/ordenes/${second}`);
    await expect(offered(page), value).toHaveValue("carta");
  }
});
