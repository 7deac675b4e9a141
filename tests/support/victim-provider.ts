import { randomUUID } from "node:crypto";
import { giveUseProof } from "@/domain/proof/give-proof";
import { documentPlace } from "@/domain/request/sealed-documents";
import { sealBytes } from "@/lib/crypto/seal";
import { authorize } from "@/model/access";
import { makeMember, someEmail } from "@/tests/support/factories/account";
import { report } from "./file-report";
import { makeOrder, makeTill, owner } from "./look-up-orders";
import { makeNamedCounter } from "./use-in-database";
import { client, compared, confirmation, lookUp, register } from "./use-order";

/**
 * A provider with data of every kind: its people, ids that others may try, and secret texts that only it may
 * read.
 */
export type Victim = Awaited<ReturnType<typeof makeVictim>>;

export async function makeVictim() {
  const till = await makeTill();
  const providerId = till.actor.provider.id;
  const secret = randomUUID();
  const name = `Canario ${secret}`;
  await owner`update provider set legal_name = ${name} where id = ${providerId}`;
  const [shopOwner, viewer] = [await makeMember(providerId, "owner"), await makeMember(providerId, "viewer")];
  const orders = await Promise.all(Array.from({ length: 6 }, () => makeOrder()));
  const [first, second, third, fourth, fifth, sixth] = orders;
  if (!first || !second || !third || !fourth || !fifth || !sixth) throw new Error("no orders made");
  const [open, value, unreadable] = [
    await lookUp(till, first),
    await lookUp(till, second),
    await lookUp(till, sixth),
  ];
  const toUse = await compared(till, third);
  const used = await compared(till, fourth);
  const use = (await register(till, confirmation(used))) ?? "";
  const reported = await lookUp(till, fifth);
  const folio = (await report(till, reported, { words: `Palabras ${secret}` })) ?? "";
  const proof = (await giveUseProof(authorize(till.actor, "order.look_up"), use, client())) ?? "";
  const { counterId } = await makeNamedCounter({
    personId: till.actor.personId,
    providerId,
    counterId: null,
  });
  const counter = counterId ?? "";
  const [branch] = await owner<{ id: string }[]>`
    update branch set name = ${`Sede ${secret}`} where id = (select branch_id from counter where id = ${counter})
    returning id`;
  const [device] = await owner<{ id: string }[]>`
    insert into counter_device (counter_id, token_hash, paired_by, expires_at)
    values (${counter}, sha256(${secret}::bytea), ${shopOwner.personId}, now() + interval '1 day') returning id`;
  const [invitation] = await owner<{ id: string }[]>`
    insert into invitation (provider_id, email, name, role, invited_by)
    values (${providerId}, ${someEmail()}, ${`Invitada ${secret}`}, 'clerk', ${shopOwner.personId}) returning id`;
  // Of a year of its own: those of this year have no gaps, which another test counts.
  const radicado = `SOL-1996-${secret.slice(0, 6)}`;
  const [request] = await owner<{ id: string }[]>`
    insert into request (filing_number, provider_id, application_code, state, submitted_by, reason, decided_at)
    values (${radicado}, ${providerId}, 'CONVENIOS', 'returned', ${shopOwner.personId}, ${`Falta ${secret}`}, now())
    returning id`;
  // Sealed as the product writes it: the job that seals what is plain would change the row under a test that compares.
  const document = { id: randomUUID() };
  const sealed = sealBytes(Buffer.from(`%PDF-1.7 ${secret}`), documentPlace(document.id));
  await owner`
    insert into request_document (id, request_id, kind, file_name, media_type, content, sealed_as, size, sha256)
    values (${document.id}, ${request?.id ?? null}, 'rut', ${`${secret}.pdf`}, 'application/pdf', ${sealed}, ${document.id},
      9, sha256(${secret}::bytea))`;
  const [clerk] = await owner<
    { email: string }[]
  >`select email from person where id = ${till.actor.personId}`;
  return {
    providerId,
    name,
    people: { owner: shopOwner.email, clerk: clerk?.email ?? "", viewer: viewer.email },
    ids: {
      open,
      value,
      unreadable,
      toUse,
      reported,
      use,
      proof,
      folio,
      counter,
      device: device?.id ?? "",
      branch: branch?.id ?? "",
      invitation: invitation?.id ?? "",
      viewer: viewer.personId,
      request: request?.id ?? "",
      radicado,
      document: document?.id ?? "",
      order: third.id,
      provider: providerId,
    },
    /** Secret texts that no other provider's page may contain. */
    canaries: [secret, ...orders.flatMap(({ number, idNumber }) => [number, idNumber])],
  };
}
