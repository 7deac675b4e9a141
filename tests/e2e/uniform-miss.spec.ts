import { hiddenFields, postForm, request } from "@/scripts/bench/form";
import { demoCases } from "@/scripts/demo/cases";
import { bare, firstDifference } from "@/tests/support/bare-page";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, test } from "../support/test";

const base = process.env.E2E_URL ?? "";

test("a wrong ID, number and kind answer the same bytes, so that a miss reveals nothing", async ({
  page,
}) => {
  const [example] = demoCases;
  if (!example) throw new Error("no cases");
  await signInAsEmail(page, "dueno@lanina.example");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const form = new URL("/consultar", base);
  const hidden = hiddenFields((await request(form, { headers: { cookie } })).body);
  const bodies: string[] = [];
  for (const [idNumber, number, kindCode] of [
    ["1042555399", example.number, "BE"],
    [example.idNumber, "7654321", "BE"],
    [example.idNumber, "0004410", "BE"],
  ] as const) {
    const fields: [string, string][] = [
      ...hidden,
      ["idNumber", idNumber],
      ["kindCode", kindCode],
      ["number", number],
    ];
    const { location = "" } = await postForm(form, cookie, fields);
    const { body } = await request(new URL(location, base), { headers: { cookie } });
    expect(body).toContain("No la encontramos");
    bodies.push(bare(body, [idNumber, number]));
  }
  expect(firstDifference(bodies[1], bodies[0])).toBeNull();
  expect(firstDifference(bodies[2], bodies[0])).toBeNull();
});
