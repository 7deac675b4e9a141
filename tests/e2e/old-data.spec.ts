import { expect, test } from "@playwright/test";
import { connect } from "@/db/connection";
import { withDatabase } from "@/lib/database-url";
import { ageData } from "@/tests/support/aged-data";
import { everyVisit } from "@/tests/support/every-visit";
import { withOutageTestbed } from "@/tests/support/outage-testbed";

const TWELVE_YEARS = 12 * 365;

test("where everything was done years ago, no page and no file fails", async () => {
  test.setTimeout(180_000);
  await withOutageTestbed(async (testbed) => {
    const database = new URL(testbed.url).pathname.slice(1);
    const superuser = connect(withDatabase(testbed.cluster.url, database), null, 1);
    await ageData(superuser, TWELVE_YEARS);
    await superuser.end();
    const answers = new Map<string, number>();
    await everyVisit(testbed, { hops: 3, seen: (path, status) => answers.set(path, status) });
    expect([...answers.keys()]).toContainEqual(expect.stringMatching(/^\/admin\/solicitudes\/SOL-/));
    expect(
      [...answers].filter(([path, status]) => status >= 500 && !path.startsWith("/no-disponible")),
    ).toEqual([]);
  });
});
