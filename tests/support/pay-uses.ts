import { randomUUID } from "node:crypto";
import type postgres from "postgres";

type Sql = postgres.Sql | postgres.TransactionSql;

async function makePerson(sql: Sql, role: "officer" | "treasurer"): Promise<string> {
  const [row] = await sql<{ id: string }[]>`insert into person (email, name, caja_role)
    values (${`${randomUUID()}@prueba.example`}, 'Persona de pagos', ${role}) returning id`;
  return row?.id ?? "";
}

/** Pays the invoices of these uses with a run that one person makes and another one approves. Answers the outcome. */
export async function payUses(sql: Sql, uses: readonly string[]): Promise<string> {
  const shown = await sql<{ cufe: string; version: string }[]>`
    select i.cufe, i.version from payable_invoices(array(
      select distinct s.cufe from settlement s where s.use_id = any(${[...uses]}::uuid[]) and s.cufe is not null)) i`;
  if (shown.length === 0) return "state_changed";
  const [maker, approver] = [await makePerson(sql, "officer"), await makePerson(sql, "treasurer")];
  const [run] = await sql<{ outcome: string; run_id: string }[]>`
    select * from make_payment(${maker}, ${randomUUID()}, bogota_today(), 'PRUEBA-1', ${shown.map(({ cufe }) => cufe)},
      ${shown.map(({ version }) => version)}, 'x')`;
  if (run?.outcome !== "done") return run?.outcome ?? "";
  const [done] = await sql<{ outcome: string }[]>`
    select approve_payment(${approver}, ${run.run_id}, '[]', 'x') as outcome`;
  return done?.outcome ?? "";
}
