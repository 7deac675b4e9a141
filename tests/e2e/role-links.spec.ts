import { cajaRoles } from "@/model/access";
import { makeCajaPerson } from "@/tests/support/factories/own-order";
import { makeAgreement } from "@/tests/support/factories/request";
import { makeOrder, owner, someDigits } from "@/tests/support/look-up-orders";
import { signInAs } from "@/tests/support/sign-in-as";
import { makeVictim } from "@/tests/support/victim-provider";
import { expect, test } from "../support/test";

/** Pages of one shape are opened once: ids, numbers and the values of a query stand for each other. */
const shapeOf = (path: string) =>
  path
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID")
    .replace(/\b(?:SOL|R|U|PG|HD)-\d{4}-\w+/g, "NUMBER")
    .replace(/=[^&]*/g, "=");

const hrefsOf = (html: string) =>
  [...html.matchAll(/<a\s[^>]*href="(\/admin[^"#]*)/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));

for (const role of cajaRoles)
  test(`no page of the caja offers a link that is refused: ${role}`, async ({ page }) => {
    test.setTimeout(180_000);
    const starts = await placesWithLinks();
    await signInAs(page, (await makeCajaPerson(role)).personId);
    const [queue, opened, refused] = [[...starts], new Set<string>(), [] as string[]];
    // Two links deep from the menu and from these.
    for (let depth = 0; depth < 3; depth += 1) {
      const found: string[] = [];
      for (const path of queue.splice(0)) {
        if (opened.has(shapeOf(path))) continue;
        opened.add(shapeOf(path));
        const answer = await page.request.get(path);
        if (answer.url().includes("/sin-permiso")) refused.push(path);
        else if (/html/.test(answer.headers()["content-type"] ?? ""))
          found.push(...hrefsOf(await answer.text()));
      }
      queue.push(...found);
    }
    expect(opened.size).toBeGreaterThan(8);
    expect(refused).toEqual([]);
  });

/** The first page, and a convenio on which orders hang. */
async function placesWithLinks(): Promise<string[]> {
  await makeVictim();
  const nit = `9${someDigits(8)}`;
  await makeAgreement(nit);
  await makeOrder({ providerNit: nit });
  const [convenio] = await owner<{ id: string }[]>`select id from agreement where nit = ${nit}`;
  return [
    "/admin",
    "/admin/convenios",
    `/admin/convenios?q=${nit}`,
    `/admin/convenios/${convenio?.id ?? ""}`,
  ];
}
