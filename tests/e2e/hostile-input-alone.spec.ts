import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { filterParams as historyParams } from "@/app/(proveedor)/historial/address";
import { filterParams } from "@/app/admin/_orders/list-address";
import {
  addressOf,
  builtActions,
  builtPaths,
  callAction,
  each,
  multipart,
  multipartType,
  postAction,
  send,
} from "@/tests/support/hostile-requests";
import { rowCounts } from "@/tests/support/row-counts";
import { productFiles } from "../support/files";
import { inAddress, notText, oddHeaders, strange, usual } from "../support/hostile-values";
import { openSession } from "../support/open-session";

const origin = process.env.E2E_URL ?? "";
const cookies: Record<string, string> = { nobody: "" };

test.beforeAll(async () => {
  const url = process.env.DATABASE_URL ?? "";
  const people = {
    provider: "duena@eltornillo.example",
    administrator: "administrador@caja.example",
    officer: "funcionario@caja.example",
  };
  for (const [role, email] of Object.entries(people)) cookies[role] = await openSession(url, email);
});

/** Those to whom a page belongs, and one to whom it does not. */
function rolesOf(built: string): string[] {
  if (built.startsWith("/admin")) return ["administrator", "officer"];
  return built.startsWith("/(proveedor)") ? ["provider"] : ["nobody"];
}

/** Names that any page or form of the product knows, found in its sources. */
const fieldNames = [
  ...new Set([
    ...Object.values(filterParams),
    ...Object.values(historyParams),
    ...productFiles(/^(app|components)\/.*\.tsx?$|^domain\/.*schema\.ts$/).flatMap(({ text }) => [
      ...[...text.matchAll(/\bname="([\w-]+)"/g)].map(([, name]) => name ?? ""),
      ...[...text.matchAll(/\b([\w-]+)\?: string/g)].map(([, name]) => name ?? ""),
      ...[...text.matchAll(/^ {2,6}(\w+): (?:z\.|[A-Z]|text\(|typed\(|line\()/gm)].map(
        ([, name]) => name ?? "",
      ),
    ]),
  ]),
].filter((name) => name !== "" && name !== "constructor");

const isProductsPage = (body: string) => /<html lang="(?:es-CO|en)"/.test(body) && body.includes("<h1");

test("no URL makes a page or a route handler fail, and unparsable input is refused with our own texts", async () => {
  test.setTimeout(240_000);
  const wrong: string[] = [];
  const cases = builtPaths().flatMap((built) =>
    rolesOf(built)
      .slice(0, 1)
      .flatMap((role) =>
        [...inAddress.refused, ...inAddress.accepted].flatMap((value) => {
          const base = addressOf(built).includes("[") ? "" : addressOf(built);
          const query = `${base}?${fieldNames
            .slice(0, 60)
            .map((name) => `${name}=${value.slice(0, 100)}`)
            .join("&")}`;
          const refused = inAddress.refused.includes(value);
          return /\[/.test(built)
            ? [
                { address: addressOf(built, value), refused, role },
                { address: query, refused, role },
              ]
            : [{ address: query, refused, role }];
        }),
      ),
  );
  await each(cases, async ({ address, refused, role }) => {
    const { status, body } = await send(address, { headers: { cookie: cookies[role] ?? "" } });
    const known = address.startsWith("/no-disponible") && status === 503;
    if (status === 0 || (status >= 500 && !known) || (refused && (status !== 400 || !isProductsPage(body))))
      wrong.push(`${status} ${role} ${address.slice(0, 120)}`);
  });
  expect(cases.length).toBeGreaterThan(1_000);
  expect(wrong).toEqual([]);
});

test("every action refuses invalid input field by field and writes nothing", async () => {
  const before = await rowCounts();
  const wrong: string[] = [];
  const actions = builtActions();
  await each(actions, async (action) => {
    for (const role of rolesOf(action.page)) {
      const cookie = cookies[role] ?? "";
      const empty = await callAction(action, cookie, []);
      const needed = /"fields":(\{[^}]*\})/.exec(empty.body)?.[1] ?? "{}";
      const names = Object.keys(JSON.parse(needed) as object);
      if (empty.status >= 500 || empty.status === 0)
        wrong.push(`${empty.status} ${role} ${action.name} empty`);
      for (const name of [...names, "anything"])
        for (const value of notText) {
          const fields = [
            ...names.filter((other) => other !== name).map((other) => [other, usual[other] ?? ""] as const),
          ];
          const answer = await callAction(action, cookie, [...fields, [name, value]]);
          const refused =
            answer.body.includes(`"${name}":"unreadable"`) ||
            /not_allowed|x-action-redirect/.test(answer.body);
          const sentAway = answer.status === 303 || answer.headers["x-action-redirect"] !== undefined;
          if (answer.status >= 500 || answer.status === 0 || !(refused || sentAway))
            wrong.push(`${answer.status} ${role} ${action.name} ${name}=${value.toString("latin1")}`);
        }
    }
  });
  expect(actions.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
  // Empty forms of actions that ask for nothing may have been taken; nothing else was.
  const after = await rowCounts();
  delete before.registration;
  delete after.registration;
  expect(after).toEqual(before);
});

test("arguments that are not one of our forms are refused before an action runs, with our own texts", async () => {
  const wrong: string[] = [];
  const before = await rowCounts();
  const [first, ...rest] = builtActions();
  if (!first) throw new Error("no actions");
  const cases = [first, ...rest].flatMap((action, at) =>
    strange.filter((_, which) => at === 0 || which % 6 === at % 6).map((one) => ({ action, one })),
  );
  await each(cases, async ({ action, one: [what, body, type] }) => {
    for (const role of ["nobody", rolesOf(action.page)[0] ?? "nobody"]) {
      const answer = await postAction(action, cookies[role] ?? "", body, type ?? multipartType);
      if (
        answer.status >= 500 ||
        answer.status === 0 ||
        (answer.status === 400 && !isProductsPage(answer.body))
      )
        wrong.push(`${answer.status} ${role} ${action.name}: ${what}`);
    }
  });
  // The same without scripts: a form whose hidden fields were bent.
  for (const body of [
    multipart([["$ACTION_ID_x", ""]]),
    multipart([
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", "{"],
    ]),
    multipart([[`$ACTION_ID_${first.id}`, ""]]),
    multipart([["$ACTION_KEY", "\0"]]),
  ]) {
    const answer = await send(addressOf(first.page), {
      method: "POST",
      body,
      headers: { "content-type": multipartType, origin, "content-length": body.length },
    });
    if (answer.status >= 500 || answer.status === 0)
      wrong.push(`${answer.status} bent form ${body.toString("latin1").slice(40, 120)}`);
  }
  // Called without a form, which no page of ours does: the page is shown again without a failure.
  for (const { id, page, name } of builtActions().filter((action) => action.page.startsWith("/(cuenta)"))) {
    const body = multipart([[`$ACTION_ID_${id}`, ""]]);
    const answer = await send(addressOf(page, "abc"), {
      method: "POST",
      body,
      headers: { "content-type": multipartType, origin, "content-length": body.length },
    });
    if (![200, 303, 307].includes(answer.status)) wrong.push(`${answer.status} no form: ${name}`);
  }
  expect(wrong).toEqual([]);
  expect(await rowCounts()).toEqual(before);
});

test("a body too large, a wrong method and another host are refused with a text", async () => {
  const large = Buffer.alloc(1_000_000, "x");
  const post = { method: "POST", headers: { origin, "content-type": "application/x-www-form-urlencoded" } };
  const answers = {
    413: await send("/consultar", {
      ...post,
      headers: { ...post.headers, "content-length": large.length },
      body: large,
    }),
    411: await send("/consultar", {
      ...post,
      headers: { ...post.headers, "transfer-encoding": "chunked" },
      body: "a=1",
    }),
    414: await send(`/ayuda?a=${"x".repeat(9_000)}`),
    421: await send("/ayuda", { headers: { host: "evil.example" } }),
    403: await send("/consultar", {
      method: "POST",
      headers: { origin: "https://evil.example", "content-length": 0 },
    }),
    400: await send("/ayuda?a=1&a=2"),
  };
  for (const [status, answer] of Object.entries(answers)) {
    expect(answer.status).toBe(Number(status));
    expect(isProductsPage(answer.body), status).toBe(true);
  }
  for (const method of ["TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])
    for (const place of ["/consultar", "/admin/ordenes/importar/enviar", "/_next/static/x.js"]) {
      const answer = await send(place, { method });
      expect([method, place, answer.status, answer.headers.allow]).toEqual([
        method,
        place,
        405,
        "GET, HEAD, POST",
      ]);
    }
  const host = { host: "evil.example", origin: "http://evil.example" };
  expect((await send("/salir", { method: "POST", headers: { ...host, "content-length": 0 } })).status).toBe(
    421,
  );
});

test("unusual headers and cookies make no request fail", async () => {
  const wrong: string[] = [];
  const pages = builtPaths().filter((built) => built.endsWith("/page"));
  await each([...pages.entries()], async ([at, built]) => {
    for (const headers of oddHeaders.filter((_, which) => which % 3 === at % 3)) {
      const cookie = headers.cookie ?? cookies[rolesOf(built)[0] ?? ""] ?? "";
      const { status, body } = await send(addressOf(built), { headers: { ...headers, cookie } });
      // The log names the sites whose posts were refused; there it is the address that no link may have.
      const foreign = built.startsWith("/admin/bitacora") ? /="[^"<>]*evil\.example/ : /evil\.example/;
      if (status === 0 || status >= 500 || foreign.test(body))
        wrong.push(`${status} ${built} ${JSON.stringify(headers).slice(0, 80)}`);
    }
  });
  expect(wrong).toEqual([]);
});

test("the fields that are fuzzed include every field of the forms", () => {
  expect(readFileSync(path.resolve("domain/account/schema.ts"), "utf8")).toContain("idNumber");
  for (const name of ["email", "idNumber", "kindCode", "buscar", "volver", "estado", "reason"])
    expect(fieldNames).toContain(name);
});
