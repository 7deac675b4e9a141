import { hiddenFields, postForm, request } from "@/scripts/bench/form";
import { demoCases } from "@/scripts/demo/cases";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, test } from "../support/test";

const base = process.env.E2E_URL ?? "";

/**
 * The page without what differs by nature: nonce, ids and their codes, times, and what was typed. Next sends its data in pieces
 * whose cuts and order depend on the moment, so they are joined, and their rows put in order.
 */
function bare(body: string, typed: string[]): string {
  const pushes = [...body.matchAll(/self\.__next_f\.push\(\[1,"((?:[^"\\]|\\.)*)"\]\)/g)].map(
    (match) => match[1] ?? "",
  );
  const rows = pushes.join("").split("\\n").sort().join("\n");
  let text = `${body.replace(/<script[\s\S]*?<\/script>/g, "")}\n${rows}`
    .replace(/nonce[\\":=]+[\w+/=]+/g, "nonce")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id")
    .replace(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g, "moment")
    .replace(/\d{1,2}:\d{2}(:\d{2})?/g, "hh:mm")
    // The name of a form is made of the look-up's random id.
    .replace(/(name="_form" value=")[^"]*/g, "$1")
    .replace(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, "code")
    .replace(/\u00a0/g, " ");
  for (const value of typed) {
    text = text.replaceAll(value, "typed").replaceAll(value.replace(/\B(?=(\d{3})+$)/g, " "), "typed");
  }
  return text;
}

/** Context of the first different character; null when there is none. */
function firstDifference(one = "", other = ""): [string, string] | null {
  if (one === other) return null;
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return [one.slice(Math.max(0, at - 80), at + 80), other.slice(Math.max(0, at - 80), at + 80)];
}

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
