import { expect, test } from "@playwright/test";
import { addressOf, builtPaths, each, send } from "@/tests/support/hostile-requests";
import { openSession } from "@/tests/support/open-session";

const origin = process.env.E2E_URL ?? "";
const database = process.env.DATABASE_URL ?? "";

const people = {
  nobody: null,
  owner: "duena@eltornillo.example",
  applicant: "duena@visioncaribe.example",
  administrator: "administrador@caja.example",
  auditor: "auditor@caja.example",
};

test("no route handler answers an error status without a text, for any role and request", async () => {
  const cookies = new Map<string, string>();
  for (const [who, email] of Object.entries(people))
    cookies.set(who, email === null ? "" : await openSession(database, email));
  const routes = builtPaths().filter((built) => built.endsWith("/route"));
  const seen = new Map<number, number>();
  const wrong: string[] = [];
  const cases = routes.flatMap((built) =>
    [...cookies].flatMap(([who, cookie]) =>
      (["GET", "POST"] as const).flatMap((method) =>
        (["es-CO", "en"] as const).map((language) => ({ built, who, cookie, method, language })),
      ),
    ),
  );
  await each(cases, async ({ built, who, cookie, method, language }) => {
    // Skipped, because signing out would end the sessions of the other requests.
    if (built.startsWith("/salir")) return;
    const { status, body, headers } = await send(addressOf(built), {
      method,
      headers: {
        cookie: [cookie, `idioma=${language}`].filter(Boolean).join("; "),
        ...(method === "POST" ? { origin, "content-length": 0 } : {}),
      },
    });
    if (status < 400) return;
    seen.set(status, (seen.get(status) ?? 0) + 1);
    const hasText =
      headers["content-type"] === "text/html; charset=utf-8" &&
      body.includes(`<html lang="${language}"`) &&
      /<h1[^>]*>[^<]+/.test(body) &&
      /href="\/[^/]/.test(body);
    const unavailable = status === 503 && built.startsWith("/no-disponible");
    if (!hasText || (status >= 500 && !unavailable))
      wrong.push(`${status} ${method} ${who} ${language} ${built}: ${body.slice(0, 80)}`);
  });
  expect(wrong).toEqual([]);
  for (const status of [401, 403, 404, 405]) expect([status, seen.has(status)]).toEqual([status, true]);
});

test("a file opened without a session redirects to sign-in and back", async ({ page }) => {
  const file = "/admin/ordenes/importar/00000000-0000-4000-8000-000000000000/avance";
  expect((await page.goto(file))?.status()).toBe(401);
  await expect(page.getByRole("heading", { name: "Ingrese para ver esto" })).toBeVisible();
  await page.getByRole("link", { name: "Ingresar" }).click();
  await expect(page).toHaveURL(`/ingresar?volver=${encodeURIComponent(file)}`);
});
