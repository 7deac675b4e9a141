import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { connect } from "@/db/connection";
import { call } from "@/db/contract/call";
import { openDrizzle } from "@/db/failure";
import { orderColumnsOf } from "@/domain/order/order-columns";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { seal } from "@/lib/crypto/seal";
import type { CajaActor } from "@/model/access";
import { addDays } from "@/model/calendar";

/** What an order of the demonstration says. */
export type Drafted = { affiliateId: string; affiliateName: string; value: number; concept: string };
/** A login of the caja's screens. */
export type Office = ReturnType<typeof openDrizzle>;

const DAYS = 30;
const FROM = "demostración";
/** From this value on the demonstration requires approval by a second person. */
const APPROVAL_FROM = 2_000_000;

const current: Drafted = {
  affiliateId: "1140812345",
  affiliateName: "Rosmery Castilla Polo",
  value: 260_000,
  concept: "Materiales de construcción",
};
const blocked: Drafted = {
  ...current,
  affiliateId: "1129501234",
  affiliateName: "Nelson Ibarra Coll",
  value: 190_000,
};
const lost: Drafted = {
  ...current,
  affiliateId: "1045709876",
  affiliateName: "Katia Fontalvo Lara",
  value: 340_000,
};
const waiting: Drafted = {
  ...current,
  affiliateId: "72098123",
  affiliateName: "Álvaro Pino Sanjuán",
  value: 2_500_000,
};

/**
 * Issues the demonstration's own orders once: one current, one in review, one replaced, and a draft that
 * waits for approval. On later days the current ones are extended.
 */
export async function loadOwnOrders(url: string, owner: postgres.Sql, today: string): Promise<void> {
  const actor = await findOfficer(owner);
  const client = connect(url, "app_caja", 1);
  const db = openDrizzle(client);
  try {
    const [own] = await owner`select from "order" where drafted_by = ${actor.personId} limit 1`;
    if (own) await extendAll(db, owner, actor, today);
    else {
      await owner`update order_kind set approval_from = ${APPROVAL_FROM} where code = 'AS'`;
      await issueAll(db, owner, actor, today);
    }
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function issueAll(db: Office, owner: postgres.Sql, actor: CajaActor, today: string): Promise<void> {
  const by = { actor: actor.personId, ip: FROM };
  await issued(db, owner, actor, current, today);
  const reviewed = await issued(db, owner, actor, blocked, today);
  const reason = "Se revisa una novedad de la demostración";
  done(await call(db, "block_order", { ...by, order: reviewed, reason }));
  const order = await issued(db, owner, actor, lost, today);
  const newId = randomUUID();
  done(
    await call(db, "replace_order", {
      ...by,
      order,
      new: newId,
      version: await versionOf(owner, order),
      ...sealed(newId, lost),
      reason: "El afiliado perdió el papel",
    }),
  );
  const draft = await drafted(db, actor, waiting, today);
  const shown = { order: draft, version: await versionOf(owner, draft) };
  done(await call(db, "ask_order_approval", { ...by, ...shown }));
}

/** Extends the current orders, so that their last day moves with today. */
async function extendAll(db: Office, owner: postgres.Sql, actor: CajaActor, today: string): Promise<void> {
  const until = addDays(today, DAYS - 1);
  const rows = await owner<{ id: string; was: string }[]>`
    select id, valid_until::text as was from "order"
    where drafted_by = ${actor.personId} and state in ('issued', 'delivered') and valid_until < ${until}::date`;
  const reason = "Las fechas de la demostración siguen al día de hoy";
  const by = { actor: actor.personId, ip: FROM };
  for (const { id, was } of rows) await call(db, "extend_order", { ...by, order: id, was, until, reason });
}

async function drafted(db: Office, actor: CajaActor, order: Drafted, today: string): Promise<string> {
  const id = randomUUID();
  const data = orderColumnsOf(id, {
    ...order,
    kindCode: "AS",
    affiliateIdKind: "CC",
    issuedOn: today,
    validUntil: addDays(today, DAYS - 1),
    office: "CAC Prado",
  });
  done(await call(db, "save_order_draft", { order: id, actor: actor.personId, ip: FROM, data }));
  return id;
}

/** Drafts and issues an order in the officer's name; answers its id. */
export async function issued(
  db: Office,
  owner: postgres.Sql,
  actor: CajaActor,
  order: Drafted,
  today: string,
): Promise<string> {
  const id = await drafted(db, actor, order, today);
  const shown = { order: id, version: await versionOf(owner, id), approves: false };
  done(await call(db, "issue_order", { ...shown, actor: actor.personId, ip: FROM }));
  return id;
}

function sealed(id: string, { affiliateId, affiliateName }: Drafted) {
  return {
    idSealed: seal(affiliateId, affiliateIdPlace(id)),
    nameSealed: seal(affiliateName, affiliateNamePlace(id)),
  };
}

async function versionOf(owner: postgres.Sql, id: string): Promise<string> {
  const [row] = await owner<{ version: string }[]>`
    select caja_version(updated_at) as version from "order" where id = ${id}`;
  return row?.version ?? "";
}

/** The demonstration's officer, who issues its orders. */
export async function findOfficer(owner: postgres.Sql): Promise<CajaActor> {
  const [row] = await owner<{ id: string; name: string; email: string }[]>`
    select id, name, email from person where email = 'funcionario@caja.example'`;
  if (!row) throw new Error("no officer in the demonstration");
  return {
    kind: "caja",
    role: "officer",
    personId: row.id,
    sessionId: randomUUID(),
    name: row.name,
    email: row.email,
  };
}

function done(outcome: string): void {
  if (outcome !== "done") throw new Error(`demonstration: ${outcome}`);
}
