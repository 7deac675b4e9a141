import { randomBytes, randomUUID } from "node:crypto";
import type { connect } from "@/db/connection";

export type Owner = ReturnType<typeof connect>;

/** A row of a given age for a retention rule; `kept` says whether the rule has kept its data. */
export type Aged = { isKept: () => Promise<boolean> };

export const idOf = (rows: readonly { id?: string }[]) => rows[0]?.id ?? "";

export async function person(owner: Owner): Promise<string> {
  return idOf(
    await owner<{ id: string }[]>`insert into person (email, name) values
    (${`${randomUUID()}@prueba.example`}, 'Persona') returning id`,
  );
}

/** A question of a shop of its own, asked so long ago. */
export async function lookup(owner: Owner, age: string): Promise<string> {
  const shop = idOf(
    await owner<{ id: string }[]>`insert into provider (nit, check_digit, legal_name, municipality,
      address, phone, approved_at)
    values (floor(100000000 + random() * 899999999)::bigint::text, 0, 'Prueba', '08001', 'Calle 1', '+576053235000', now())
    returning id`,
  );
  return idOf(
    await owner<{ id: string }[]>`insert into lookup (id, person_id, provider_id, channel, asked_at,
      kind_code, number_typed, id_index, id_sealed, outcome)
    values (gen_random_uuid(), ${await person(owner)}, ${shop}, 'typed', now() - ${age}::interval, 'AS', '1', 'x', 'x',
      'not_found') returning id`,
  );
}

export async function exists(owner: Owner, table: string, where: string, value: string): Promise<boolean> {
  const rows = await owner.unsafe(`select 1 from ${table} where ${where} = $1`, [value]);
  return rows.length > 0;
}

export async function run(
  owner: Owner,
  state: string,
  started: string,
  finished: string | null,
): Promise<string> {
  return idOf(
    await owner<{ id: string }[]>`insert into import_run (subject, file_name, sha256, state, lines,
      started_at, finished_at)
    values ('orders', 'a.csv', '', ${state}, 1, now() - ${started}::interval, now() - ${finished}::interval) returning id`,
  );
}

export async function pieceOf(owner: Owner, id: string): Promise<Aged> {
  await owner`insert into import_chunk (run_id, position, content) values (${id}, 0, 'x')`;
  return { isKept: () => exists(owner, "import_chunk", "run_id", id) };
}

export async function faultOf(owner: Owner, id: string): Promise<Aged> {
  await owner`insert into import_fault (run_id, line, position, column_name, code, said_sealed)
    values (${id}, 1, 0, 'NIT', 'x', 'x')`;
  return { isKept: () => exists(owner, "import_fault", "run_id", id) };
}

export async function keptFile(owner: Owner, age: string): Promise<Aged> {
  const id = idOf(
    await owner<{ id: string }[]>`
      insert into kept_file (id, person_id, provider_id, form, field, file_name, media_type, sealed, kept_at)
      select gen_random_uuid(), l.person_id, l.provider_id, 'request:CONVENIOS', 'rut', 'a.pdf', 'application/pdf', 'x',
        now() - ${age}::interval
      from lookup l where l.id = ${await lookup(owner, "1 hour")} returning id`,
  );
  return { isKept: () => exists(owner, "kept_file", "id", id) };
}

export async function decidedReport(owner: Owner, age: string): Promise<string> {
  return idOf(
    await owner<{ id: string }[]>`insert into report (id, folio, provider_id, reported_by, lookup_id,
          verdict, reason, outcome, answer, deed, decided_by, decided_at)
        select gen_random_uuid(), gen_random_uuid()::text, l.provider_id, l.person_id, l.id, 'current', 'holder',
          'nothing', 'x', 'leave', ${await person(owner)}, now() - ${age}::interval
        from lookup l where l.id = ${await lookup(owner, "1 hour")} returning id`,
  );
}

export async function orderForm(owner: Owner, age: string): Promise<Aged> {
  const id = await person(owner);
  await owner`insert into order_form (person_id, answers, updated_at) values (${id}, 'x', now() - ${age}::interval)`;
  return { isKept: () => exists(owner, "order_form", "person_id", id) };
}

export async function reportPhoto(owner: Owner, age: string): Promise<Aged> {
  const id = await decidedReport(owner, age);
  await owner`insert into report_photo (report_id, media_type, size, sealed) values (${id}, 'image/png', 1, 'x')`;
  return { isKept: () => exists(owner, "report_photo", "report_id", id) };
}

export async function emailChange(owner: Owner, age: string): Promise<Aged> {
  const id = randomUUID();
  await owner`insert into email_change (id, person_id, email_sealed, old_hash, new_hash, requested_at, expires_at)
    values (${id}, ${await person(owner)}, 'x', ${randomBytes(32)}, ${randomBytes(32)}, now() - ${age}::interval, now())`;
  return { isKept: () => exists(owner, "email_change", "id", id) };
}

export async function missAlert(owner: Owner, age: string, isRaised: boolean): Promise<Aged> {
  const key = randomUUID();
  await owner`insert into miss_alert (scope, key, window_start, misses, providers, raised_at)
    values ('watch.order', ${key}, now() - ${age}::interval, ${isRaised ? 10 : 1}, '{}',
      ${isRaised ? owner`now() - ${age}::interval` : null})`;
  return { isKept: () => exists(owner, "miss_alert", "key", key) };
}

/** A request about one's own data that was answered so long ago, with its file. */
export async function answeredRights(owner: Owner, age: string): Promise<string> {
  const id = idOf(
    await owner<
      { id: string }[]
    >`insert into rights_request (id, number, kind, asker, content_sealed, id_index, id_kind,
        code_hash, language, state, due_on, result, closed_at)
      values (gen_random_uuid(), gen_random_uuid()::text, 'consult', 'affiliate', 'x', 'x', 'CC',
        sha256(gen_random_uuid()::text::bytea), 'es-CO', 'answered', current_date, 'granted', now() - ${age}::interval)
      returning id`,
  );
  await owner`insert into rights_event (id, request_id, kind, text_sealed) values (gen_random_uuid(), ${id}, 'answered', 'x')`;
  await owner`insert into rights_file (request_id, sealed) values (${id}, 'x')`;
  await owner`insert into rights_account (request_id, person_id, named_by)
    select ${id}, p.id, p.id from person p limit 1`;
  return id;
}

/** A document of a request: how the request ended and when, and when another took its place. */
export async function requestDocument(
  owner: Owner,
  { state, decided, replaced }: { state: string; decided: string; replaced: string | null },
): Promise<Aged & { id: string }> {
  const asked = await lookup(owner, "1 hour");
  await owner`insert into membership (person_id, provider_id, role)
    select l.person_id, l.provider_id, 'owner' from lookup l where l.id = ${asked}`;
  const id = idOf(
    await owner<{ id: string }[]>`with filed as (
        insert into request (filing_number, provider_id, application_code, state, submitted_by, reason, decided_at)
        select gen_random_uuid()::text, l.provider_id, 'CONVENIOS', ${state}, l.person_id, 'x', now() - ${decided}::interval
        from lookup l where l.id = ${asked} returning id)
      insert into request_document (request_id, kind, file_name, media_type, size, sha256, content, replaced_at)
      select id, 'rut', 'a.pdf', 'application/pdf', 1, 'x', 'x', now() - ${replaced}::interval from filed returning id`,
  );
  return { id, isKept: () => exists(owner, "request_document", "id", id) };
}

/** A later request of the provider of this document, decided so long ago, with a document of this kind. */
export async function renewal(
  owner: Owner,
  document: string,
  {
    state = "approved",
    decided,
    kind = "rut",
    replaced = null,
    mark = null,
    uploaded = "0 seconds",
    application = "CONVENIOS",
  }: Partial<Renewal> & { decided: string },
): Promise<void> {
  await owner`with filed as (
      insert into request (filing_number, provider_id, application_code, state, submitted_by, reason, decided_at, renews)
      select gen_random_uuid()::text, r.provider_id, ${application}, ${state}, r.submitted_by, 'x',
        now() - ${decided}::interval, true
      from request r join request_document d on d.request_id = r.id where d.id = ${document} returning id)
    insert into request_document (request_id, kind, file_name, media_type, size, sha256, content, replaced_at, mark,
      marked_by, marked_at, uploaded_at)
    select f.id, ${kind}, 'a.pdf', 'application/pdf', 1, 'x', 'x', now() - ${replaced}::interval, ${mark},
      r.submitted_by, now(), now() - ${uploaded}::interval
    from filed f, request r join request_document d on d.request_id = r.id where d.id = ${document}`;
}
type Renewal = {
  state: string;
  decided: string;
  kind: string;
  replaced: string | null;
  mark: "good" | "fix" | null;
  /** How long ago its document was uploaded. */
  uploaded: string;
  application: string;
};

/** An application that calls the document of the kind `rut` so; answers its code. */
export async function applicationWithRut(owner: Owner, name: string): Promise<string> {
  const code = `A${randomUUID().replaceAll("-", "").slice(0, 10).toUpperCase()}`;
  await owner`insert into application (code, title, description, button_label, path, position)
    values (${code}, 'OTRA', 'Otra.', 'Abrir', '/ayuda', 90)`;
  await owner`insert into application_document (application_code, kind, name, required, position)
    values (${code}, 'rut', ${name}, true, 1)`;
  return code;
}

/** An account that came with a request, which ended so long ago, and waits. */
export async function requestedAccount(owner: Owner, age: string, state = "rejected"): Promise<Aged> {
  const document = await requestDocument(owner, { state, decided: age, replaced: null });
  const id = idOf(
    await owner<{ id: string }[]>`
      insert into bank_account (id, provider_id, request_id, bank, kind, number_sealed, last_four, state, proposed_by)
      select gen_random_uuid(), r.provider_id, r.id, '1007', 'savings', 'x', '6007', 'requested', r.submitted_by
      from request r join request_document d on d.request_id = r.id where d.id = ${document.id} returning id`,
  );
  await owner`update request r set decided_by = r.submitted_by from bank_account a
    where a.id = ${id} and r.id = a.request_id`;
  return { isKept: () => exists(owner, "bank_account", "state = 'requested' and id", id) };
}

/** An invitation to the team of a shop of its own that was sent so long ago. */
export async function invitation(owner: Owner, age: string): Promise<Aged & { id: string }> {
  const asked = await lookup(owner, "1 hour");
  const id = idOf(
    await owner<{ id: string }[]>`
      insert into invitation (provider_id, email, name, role, invited_by, invited_at)
      select l.provider_id, l.id || '@prueba.example', 'Persona', 'clerk', l.person_id, now() - ${age}::interval
      from lookup l where l.id = ${asked} returning id`,
  );
  return {
    id,
    isKept: () => exists(owner, "invitation", "name <> '' and email not like '%invalid' and id", id),
  };
}

export const inviteLink = (owner: Owner, purpose: string, subject: string, age: string) => owner`
  insert into mail_link (purpose, subject_id, token_hash, created_at, expires_at)
  values (${purpose}, ${subject}, ${randomBytes(32)}, now() - ${age}::interval, now())`;

/** An account with everything personal, whose access ended so long ago by one way or the other. */
export async function closedAccount(owner: Owner, age: string, way: "disabled" | "removed"): Promise<Aged> {
  const id = await person(owner);
  await owner`update person set mobile_sealed = 'x', id_number_sealed = 'x', password_hash = 'x' where id = ${id}`;
  if (way === "disabled")
    await owner`update person set caja_role = 'support', disabled_at = now() - ${age}::interval where id = ${id}`;
  else
    await owner`insert into membership (person_id, provider_id, role, removed_at)
      select ${id}, l.provider_id, 'clerk', now() - ${age}::interval from lookup l
      where l.id = ${await lookup(owner, "1 hour")}`;
  return {
    isKept: async () => {
      const [row] = await owner`select mobile_sealed is not null and id_number_sealed is not null
        and password_hash is not null and email not like '%invalid' as kept from person where id = ${id}`;
      return row?.kept;
    },
  };
}
