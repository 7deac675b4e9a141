import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { connect } from "@/db/connection";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { seal } from "@/lib/crypto/seal";
import { env } from "@/lib/env";
import { authorize, type Grant, type ProviderActor } from "@/model/access";

/** A connection as the table owner, to arrange a test's data and to inspect its result. */
export const owner = connect(env().DATABASE_URL, null, 4);

export const someDigits = (length: number) => String(randomInt(10 ** (length - 1), 10 ** length - 1));

/** Creates a counter of a provider with CONVENIOS and a convenio from `startsOn` to `endsOn` (SQL dates). */
export async function makeTill({
  startsOn = "2020-01-01",
  endsOn = "2099-12-31",
  suspended = false,
}: {
  startsOn?: string;
  endsOn?: string;
  suspended?: boolean;
} = {}): Promise<Grant<"order.look_up">> {
  await owner`insert into application (code, title, description, button_label, path, position)
    values ('CONVENIOS', 'PROVEEDORES', '', 'Acceder', '/consultar', 1) on conflict do nothing`;
  const provider = await insertProvider(suspended);
  const { nit } = provider;
  const [person] = await owner<{ id: string }[]>`
    insert into person (email, name) values (${`${randomUUID()}@prueba.example`}, 'Cajera de prueba') returning id`;
  if (!person) throw new Error("no till made");
  await owner`insert into membership (person_id, provider_id, role) values (${person.id}, ${provider.id}, 'clerk')`;
  await owner`insert into granted_application (provider_id, application_code) values (${provider.id}, 'CONVENIOS')`;
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values (${`CV-${nit}`}, ${nit}, 0, 'Prueba S.A.S.', ${startsOn}, ${endsOn})`;
  const actor: ProviderActor = {
    kind: "provider",
    role: "clerk",
    personId: person.id,
    sessionId: await sessionOf(person.id),
    name: "Cajera de prueba",
    email: "cajera@prueba.example",
    provider: {
      id: provider.id,
      nit,
      checkDigit: 0,
      legalName: "Prueba S.A.S.",
      suspended,
      applications: ["CONVENIOS"],
      opensLookUp: true,
    },
    ownProviders: [{ id: provider.id, legalName: "Prueba S.A.S." }],
  };
  return authorize(actor, "order.look_up");
}

/** Of the thousands of a run two may draw the same NIT. */
async function insertProvider(suspended: boolean): Promise<{ id: string; nit: string }> {
  for (;;) {
    const [inserted] = await owner<{ id: string; nit: string }[]>`
      insert into provider (nit, check_digit, legal_name, municipality, address, phone, approved_at, suspended_at, suspension_reason)
      values (${someDigits(9)}, 0, 'Prueba S.A.S.', '08001', 'Calle 1', '+576051234567', now(),
        ${suspended ? owner`now()` : null}, ${suspended ? "prueba" : null})
      on conflict do nothing returning id, nit`;
    if (inserted) return inserted;
  }
}

/** Opens a session, which names the person in what they register. */
export async function sessionOf(personId: string): Promise<string> {
  const [session] = await owner<{ id: string }[]>`
    insert into session (token_hash, person_id, idle_seconds, expires_at)
    values (${randomBytes(32)}, ${personId}, 43200, now() + interval '7 days') returning id`;
  if (!session) throw new Error("no session opened");
  return session.id;
}

/** Creates another member of the same provider. */
export async function colleagueOf(
  grant: Grant<"order.look_up">,
  role: "viewer" | "clerk" = "viewer",
): Promise<Grant<"order.look_up">> {
  const [person] = await owner<{ id: string }[]>`
    insert into person (email, name) values (${`${randomUUID()}@prueba.example`}, 'Colega') returning id`;
  if (!person) throw new Error("no colleague made");
  await owner`insert into membership (person_id, provider_id, role)
    values (${person.id}, ${grant.actor.provider.id}, ${role})`;
  return authorize(
    { ...grant.actor, role, personId: person.id, sessionId: await sessionOf(person.id) },
    "order.look_up",
  );
}

export type CreatedOrder = { id: string; number: string; idNumber: string };

type OrderShape = {
  kindCode?: string;
  idNumber?: string;
  idKind?: string;
  number?: string;
  state?: string;
  issuedIn?: number;
  endsIn?: number;
  providerNit?: string | null;
};

/** Creates an order, of kind AS unless another one is named. Days count from today in Bogotá. */
export async function makeOrder(shape: OrderShape = {}): Promise<CreatedOrder> {
  await owner`insert into order_kind (code, name, code_number, validity_days, largest_value, position)
    values ('AS', 'ADELANTO POR SUBSIDIOS', 1, 30, 20000000, 1) on conflict do nothing`;
  // Of the thousands of a run two may draw the same number.
  for (;;) {
    const inserted = await insertOrder(shape);
    if (inserted) return inserted;
    if (shape.number) throw new Error(`the number ${shape.number} is taken`);
  }
}

async function insertOrder({
  state = "issued",
  issuedIn = -5,
  endsIn = 20,
  providerNit = null,
  number = `00${someDigits(9)}`,
  idNumber = someDigits(10),
  idKind = "CC",
  kindCode = "AS",
}: OrderShape): Promise<CreatedOrder | null> {
  const id = randomUUID();
  // A used order must have its ledger entry, so both are inserted in one statement.
  const isNew = await owner.begin(async (transaction) => {
    const rows = await transaction`insert into "order" (id, kind_code, number, number_key, affiliate_id_kind,
        affiliate_id_sealed, affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until,
        provider_nit, office, state)
      values (${id}, ${kindCode}, ${number}, ${number.replace(/^0+/, "")}, ${idKind}, ${seal(idNumber, affiliateIdPlace(id))},
        ${affiliateIdIndex(idNumber)}, ${seal("María Pérez", affiliateNamePlace(id))}, 480000, ${state === "used" ? 0 : 480_000}, 'Calzado',
        (now() at time zone 'America/Bogota')::date + ${issuedIn}::int,
        (now() at time zone 'America/Bogota')::date + ${endsIn}::int, ${providerNit}, 'CAC Prado', ${state})
      on conflict (kind_code, number_key) do nothing returning id`;
    if (rows.length > 0 && state === "used")
      await transaction`insert into order_use (order_id, kind, amount, balance, key)
        values (${id}, 'use', 480000, 0, gen_random_uuid())`;
    return rows.length > 0;
  });
  return isNew ? { id, number, idNumber } : null;
}

/** Counts `count` misses towards a rate limit, as if they had just happened in this window. */
export async function spendBudget(scope: string, key: string, seconds: number, count: number): Promise<void> {
  await owner`insert into budget_counter (scope, key, window_start, spent)
    values (${scope}, ${key}, budget_window_start(${seconds}), ${count})
    on conflict (scope, key) do update set window_start = excluded.window_start, spent = excluded.spent`;
}

/** Puts a rate limit into its first pause, as if its misses had just happened. */
export async function pauseBudget(
  {
    scope,
    seconds,
    pauses,
  }: { scope: string; seconds: number; pauses: readonly { at: number; seconds: number }[] },
  key: string,
): Promise<void> {
  const [first] = pauses;
  if (!first) throw new Error(`${scope} has no pauses`);
  await spendBudget(scope, key, seconds, first.at);
  await owner`update budget_counter set paused_until = now() + make_interval(secs => ${first.seconds})
    where scope = ${scope} and key = ${key}`;
}

export const someAddress = () => `198.51.100.${randomInt(1, 255)}-${randomBytes(4).toString("hex")}`;
