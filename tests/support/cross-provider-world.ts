import { randomUUID } from "node:crypto";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { fillKeyRing } from "@/domain/order-code/key-ring";
import { publishedReceiptKeys } from "@/domain/proof/receipt-key";
import type { Name, World } from "./cross-provider-calls";
import { addMembership, makeMember, owner, someEmail } from "./factories/account";
import { makeCajaPerson, makeIssued, makeKind } from "./factories/own-order";
import { makePrintedOrder } from "./printed-order";
import { type Counter, compared, makeCounter, makeNamedCounter, registerUse } from "./use-in-database";

/** A question of the shop's that found the order, as it is now. */
async function foundBy(shop: Counter, order: string): Promise<string> {
  const lookup = await insertLookup(shop, { outcome: "current", order_id: order });
  await owner`insert into lookup_face (lookup_id, face) select ${lookup}, order_snapshot(o) from "order" o
    where o.id = ${order}`;
  return lookup;
}

async function insertLookup(shop: Counter, answer: Record<string, unknown>): Promise<string> {
  const columns = {
    person_id: shop.personId,
    provider_id: shop.providerId,
    kind_code: "AS",
    number_typed: "x",
  };
  const [row] = await owner<{ id: string }[]>`
    insert into lookup ${owner({ id: randomUUID(), channel: "typed", ...columns, ...answer })} returning id`;
  return row?.id ?? "";
}

/** A provider with people of each role and a row of everything, a stranger of another one, and a person of both. */
export async function makeCrossProviderWorld() {
  await fillKeyRing(cajaDatabase());
  await publishedReceiptKeys(publicDatabase());
  const official = await makeCajaPerson("officer");
  const shop = await makeCounter();
  const stranger: Name = await makeCounter().then(({ personId, providerId }) => ({
    person: personId,
    provider: providerId,
  }));
  await owner`update membership set role = 'owner' where person_id = ${stranger.person}`;
  const [own, viewer, gone, both] = await Promise.all(
    (["owner", "viewer", "owner", "owner"] as const).map((role) => makeMember(shop.providerId, role)),
  );
  const people = {
    owner: own?.personId ?? "",
    clerk: shop.personId,
    viewer: viewer?.personId ?? "",
    gone: gone?.personId ?? "",
    both: both?.personId ?? "",
  };
  await owner`update membership set removed_at = now() where person_id = ${people.gone}`;
  await addMembership(people.both, stranger.provider, "owner");
  await owner`select audit_append('provider.reactivated', ${official.personId}, ${shop.providerId}, 'provider',
    ${shop.providerId}, 'web', 'x', '{"reason": "Ya lo aclaró."}')`;
  const named = await makeNamedCounter(shop);
  const [branch] = await owner<{ id: string }[]>`
    select branch_id as id from counter where id = ${named.counterId}`;
  const [device] = await owner<{ id: string }[]>`
    insert into counter_device (counter_id, token_hash, paired_by, expires_at)
    values (${named.counterId}, sha256(${randomUUID()}::bytea), ${people.owner}, now() + interval '1 day') returning id`;
  const [whole, claimed] = [await makeKind(), await makeKind({ claimFirst: true })];
  const order = await makeIssued(official, whole);
  const toUse = await compared(shop, order);
  const heldOrder = await makeIssued(official, whole);
  const held = await compared(shop, heldOrder);
  // What is compared may be used after a claim, and a claim that runs may be given back.
  const toClaim = await compared(shop, await makeIssued(official, claimed));
  await owner`insert into order_claim (order_id, provider_id, person_id, lookup_id, until)
    values (${heldOrder}, ${shop.providerId}, ${shop.personId}, ${held}, now() + interval '5 minutes')`;
  const key = randomUUID();
  const { useId } = await registerUse(shop, { order: await makeIssued(official, whole), key });
  const printed = await makePrintedOrder();
  const [code] = await owner<{ code: Buffer; tail: Buffer }[]>`
    select code_id as code, tail_index as tail from order_code where order_id = ${printed.id}`;
  const email = someEmail();
  const [invitation] = await owner<{ id: string }[]>`
    insert into invitation (provider_id, email, name, role, invited_by)
    values (${shop.providerId}, ${email}, 'Ana', 'clerk', ${people.owner}) returning id`;
  const [request] = await owner<{ id: string }[]>`
    insert into request (filing_number, provider_id, application_code, state, submitted_by, reason, decided_at)
    values (${randomUUID()}, ${shop.providerId}, 'CONVENIOS', 'returned', ${people.owner}, 'Falta una hoja', now())
    returning id`;
  await owner`insert into request (filing_number, provider_id, application_code, state, submitted_by, renews)
    values (${randomUUID()}, ${shop.providerId}, 'CONVENIOS', 'submitted', ${people.owner}, true)`;
  await owner`insert into kept_file (id, person_id, provider_id, form, field, file_name, media_type, sealed)
    values (gen_random_uuid(), ${people.owner}, ${shop.providerId}, 'request:CONVENIOS', 'rut', 'a.pdf', 'application/pdf', 'x')`;
  const toCompare = await foundBy(shop, await makeIssued(official, whole));
  const [report] = await owner<{ id: string }[]>`
    insert into report (id, folio, provider_id, reported_by, lookup_id, verdict, reason)
    values (gen_random_uuid(), ${`X-${randomUUID()}`}, ${shop.providerId}, ${shop.personId}, ${toCompare}, 'current', 'holder')
    returning id`;
  await owner`insert into request_event (request_id, kind, actor_id) values (${request?.id ?? ""}, 'submitted', ${people.owner})`;
  await owner`insert into request_document (request_id, kind, file_name, media_type, size, sha256, content)
    values (${request?.id ?? ""}, 'rut', 'rut.pdf', 'application/pdf', 1, sha256('x'), 'x')`;
  await owner`insert into bank_account (id, provider_id, request_id, bank, kind, number_sealed, last_four,
      state, proposed_by)
    values (gen_random_uuid(), ${shop.providerId}, ${request?.id ?? ""}, '1007', 'savings', 'x', '6007', 'requested',
      ${people.owner})`;
  const [proof] = await owner<{ id: string }[]>`
    insert into proof (number, kind, lookup_id, provider_id, person_id, at, content, key_id, signature)
    values (${`C-2098-${Date.now()}`}, 'look_up', ${toUse}, ${shop.providerId}, ${shop.personId}, now(), '{}',
      (select max(id) from receipt_key), sha256('x') || sha256('y')) returning id`;
  const world: World = {
    proof: proof?.id ?? "",
    branch: branch?.id ?? "",
    counter: named.counterId ?? "",
    device: device?.id ?? "",
    viewer: people.viewer,
    order,
    toUse,
    toClaim,
    held,
    key,
    email,
    use: useId ?? "",
    toCompare,
    digits: await insertLookup(shop, { outcome: "digits", digits: "asked", code_id: code?.code }),
    tail: code?.tail.toString("hex") ?? "",
    invitation: invitation?.id ?? "",
    request: request?.id ?? "",
    report: report?.id ?? "",
  };
  return { shop, stranger, people, world };
}
