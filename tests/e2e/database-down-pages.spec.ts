import { expect, test } from "@playwright/test";
import { connect } from "@/db/connection";
import { setReadOnly } from "@/scripts/chaos/nemesis";
import { breakFunctions, breakTables } from "@/tests/support/broken-functions";
import { everyVisit, TOKEN, wrongOf } from "@/tests/support/every-visit";
import { withOutageTestbed } from "@/tests/support/outage-testbed";

test("with the database down, unreachable in part or read-only, no page and no file answers 500", async () => {
  test.setTimeout(600_000);
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
