import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import {
  type Answer,
  builtPaths,
  each,
  type Field,
  multipart,
  multipartType,
  send,
} from "@/tests/support/hostile-requests";
import { owner } from "@/tests/support/look-up-orders";
import { rowCounts } from "@/tests/support/row-counts";
import { fileNames, notFiles, notText, strange } from "../support/hostile-values";
import { openSession } from "../support/open-session";
import { type Door, uploadDoors } from "../support/upload-doors";

const origin = process.env.E2E_URL ?? "";
const database = process.env.DATABASE_URL ?? "";

const AHEAD = [
  "/(proveedor)/archivos/enviar/route",
  "/(proveedor)/consultar/r/[id]/reportar/foto/enviar/route",
];
/** It takes a text and no file, and is among the other doors. */
const SEARCH = "/admin/buscar/enviar/route";

/** Those that answer with a file, or take a question that a phone kept. */
async function otherDoors(): Promise<Door[]> {
  const administrator = await openSession(database, "administrador@caja.example");
  const provider = await openSession(database, "duena@eltornillo.example");
  const [order] = await owner<{ id: string }[]>`select id from "order" where state = 'issued' limit 1`;
  const door = (to: string, cookie: string, texts: Record<string, string>) => ({
    to,
    cookie,
    texts,
    files: {},
  });
  return [
    door("/admin/ordenes/exportar", administrator, { formato: "csv", buscar: "0004521" }),
    door("/admin/ordenes/imprimir/archivo", administrator, {
      tipo: "NO",
      sede: "",
      cuales: "",
      tamano: "carta",
    }),
    door("/admin/ordenes/imprimir/marcadas", administrator, { orden: randomUUID(), tamano: "carta" }),
    door(`/admin/ordenes/${order?.id}/imprimir`, administrator, { tamano: "carta" }),
    door("/admin/buscar/enviar", administrator, { q: "0004521" }),
    door("/historial/exportar", provider, { formato: "csv", buscar: "0004521" }),
    door("/historial/relacion/exportar", provider, { formato: "csv" }),
    door("/consultar/pendientes", provider, { id: randomUUID(), kindCode: "AS", number: "1", idNumber: "1" }),
  ];
}

/** The usual form of a route with one invalid field. */
const formOf = ({ texts, files }: Door, bent: readonly Field[]): Buffer =>
  multipart([
    ...Object.entries(texts).filter(([name]) => bent.every(([other]) => other !== name)),
    ...Object.entries(files)
      .filter(([name]) => bent.every(([other]) => other !== name))
      .map(([name, content]) => [name, content, "papel.pdf"] as const),
    ...bent,
  ]);

const post = ({ to, cookie }: Door, body: Buffer | string, type = multipartType): Promise<Answer> =>
  send(to, {
    method: "POST",
    headers: { cookie, origin, "content-type": type, "content-length": Buffer.byteLength(body) },
    body,
  });

const isOurs = (body: string) => /<html lang="(?:es-CO|en)"/.test(body) && body.includes("<h1");

/** Whether the answer is a refusal in our own words, on its own page or on the form's. */
async function isRefused(door: Door, { status, headers, body }: Answer): Promise<boolean> {
  if (status >= 400 && status < 500) return isOurs(body);
  if (status !== 303 || !headers.location?.startsWith("/")) return false;
  // A possible file of orders or convenios is checked in the background; the run records its failure.
  if (/^\/admin\/(?:ordenes|convenios)\/importar\/[\da-f-]{36}$/.test(headers.location)) return true;
  const cookies = (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]);
  const page = await send(headers.location, { headers: { cookie: [door.cookie, ...cookies].join("; ") } });
  return page.status === 200 && isOurs(page.body) && /<title>[^<]*Error/.test(page.body);
}

test("an upload with invalid texts, files or multipart framing is refused with a text", async () => {
  const { doors, end } = await uploadDoors();
  // The routes for files that are uploaded before their form answer a script, not a page: hostile-document-alone.
  const posted = builtPaths().filter(
    (built) => built.endsWith("/enviar/route") && ![...AHEAD, SEARCH].includes(built),
  );
  expect(posted).toHaveLength(doors.length);
  // A valid document of a refused form is stored for the next attempt; here each form is independent.
  const forgetDocuments = () => owner`delete from kept_file`;
  await forgetDocuments();
  const before = await rowCounts();
  const [{ began } = { began: "" }] = await owner<{ began: string }[]>`select now()::text as began`;
  const cases = doors.flatMap((door) => {
    const names = [...Object.keys(door.texts), "anything"];
    const fileFields = Object.keys(door.files).length > 0 ? Object.keys(door.files) : ["photo"];
    const [first = ""] = fileFields;
    const forms: [what: string, fields: Field[]][] = [
      ...names.flatMap((name) =>
        notText.map((value): [string, Field[]] => [`${name}=${value.toString("latin1")}`, [[name, value]]]),
      ),
      ...names.map((name): [string, Field[]] => [
        `${name} twice`,
        [
          [name, "a"],
          [name, "b\0"],
        ],
      ]),
      ...fileFields.flatMap((name) =>
        notFiles.map(([what, content]): [string, Field[]] => [
          `${name}: ${what}`,
          [[name, content, "papel.pdf"]],
        ]),
      ),
      ...fileNames.map((name): [string, Field[]] => [
        `a name: ${name.toString("latin1").slice(0, 40)}`,
        [[first, "no paper", name]],
      ]),
      [`${first} is a text`, [[first, Buffer.from("a\0b")]]],
      ["the texts are files", [...names.map((name): Field => [name, "a\0b", "a.txt"]), [first, "x", "x"]]],
    ];
    return [
      ...forms.map(([what, fields]) => ({ door, what, body: formOf(door, fields), type: multipartType })),
      ...strange.map(([what, body, type]) => ({ door, what, body, type: type ?? multipartType })),
    ];
  });
  const wrong: string[] = [];
  const tryOne = async ({ door, what, body, type }: (typeof cases)[number]) => {
    const answer = await post(door, body, type);
    if (!(await isRefused(door, answer)))
      wrong.push(`${answer.status} ${answer.headers.location ?? ""} ${door.to}: ${what}`);
    const stranger = await post({ ...door, cookie: "" }, body, type);
    if (stranger.status !== 303 || !stranger.headers.location?.startsWith("/ingresar?volver=%2F"))
      wrong.push(`${stranger.status} nobody ${door.to}: ${what}`);
  };
  for (const one of cases) {
    await tryOne(one);
    await forgetDocuments();
  }
  expect(cases.length).toBeGreaterThan(150);
  expect(wrong).toEqual([]);
  const runs = () => owner<{ state: string }[]>`
    select distinct state from import_run where started_at >= ${began}`;
  await expect.poll(runs, { timeout: 60_000 }).toEqual([{ state: "failed" }]);
  // A file of orders that cannot be read is a run that failed; nothing else is written.
  const ofRuns = Object.fromEntries(Object.entries(before).filter(([name]) => name.startsWith("import_")));
  expect({ ...(await rowCounts()), ...ofRuns }).toEqual(before);

  // What was bent is why: the same forms as they are get in.
  for (const door of doors) {
    const { status, headers } = await post(door, formOf(door, []));
    expect([door.to, status, headers.location]).toEqual([
      door.to,
      303,
      expect.stringMatching(
        /^\/(?:solicitudes\/SOL-[\d-]+|novedades\/R-[\d-]+|admin\/(?:ordenes|convenios)\/importar\/[\da-f-]{36})$/,
      ),
    ]);
  }
  await end();
});

for (const whose of ["the caja's", "a provider's"] as const)
  test(`a form of ${whose} with unparsable texts is refused with 400, serves no file and writes nothing`, async () => {
    const before = await rowCounts();
    const wrong: string[] = [];
    const doors = (await otherDoors()).filter(
      ({ to }) => to.startsWith("/admin/") === (whose === "the caja's"),
    );
    expect(doors).toHaveLength(whose === "the caja's" ? 5 : 3);
    const cases = doors.flatMap((door) =>
      [...Object.keys(door.texts), "anything"].flatMap((name) =>
        notText.map((value) => ({ door, name, value })),
      ),
    );
    await each(cases, async ({ door, name, value }) => {
      const answer = await post(door, formOf(door, [[name, value]]));
      if (answer.status !== 400 || !isOurs(answer.body))
        wrong.push(`${answer.status} ${door.to}: ${name}=${value.toString("latin1")}`);
    });
    expect(wrong).toEqual([]);
    expect(await rowCounts()).toEqual(before);
  });

test("an upload without fields asks for everything as the page does, and no framing of it fails", async () => {
  const wrong: string[] = [];
  for (const door of await otherDoors())
    for (const [what, body, type] of strange) {
      const answer = await post(door, body, type);
      if (answer.status === 0 || answer.status >= 500) wrong.push(`${answer.status} ${door.to}: ${what}`);
    }
  expect(wrong).toEqual([]);
});
