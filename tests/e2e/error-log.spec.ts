import { readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { connect } from "@/db/connection";
import { postForm, request } from "@/scripts/bench/form";
import { breakFunctions } from "@/tests/support/broken-functions";
import { openSession } from "@/tests/support/open-session";
import { withServerOutput } from "@/tests/support/server-with-output";

/** Typed values and parts of addresses, none of which may be logged. */
const typed = {
  name: "Canariana Secretisima",
  email: "canariana.secreta@correo.example",
  number: "1098765432",
  token: "canariana-ficha-0123456789-0123456789-01234",
  password: "frase canariana bien larga",
};
const CANARIES = /canariana|secret[ia]|1098765432|0123456789-0123|\$argon2id/i;

const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith("/page.tsx"),
);

/** The addresses of these pages, with canaries where one has a part of its own. */
const addresses = (pages: readonly string[]) =>
  pages.map((file) =>
    `/${file}`
      .replace(/\/page\.tsx$/, "")
      .replace(/\/\([^)]+\)/g, "")
      .replace(/\[token\]/g, typed.token)
      .replace(/\[[^\]]+\]/g, "3b0f0a3e-1098-4765-8432-000000000000"),
  );

/** Who asks, and which pages are theirs: from those of others they are sent away, which is tried once. */
const people = [
  { email: null, own: /^(?!admin|\(proveedor\))/ },
  { email: "duena@eltornillo.example", own: /^\(proveedor\)/ },
  { email: "administrador@caja.example", own: /^admin/ },
];
const QUERY = new URLSearchParams(
  ["buscar", "q", "persona", "sujeto", "sede", "numero", "estado", "tipo", "codigo", "volver"].map((name) => [
    name,
    typed.name,
  ]),
);

function valueFor(tag: string, name: string): string {
  const type = /type="(\w+)"/.exec(tag)?.[1] ?? "text";
  if (type === "email" || /email|correo/i.test(name)) return typed.email;
  if (type === "password") return typed.password;
  if (type === "checkbox" || type === "radio") return /value="([^"]*)"/.exec(tag)?.[1] ?? "on";
  return /number|nit|phone|mobile|digits|value/i.test(name) ? typed.number : typed.name;
}

/** The fields of each form of a page that is posted to a server action, filled in. */
function forms(html: string): [string, string][][] {
  return [...html.matchAll(/<form[^>]*action=""[^>]*>[\s\S]*?<\/form>/g)].map(([form]) =>
    [...form.matchAll(/<(?:input|textarea|select)[^>]*name="([^"]+)"[^>]*>/g)].map(([tag, name = ""]) => {
      const decoded = name.replace(/&quot;/g, '"').replace(/&amp;/g, "&");
      const hidden = /type="hidden"/.test(tag);
      const value = (/value="([^"]*)"/.exec(tag)?.[1] ?? "").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
      return [decoded, hidden ? value : valueFor(tag, decoded)];
    }),
  );
}

/** Every function but these raises what it was given, and more. */
const sabotage = (keep: string) =>
  breakFunctions(
    keep,
    "raise exception using message = ''canariana'', detail = ''canariana'', hint = ''canariana'';",
  );

test("whatever statement fails, the error log has one line with the page's id and no typed value", async () => {
  test.setTimeout(600_000);
  await withServerOutput(
    async ({ origin, url, written }) => {
      const owner = connect(url, null, 1);
      const found = await Promise.all(
        people.map(async ({ email, own }) => {
          const cookie = email ? await openSession(url, email) : "";
          const pages = addresses(files.filter((file) => own.test(file)));
          const all: { path: string; fields: [string, string][] }[] = [];
          for (const path of pages) {
            const { body } = await request(new URL(path, origin), { headers: { cookie } });
            all.push(...forms(body).map((fields) => ({ path, fields })));
          }
          return { cookie, pages, all };
        }),
      );
      expect(found.flatMap(({ all }) => all).length).toBeGreaterThan(15);

      const shown = new Set<string>();
      const noteIds = (body: string) => {
        for (const id of idsIn(body)) shown.add(id);
      };
      const everyPage = addresses(files);
      const tryAll = async (foreignToo = false) => {
        for (const { cookie, pages, all } of found) {
          for (const path of foreignToo ? everyPage : pages) {
            const { body, status } = await request(new URL(`${path}?${QUERY}`, origin), {
              headers: { cookie },
            });
            noteIds(body);
            if (status === 500) expect(idsIn(body).length, path).toBe(1);
          }
          for (const { path, fields } of all) {
            const { body, status, location } = await postForm(new URL(path, origin), cookie, fields);
            noteIds(body);
            // The action answered with its own words, or its page failed too and tells the id of that.
            if (status >= 500) expect(idsIn(body).length, `${path} ${location}`).toBeGreaterThan(0);
          }
        }
      };
      for (const keep of ["^(session_actor|budget_|can_)", "^(session_actor)$", "^$"]) {
        await owner.unsafe(sabotage(keep));
        await tryAll(keep === "^(session_actor)$");
      }
      await owner`alter table person rename to elsewhere`;
      await tryAll();
      await owner.end();

      // An answer may leave before its line does.
      await expect.poll(() => [...shown].filter((id) => !written().includes(id))).toEqual([]);
      const lines = written().split("\n").filter(Boolean);
      const events = lines.map(
        (line) => JSON.parse(line) as { event: string; id?: string; error?: { code?: string } },
      );
      expect(lines.filter((line) => CANARIES.test(line))).toEqual([]);
      const failed = events.filter(({ event }) => /^(request|action|post)\.failed$/.test(event));
      expect(failed.length).toBeGreaterThan(50);
      expect(failed.filter(({ id }) => !id)).toEqual([]);
      expect(new Set(failed.map(({ id }) => id)).size).toBe(failed.length);
      const ids = new Set(events.map(({ id }) => id));
      expect([...shown].filter((id) => !ids.has(id))).toEqual([]);
      expect(shown.size).toBeGreaterThan(30);
    },
    { AUDIT_EVENTS: "stdout" },
  );
});

/** Error ids that a page shows without scripts, for a call to the caja: of a posted form or of a failed page. */
function idsIn(html: string): string[] {
  const shown = html.matchAll(/dé este código:? ?(?:<!-- -->)?(?: ?<b[^>]*>)?([\w@-]{6,40})/g);
  return [...shown].map(([, id = ""]) => id);
}
