import type postgres from "postgres";
import type { Sizes } from "./sizes";

/**
 * Inserts convenios and providers with a branch, two counters, three people and a request each. The first is the
 * demonstration's provider.
 */
export async function fillPeople(owner: postgres.Sql, { providers, requests }: Sizes): Promise<void> {
  await owner`create table scale_provider (slot int primary key, id uuid, nit text, persons uuid[], counters uuid[])`;
  await owner`insert into scale_provider select 0, v.id, v.nit,
      (select array_agg(m.person_id order by m.created_at) from membership m where m.provider_id = v.id),
      (select array_agg(c.id) from counter c join branch b on b.id = c.branch_id where b.provider_id = v.id)
    from provider v where v.nit = '900765432'`;
  await owner`insert into scale_provider
    select n, gen_random_uuid(), (800000000 + n)::text,
      array[gen_random_uuid(), gen_random_uuid(), gen_random_uuid()], array[gen_random_uuid(), gen_random_uuid()]
    from generate_series(1, ${providers - 1}::int) n`;
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    select 'E-' || slot, nit, 0, 'Comercial número ' || slot || ' S.A.S.', current_date - 400, current_date + 400
    from scale_provider where slot > 0`;
  await owner`insert into provider (id, nit, check_digit, legal_name, municipality, address, phone, approved_at)
    select id, nit, 0, 'Comercial número ' || slot || ' S.A.S.', '08001', 'Calle ' || slot, '+576053235000', now()
    from scale_provider where slot > 0`;
  await owner`insert into granted_application (provider_id, application_code)
    select id, 'CONVENIOS' from scale_provider where slot > 0`;
  await owner`insert into person (id, email, name, id_kind, id_number)
    select persons[k], 'persona' || slot || '.' || k || '@escala.example',
      (array['Ana', 'Luis', 'Rosa'])[k] || ' Persona ' || slot, 'CC', (70000000 + slot * 3 + k)::text
    from scale_provider, generate_series(1, 3) k where slot > 0`;
  await owner`insert into membership (person_id, provider_id, role)
    select persons[k], id, (array['owner', 'clerk', 'clerk'])[k] from scale_provider, generate_series(1, 3) k where slot > 0`;
  await owner`insert into branch (id, provider_id, name) select persons[1], id, 'Sede' from scale_provider where slot > 0`;
  await owner`insert into counter (id, branch_id, name)
    select counters[k], persons[1], 'Punto ' || k from scale_provider, generate_series(1, 2) k where slot > 0`;
  // One request of each provider, the newest three hundred and some returned ones still open.
  await owner`insert into request (id, filing_number, provider_id, application_code, state, agreement_number,
      submitted_by, filed_at, submitted_at, decided_by, decided_at, reason)
    select gen_random_uuid(), 'SOL-2025-' || lpad(s.slot::text, 6, '0'), s.id, 'CONVENIOS', t.state, 'E-' || s.slot,
      s.persons[1], d.at, d.at, case when t.state <> 'submitted' then official.id end,
      case when t.state <> 'submitted' then d.at + interval '2 days' end,
      case when t.state in ('returned', 'rejected') then 'El RUT no se lee.' end
    from scale_provider s
    cross join (select id from person where caja_role = 'officer' order by created_at limit 1) official
    cross join lateral (select now() - interval '1 hour' * (${requests}::int - s.slot) as at) d
    cross join lateral (select case when s.slot > ${requests}::int - 300 then 'submitted'
      when s.slot % 20 = 0 then 'returned' when s.slot % 31 = 0 then 'rejected' else 'approved' end as state) t
    where s.slot between 1 and ${requests}::int`;
  await owner`insert into request_event (request_id, kind, at, actor_id, note)
    select r.id, e.kind, e.at, e.actor, e.note from request r
    cross join lateral (values ('submitted', r.filed_at, r.submitted_by, null),
      (r.state, r.decided_at, r.decided_by, r.reason)) e (kind, at, actor, note)
    where r.filing_number like 'SOL-2025-%' and e.at is not null`;
  await owner.unsafe("analyze request, request_event");
  await owner.unsafe("analyze provider, person, membership, branch, counter, agreement");
}
