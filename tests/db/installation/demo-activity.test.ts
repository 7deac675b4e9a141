import { expect, test } from "vitest";
import { connect } from "@/db/connection";
import { demoAccounts, demoApplicants, freeNit } from "@/scripts/demo/accounts";
import { separateDatabase } from "@/tests/support/separate-database";

/** What the caja finds on its desk, and what the charts of a month are made of. */
async function desk(url: string) {
  const owner = connect(url, null, 1);
  const [row] = await owner`select
    (select count(*)::int from person) as people,
    (select count(*)::int from request where state = 'submitted') as requests,
    (select count(*)::int from request where state = 'submitted' and submitted_at < now() - interval '7 days') as overdue,
    (select count(*)::int from request_document d join request r on r.id = d.request_id where r.state = 'submitted') as documents,
    (select count(*)::int from report where put_in_review) as reports,
    (select count(*)::int from undo_request where decided_at is null) as undos,
    (select array_agg(state) from import_run where file_name = 'ordenes-con-errores.csv') as imports,
    (select count(distinct bogota_day(at)) > 20 from order_use where provider_id is not null) as days,
    (select array_agg(distinct state order by state) from settlement) as settled,
    (select count(*) > 5 from order_use u where provider_id is not null
      and not exists (select from settlement s where s.use_id = u.id)) as to_settle,
    (select count(*)::int from "order" where number like 'H%' and state = 'issued') as with_paper,
    (select count(*)::int from agreements_in_force(${freeNit}, now())) as free,
    (select count(*)::int from provider where nit = ${freeNit}) as taken`;
  await owner.end();
  return row;
}

test("the demonstration of npm start fills the caja's desk, once", async () => {
  const url = await separateDatabase("demo_activity");
  const { loadDemo } = await import("@/scripts/demo/load");
  await loadDemo(url, { activity: true });
  const filled = await desk(url);
  expect(filled).toEqual({
    people: demoAccounts.length + demoApplicants.length,
    requests: 3,
    overdue: 1,
    documents: 10,
    reports: 1,
    undos: 1,
    imports: ["previewed"],
    days: true,
    settled: ["legalized", "objected", "paid"],
    to_settle: true,
    with_paper: 5,
    free: 1,
    taken: 0,
  });

  // As on the day after.
  const owner = connect(url, null, 1);
  await owner`update installation set value = '2020-01-01' where key = 'demo'`;
  await owner.end();
  await loadDemo(url, { activity: true });
  expect(await desk(url)).toEqual(filled);
});
