import { performance } from "node:perf_hooks";
import type postgres from "postgres";
import { inBulk } from "./bulk-insert";
import { fillAudit, fillLookups, fillUses, makeChooser } from "./history";
import { fillOrders } from "./orders";
import { fillPeople } from "./people";
import { largeTables, type Sizes } from "./sizes";

/** Fills a migrated database that has the demonstration up to `sizes`, and logs how long each part took. */
export async function fillDatabase(
  owner: postgres.Sql,
  sizes: Sizes,
  log: (line: string) => void,
): Promise<void> {
  const timed = async (what: string, part: () => Promise<void>) => {
    const from = performance.now();
    await part();
    log(`${what}: ${((performance.now() - from) / 1_000).toFixed(0)} s`);
  };
  await owner.unsafe("alter system set max_wal_size = '8GB'");
  await owner.unsafe("select pg_reload_conf()");
  await timed("todo con sus índices", () =>
    inBulk(owner, largeTables, async () => {
      await makeChooser(owner, sizes);
      await timed("proveedores", () => fillPeople(owner, sizes));
      await timed("órdenes", () => fillOrders(owner, sizes));
      await timed("consultas", () => fillLookups(owner, sizes));
      await timed("usos y liquidación", () => fillUses(owner, sizes));
      await timed("bitácora", () => fillAudit(owner, sizes));
      await owner.unsafe("drop table scale_provider");
      await owner.unsafe("drop function scale_provider_of, scale_id");
    }),
  );
}
