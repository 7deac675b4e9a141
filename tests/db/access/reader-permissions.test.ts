import { beforeAll, expect, test } from "vitest";
import type { Permission, Role } from "@/model/access";
import { owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind } from "@/tests/support/factories/own-order";
import { makeRoles } from "@/tests/support/person-per-role";
import { mayByTable, roles } from "@/tests/support/role-table";
import { firstValue, inRolledBack } from "@/tests/support/rolled-back";

let people: Map<Role, string>;
let order: string;
beforeAll(async () => {
  people = await makeRoles();
  order = await makeIssued(await makeCajaPerson("officer"), await makeKind());
});

/** What a person gets of each function that shows or takes away orders, and the events that it leaves. */
const results = (person: string) =>
  inRolledBack(async (sql) => {
    const [row] = await sql`select
      (select count(*)::int from "order" o, search_orders(${person}, o.kind_code, o.number_key, null, 9, 'x') where o.id = ${order})
        as found,
      (select count(*)::int from view_order(${order}, ${person}, 'x')) as viewed,
      (select count(*)::int from print_orders(${person}, (select jsonb_build_array(to_jsonb(o) || jsonb_build_object(
        'id_kind', o.affiliate_id_kind, 'id_index', encode(o.affiliate_id_index, 'base64'))) from "order" o
        where o.id = ${order}), 'x')) as printed,
      ((record_order_list(${person}, 'order.listed', 'x', 1, '{}')).outcome = 'done')::int as listed,
      ((record_order_list(${person}, 'order.exported', 'x', 1, '{}')).outcome = 'done')::int as exported`;
    const events = await firstValue<number>(
      sql`select count(*)::int from audit_event where actor_id = ${person} and action ~ '^order[.]'`,
    );
    return { ...row, events };
  });

for (const role of roles)
  test(`${role} finds, opens, prints, lists and exports orders as its permissions allow, and each access is in the audit log`, async () => {
    const may = (permission: Permission) => Number(mayByTable(role, permission));
    const [finds, prints, exports] = [may("order.find"), may("order.print"), may("order.export")];
    expect(await results(people.get(role) ?? "")).toEqual({
      found: finds,
      viewed: finds,
      printed: prints,
      listed: finds,
      exported: exports,
      // What is printed without a code is told too: found, opened, printed, listed, exported.
      events: 3 * finds + prints + exports,
    });
  });

test("a disabled administrator can read, print, list and export nothing", async () => {
  const { personId } = await makeCajaPerson("administrator");
  await owner`update person set disabled_at = now() where id = ${personId}`;
  expect(await results(personId)).toEqual({
    found: 0,
    viewed: 0,
    printed: 0,
    listed: 0,
    exported: 0,
    events: 0,
  });
});

for (const role of roles)
  test(`${role} reads the log and the people of the caja as its permissions allow, and the log has who read it`, async () => {
    const person = people.get(role) ?? "";
    const found = await inRolledBack(async (sql) => {
      await sql`select note_audit_reading(${person}, 'x', '{}', 'x')`;
      await sql`select note_audit_export(${person}, '{}', 'x')`;
      const events = await sql<{ action: string }[]>`
        select action from audit_event where actor_id = ${person} and action ~ '^audit[.]' order by seq`;
      const [row] = await sql`select count(*) > 0 as any from list_caja_people(${person})`;
      return { events: events.map(({ action }) => action), people: row?.any };
    });
    expect(found).toEqual({
      events: mayByTable(role, "audit.read") ? ["audit.read", "audit.exported"] : [],
      people: mayByTable(role, "people.read"),
    });
  });
