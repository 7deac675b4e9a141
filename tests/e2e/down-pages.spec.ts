import { expect, test } from "@playwright/test";
import { connect } from "@/db/connection";
import { request } from "@/scripts/bench/form";
import { setReadOnly } from "@/scripts/chaos/nemesis";
import { breakFunctions, breakTables } from "../support/broken-functions";
import { addressOf, builtPaths, each } from "../support/hostile";
import { openSession } from "../support/open-session";
import { type OutageStand, onOutageStand } from "../support/outage-stand";

const people = [
  null,
  "duena@eltornillo.example",
  "cajero@eltornillo.example",
  "administrador@caja.example",
  "auditor@caja.example",
];

/** A link's token has a shape of its own. */
const TOKEN = "A".repeat(43);

type Visit = { cookie: string; path: string };

/** Every page and file of the build, and what the pages of the demonstration lead to, as each of these people. */
async function everyVisit({ url, origin }: OutageStand): Promise<Visit[]> {
  const built = builtPaths().map((path) => (/token/.test(path) ? addressOf(path, TOKEN) : addressOf(path)));
  const visits: Visit[] = [];
  for (const email of people) {
    const cookie = email ? await openSession(url, email) : "";
    const paths = new Set(built);
    await each(built, async (path) => {
      const { body } = await request(new URL(path, origin), { headers: { cookie } });
      for (const [, href = ""] of body.matchAll(/href="(\/[^"#]*)"/g))
        if (!/^\/(?:_next|fonts|salir)/.test(href)) paths.add(href.replace(/&amp;/g, "&"));
    });
    visits.push(...[...paths].map((path) => ({ cookie, path })));
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
    const said =
      status < 500 || (status === 503 && (/<h1/.test(body) || /\/(?:foto|documentos|ready)/.test(at)));
    if (!said) wrong.push(`${status} ${path} → ${at}`);
  });
  return wrong;
}

test("while the database is away, half away or takes no writes, no page and no file is an error of ours", async () => {
  test.setTimeout(300_000);
  await onOutageStand(async (stand) => {
    const { cluster, origin, url } = stand;
    const visits = await everyVisit(stand);
    expect(visits.length).toBeGreaterThan(500);
    expect(await wrongOf(origin, visits)).toEqual([]);

    await setReadOnly(cluster, true);
    expect(await wrongOf(origin, visits)).toEqual([]);
    await setReadOnly(cluster, false);

    // The door still knows who comes; whatever is asked after that is refused as by a server that shuts down.
    const owner = connect(url, null, 1);
    await owner.unsafe(breakTables("57P03"));
    await owner.unsafe(
      breakFunctions("^(session_actor|broken)$", "raise exception using errcode = ''57P03'';"),
    );
    await owner.end();
    expect(await wrongOf(origin, visits)).toEqual([]);

    await cluster.stop();
    expect(await wrongOf(origin, visits)).toEqual([]);
  });
});
