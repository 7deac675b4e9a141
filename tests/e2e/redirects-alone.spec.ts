import { expect, test } from "@playwright/test";
import {
  type Answer,
  addressOf,
  builtActions,
  callAction,
  each,
  send,
  someNetwork,
} from "@/tests/support/hostile-requests";
import { openSession } from "../support/open-session";

const origin = process.env.E2E_URL ?? "";
const HOST = "evil.example";

/** Ways to write another host where a path of this site is expected. */
const elsewhere = [
  `//${HOST}`,
  `///${HOST}/`,
  `/\\${HOST}`,
  `\\\\${HOST}`,
  `/.//${HOST}`,
  `/..//${HOST}`,
  `/a/..//${HOST}`,
  `/a/b/../..//${HOST}/x`,
  `/%2e//${HOST}`,
  `/%2E%2e//${HOST}`,
  `/a/%2e%2E/.//${HOST}`,
  `/%2f${HOST}`,
  `/%2f%2f${HOST}`,
  `/%5c${HOST}`,
  `/;//${HOST}`,
  `/?//${HOST}`,
  `/#//${HOST}`,
  `/idioma/..//${HOST}`,
  `/v//${HOST}`,
  `/v/..//${HOST}`,
  `/v/%2e%2e//${HOST}`,
  `/%20//${HOST}`,
  `/\u00a0/${HOST}`,
  `/\uff0f${HOST}`,
  `/\u2044\u2044${HOST}`,
  `//${HOST}@${HOST}`,
  `/@${HOST}`,
  `//${HOST}%2f..`,
  `//${HOST}/%2f..`,
  `/${HOST}//`,
  `//user:x@${HOST}:443/`,
  `https://${HOST}`,
  `https:${HOST}`,
  `HTTPS:/${HOST}`,
  `javascript:alert(1)//`,
  `data:text/html,x`,
  `.${HOST}`,
  `@${HOST}`,
  ` //${HOST}`,
  `/_next/..//${HOST}`,
  `/idioma?volver=//${HOST}`,
];

/** What an answer sends a browser to, or offers it to press. */
function leadsTo({ headers, body }: Answer): string[] {
  const action = headers["x-action-redirect"];
  return [
    headers.location,
    headers.refresh?.toString().replace(/^[^=]*=/, ""),
    typeof action === "string" ? action.split(";")[0] : undefined,
    ...[...body.matchAll(/\s(?:href|action|src|formaction)="([^"]*)"/g)].map(([, found]) => found),
    ...[...body.matchAll(/http-equiv="refresh"[^>]*url=([^"]*)"/g)].map(([, found]) => found),
  ].flatMap((found) => (found === undefined ? [] : [found.replaceAll("&amp;", "&")]));
}

/** Whether the redirect stays on our site; tel: and mailto: are no navigation. */
function staysHere(target: string): boolean {
  if (/^(?:tel|mailto):/.test(target)) return true;
  return URL.canParse(target, `${origin}/a/b`) && new URL(target, `${origin}/a/b`).origin === origin;
}

test("no URL, return path, header or form redirects a browser to another host", async () => {
  const owner = await openSession(process.env.DATABASE_URL ?? "", "duena@eltornillo.example");
  const signIn = builtActions().find(({ name }) => name.endsWith(" signInAction"));
  if (!signIn) throw new Error("the door has no action");
  const wrong: string[] = [];
  let seen = 0;
  const judge = (what: string, answer: Answer) => {
    if (answer.status === 0 || (answer.status >= 500 && !what.includes("/no-disponible")))
      wrong.push(`${answer.status} ${what}`);
    for (const target of leadsTo(answer)) {
      seen++;
      if (!staysHere(target)) wrong.push(`${what} → ${target}`);
    }
  };
  // An address goes out as it can go: what no request line takes is written in its bytes.
  const raw = (text: string) => text.replace(/[^\x21-\x7e]/g, (sign) => encodeURIComponent(sign));
  await each(
    elsewhere,
    async (place) => {
      const returnPath = encodeURIComponent(place);
      for (const cookie of ["", owner]) {
        const headers = { cookie };
        for (const page of [
          "idioma?a=en&",
          "sonido?a=no&",
          "no-disponible?",
          "ingresar?",
          "sin-permiso?",
          "buscar?",
        ])
          for (const written of [
            returnPath,
            encodeURIComponent(returnPath),
            raw(place).replace(/[?#&]/g, encodeURIComponent),
          ])
            judge(`/${page}volver=${written}`, await send(`/${page}volver=${written}`, { headers }));
        if (place.startsWith("/")) {
          judge(raw(place), await send(raw(place), { headers }));
          judge(
            `POST ${raw(place)}`,
            await send(raw(place), { method: "POST", headers: { ...headers, origin, "content-length": 0 } }),
          );
        }
        judge(
          `next-url ${place}`,
          await send("/equipo", {
            headers: {
              ...headers,
              "next-url": raw(place),
              "x-path": raw(place),
              referer: `${origin}${raw(place)}`,
            },
          }),
        );
      }
      judge(
        `signing in with ${place}`,
        await callAction(
          signIn,
          "",
          [
            ["email", "nadie@prueba.example"],
            ["password", "x"],
            ["back", place],
            ["volver", place],
          ],
          someNetwork(),
        ),
      );
    },
    4,
  );
  expect(seen).toBeGreaterThan(2_000);
  expect(wrong).toEqual([]);
});

test("sign-in redirects to the requested page or to home, never to another host", async () => {
  const signIn = builtActions().find(({ name }) => name.endsWith(" signInAction"));
  if (!signIn) throw new Error("the door has no action");
  const account = [
    ["email", "caja@lanina.example"],
    ["password", "demostracion de la caja"],
  ] as const;
  const led = async (back: string) => {
    const answer = await callAction(signIn, "", [...account, ["back", back]], someNetwork());
    return String(answer.headers["x-action-redirect"]).split(";")[0];
  };
  expect(await led("/historial?dia=1")).toBe("/historial?dia=1");
  const home = await led("");
  for (const place of elsewhere.slice(0, 12))
    expect([place, staysHere((await led(place)) ?? "")]).toEqual([place, true]);
  expect(home).toMatch(/^\/[a-z]/);
  expect(addressOf(signIn.page)).toMatch(/^\//);
});
