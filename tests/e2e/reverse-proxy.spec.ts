import { expect, test } from "@playwright/test";
import { hiddenFields, postForm, request } from "@/scripts/bench/form";

const base = process.env.E2E_URL ?? "";

test("behind a reverse proxy that does not pass Host, like nginx by default, a form is accepted and a foreign origin is not", async () => {
  const host = "127.0.0.1:3000";
  const url = new URL("/ingresar", base);
  const page = await request(url, { headers: { host } });
  const fields: [string, string][] = [
    ...hiddenFields(page.body),
    ["email", "nadie@comercio.example"],
    ["password", "no es la contraseña"],
  ];
  const answer = await postForm(url, "", fields, url.origin, { host });
  expect(answer.status).toBeLessThan(400);
  expect(answer.body + answer.location).not.toContain("Internal Server Error");
  expect((await postForm(url, "", fields, "https://ajeno.example", { host })).status).toBe(403);
});
