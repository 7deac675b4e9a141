import { request } from "@/scripts/bench/form";
import { addressOf, builtPaths, each } from "./hostile-requests";
import { openSession } from "./open-session";
import type { OutageTestbed } from "./outage-testbed";

/** The role of a page, by the first folder of its built path. */
const people = [
  { email: null, own: /^(?!\/admin|\/\(proveedor\))/ },
  { email: "duena@eltornillo.example", own: /^\/\(proveedor\)/ },
  { email: "administrador@caja.example", own: /^\/admin/ },
];

/** A link's token has a shape of its own. */
export const TOKEN = "A".repeat(43);

export type Visit = { cookie: string; path: string };

/**
 * Every page and file of the build, and what its pages of the demonstration lead to, as somebody whose page it is.
 * @param hops how many links are followed from the pages of the build
 * @param seen called with each page on the way, as it was answered
 */
export async function everyVisit(
  { url, origin }: OutageTestbed,
  { hops = 1, seen }: { hops?: number; seen?: (path: string, status: number) => void } = {},
): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (const { email, own } of people) {
    const cookie = email ? await openSession(url, email) : "";
    const built = builtPaths()
      .filter((path) => own.test(path))
      .map((path) => (/token/.test(path) ? addressOf(path, TOKEN) : addressOf(path)));
    // Of addresses that differ in numbers only, one is tested.
    const found = new Map(built.map((path) => [path, path]));
    let from = built;
    for (let hop = 0; hop < hops; hop++) {
      const before = new Set(found.values());
      await each(from, async (path) => {
        const { status, body } = await asked(origin, path, cookie);
        seen?.(path, status);
        for (const [, href = ""] of body.matchAll(/href="(\/[^"#]*)"/g)) {
          const kind = href.replace(/[0-9a-f-]{36}|\d+/g, "0");
          if (!/^\/(?:_next|fonts|salir)/.test(href) && !found.has(kind))
            found.set(kind, href.replace(/&amp;/g, "&"));
        }
      });
      from = [...found.values()].filter((path) => !before.has(path));
    }
    visits.push(...[...found.values()].map((path) => ({ cookie, path })));
  }
  return visits;
}

/** The answer to a page; a database that is too slow for a moment says so, and is asked again. */
async function asked(origin: string, path: string, cookie: string) {
  for (let tries = 1; ; tries++) {
    const answer = await request(new URL(path, origin), { headers: { cookie } });
    if (answer.status !== 503 || tries === 3) return answer;
  }
}

/** What is wrong with the answers: anything but a page, a "no" of ours, or "no disponible" in our words. */
export async function wrongOf(origin: string, visits: Visit[]): Promise<string[]> {
  const wrong: string[] = [];
  await each(visits, async ({ cookie, path }) => {
    let at = path;
    let answer = await request(new URL(at, origin), { headers: { cookie } });
    for (let hops = 0; hops < 3 && answer.location?.startsWith("/"); hops++) {
      at = answer.location;
      answer = await request(new URL(at, origin), { headers: { cookie } });
    }
    const { status, body } = answer;
    const honest = status < 500 || (status === 503 && (/<h1/.test(body) || at === "/api/ready"));
    if (!honest) wrong.push(`${status} ${path} → ${at}`);
  });
  return wrong;
}
