import { expect, test } from "@playwright/test";
import { connect } from "@/db/connection";
import { request } from "@/scripts/bench/form";
import { setReadOnly } from "@/scripts/chaos/nemesis";
import { breakFunctions, breakTables } from "@/tests/support/broken-functions";
import { addressOf, builtPaths, each } from "@/tests/support/hostile-requests";
import { openSession } from "@/tests/support/open-session";
import { type OutageTestbed, withOutageTestbed } from "@/tests/support/outage-testbed";

/** The role of a page, by the first folder of its built path. */
const people = [
  { email: null, own: /^(?!\/admin|\/\(proveedor\))/ },
  { email: "duena@eltornillo.example", own: /^\/\(proveedor\)/ },
  { email: "administrador@caja.example", own: /^\/admin/ },
];

/** A link's token has a shape of its own. */
const TOKEN = "A".repeat(43);

type Visit = { cookie: string; path: string };

/** Every page and file of the build, and what its pages of the demonstration lead to, as somebody whose page it is. */
async function everyVisit({ url, origin }: OutageTestbed): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (const { email, own } of people) {
    const cookie = email ? await openSession(url, email) : "";
    const built = builtPaths()
      .filter((path) => own.test(path))
      .map((path) => (/token/.test(path) ? addressOf(path, TOKEN) : addressOf(path)));
    // Of addresses that differ in numbers only, one is tested.
    const found = new Map(built.map((path) => [path, path]));
    await each(built, async (path) => {
      const { body } = await request(new URL(path, origin), { headers: { cookie } });
      for (const [, href = ""] of body.matchAll(/href="(\/[^"#]*)"/g)) {
        const kind = href.replace(/[0-9a-f-]{36}|\d+/g, "0");
        if (!/^\/(?:_next|fonts|salir)/.test(href) && !found.has(kind))
          found.set(kind, href.replace(/&amp;/g, "&"));
      }
    });
    visits.push(...[...found.values()].map((path) => ({ cookie, path })));
  }
  return visits;
}

/** What is wrong with the answers: anything but a page, a "no" of ours, or "no disponible" in our words. */
async function wrongOf(origin: string, visits: Visit[]): Promise<string[]> {
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

test("with the database down, unreachable in part or read-only, no page and no file answers 500", async () => {
  test.setTimeout(300_000);
  await withOutageTestbed(async (testbed) => {
    const { cluster, origin, url } = testbed;
    const visits = await everyVisit(testbed);
    expect(visits.length).toBeGreaterThan(150);
    expect(await wrongOf(origin, visits)).toEqual([]);

    await setReadOnly(cluster, true);
    expect(await wrongOf(origin, visits)).toEqual([]);
    await setReadOnly(cluster, false);

    // The session can still be read; every later query fails as on a server that shuts down.
    const owner = connect(url, null, 1);
    await owner.unsafe(breakTables("57P03"));
    await owner.unsafe(
      breakFunctions("^(session_actor|broken)$", "raise exception using errcode = ''57P03'';"),
    );
    await owner.end();
    expect(await wrongOf(origin, visits)).toEqual([]);

    // The database does not answer at all, so the session check itself fails. A sample of the pages is enough.
    await cluster.stop();
    const some = visits.filter(({ path }, nth) => path.includes(TOKEN) || nth % 8 === 0);
    expect(await wrongOf(origin, some)).toEqual([]);
  });
});
