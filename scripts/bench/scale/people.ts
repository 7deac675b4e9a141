import type postgres from "postgres";
import type { Sizes } from "./sizes";

/**
 * Inserts convenios and providers with a branch, two counters and three people each. The first is the
 * demonstration's provider.
 */
export async function fillPeople(owner: postgres.Sql, { providers }: Sizes): Promise<void> {
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
  await owner.unsafe("analyze provider, person, membership, branch, counter, agreement");
}
