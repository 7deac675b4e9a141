import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { callsIn } from "@/tests/support/cross-provider-calls";
import { makeCrossProviderWorld } from "@/tests/support/cross-provider-world";
import { addMembership, owner } from "@/tests/support/factories/account";

type Shop = Awaited<ReturnType<typeof makeCrossProviderWorld>>;
let own: Shop;
beforeAll(async () => {
  own = await makeCrossProviderWorld();
  await addEnded(own);
});

/** What the provider has, and what it had: of each thing another one that counts no more. */
async function addEnded({ shop, people, world }: Shop): Promise<void> {
  const { providerId } = shop;
  for (const end of ["cancelled_at", "accepted_at"])
    await owner`insert into invitation (provider_id, email, name, role, invited_by, ${owner(end)})
      values (${providerId}, ${`${randomUUID()}@prueba.example`}, 'Terminada', 'clerk', ${people.owner}, now())`;
  await owner`
    insert into invitation (provider_id, email, name, role, invited_by, replaces_owner, proof, code_hash)
    values (${providerId}, ${`${randomUUID()}@prueba.example`}, 'De la entidad', 'owner', ${people.owner}, true, 'x',
      sha256('x'))`;
  await owner`insert into request_event (request_id, kind, actor_id) values (${world.request}, 'taken_back', ${people.owner})`;
  await owner`insert into request_document (request_id, kind, file_name, media_type, size, sha256, content, replaced_at)
    values (${world.request}, 'rut', 'antes.pdf', 'application/pdf', 1, sha256('x'), 'x', now())`;
  await owner`insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, outcome)
    select gen_random_uuid(), ${people.owner}, ${providerId}, 'typed', 'AS', 'x', outcome
    from unnest('{current,not_found}'::text[]) outcome`;
}

/** A reading for a proof that is about to be written names its instant and the next number. */
const reads = () =>
  Object.entries(callsIn(() => own.world)).filter(
    ([name, { reads }]) => reads && !name.endsWith("_to_prove"),
  );

/** All rows of each reading in the name of this person of the provider, without the instant of the reading. */
async function rowsFor(person: string): Promise<Map<string, unknown[]>> {
  const answers = new Map<string, unknown[]>();
  for (const [name, { ask }] of reads()) {
    const rows = await owner.unsafe(`select * from ${ask({ person, provider: own.shop.providerId })}`);
    answers.set(
      name,
      rows.map(({ read_at: _, ...row }) => row),
    );
  }
  return answers;
}

test("what a provider reads of its own does not change with what another one has, also for a person of both", async () => {
  const before = [await rowsFor(own.people.owner), await rowsFor(own.people.both)];
  const other = await makeCrossProviderWorld();
  await addEnded(other);
  await addMembership(own.people.both, other.shop.providerId, "owner");
  await addMembership(own.people.owner, other.shop.providerId, "clerk");
  expect([await rowsFor(own.people.owner), await rowsFor(own.people.both)]).toEqual(before);
});

test("a provider reads who works for it, what waits and what counts, and not what ended", async () => {
  const rows = await rowsFor(own.people.owner);
  const of = (name: string, column: string) =>
    (rows.get(name) as Record<string, unknown>[]).map((row) => row[column]);
  const { gone, ...there } = own.people;
  expect(of("own_members", "person_id").sort()).toEqual(Object.values(there).sort());
  expect(of("own_people", "id").sort()).toEqual([...Object.values(there), gone].sort());
  expect(of("own_invitations", "id")).toEqual([own.world.invitation]);
  expect(of("own_request_events", "kind")).toEqual(["submitted"]);
  expect(of("own_request_documents", "file_name")).toEqual(["rut.pdf"]);
  expect(of("own_requests", "state").sort()).toEqual(["returned", "submitted"]);
  expect([of("own_branches", "open"), of("own_branches", "counter_open")]).toEqual([[true], [true]]);
  expect(of("own_account", "state")).toEqual(["requested"]);
  expect(of("own_report_holds", "holds")).toEqual([expect.any(Boolean)]);
  expect(of("own_reports", "id")).toEqual([own.world.report]);
  expect(
    await owner`select from own_reports(${own.people.owner}, ${own.shop.providerId}, 'R-0')`,
  ).toHaveLength(0);
  expect(of("own_found", "own_found")).toEqual([1]);
  const asked =
    await owner`select filing_number from own_requests(${own.people.owner}, ${own.shop.providerId},
    (select filing_number from request where id = ${own.world.request}))`;
  expect(asked).toHaveLength(1);
  const current = await owner`select from own_account(${own.people.owner}, ${own.shop.providerId})`;
  expect(current).toHaveLength(0);
});
