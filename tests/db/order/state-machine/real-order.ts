import { createHash, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { changedRow } from "@/domain/import/changed-row";
import { type KnownOrder, planOrder } from "@/domain/import/plan";
import { readOrderRow } from "@/domain/import/row";
import { addDays, bogotaDay } from "@/model/calendar";
import { orderCells } from "@/tests/support/factories/order";
import { payUses } from "@/tests/support/pay-uses";
import { otherValueOf } from "./core-import";
import type { Command, Rules } from "./order";
import { ageReport, withdrawReport } from "./report-age";
import { readStored, type StoredFacts, type StoredOrder } from "./stored-order";

type Stored = Pick<
  KnownOrder,
  "state" | "value" | "touched" | "own" | "byCore" | "coreSaid" | "coreUsedOn" | "validUntil"
>;
export type World = {
  sql: postgres.Sql;
  people: Record<"ana" | "luis" | "aud", string>;
  providers: { personId: string; providerId: string }[];
  kindCode: string;
  /** An import that never ends: its batches are what is tried. */
  run: string;
};

const today = () => bogotaDay(new Date());
const nothing = Buffer.alloc(0);
const reason = "Motivo de la prueba";
const rules = { kinds: new Map([["AS", 20_000_000]]), agreements: new Map(), today: "2026-11-24" };

/** One order in the database with all that hangs on it, driven by the functions of the screens and the import. */
export class RealOrder {
  readonly id = randomUUID();
  private uses: string[] = [];
  private holds: string[] = [];
  private reports: string[] = [];
  private until = "";
  private firstUntil: string | null = null;

  constructor(private readonly world: World) {}

  async begin(own: boolean, value: number, kind: Rules): Promise<void> {
    const { sql, people, run } = this.world;
    await sql`update provider set suspended_at = null, suspension_reason = null where id = any(${this.providerIds()}::uuid[])`;
    await this.setKind(kind);
    if (own) {
      await sql`select save_order_draft(${this.id}, ${people.ana}, ${JSON.stringify(this.data({ value }))}::text::jsonb, 'x')`;
      await sql`select issue_order(id, ${people.ana}, caja_version(updated_at), false, 'x') from "order"
        where id = ${this.id}`;
    } else {
      const number = this.id.replaceAll("-", "").slice(0, 20).toUpperCase();
      const row = { ...this.data({ value }), id: this.id, number, number_key: number, state: "issued" };
      await sql`select import_order_batch(${run}, ${JSON.stringify([row])}::text::jsonb, '[]')`;
    }
  }

  /** What the order says, by column. */
  private data(facts: Record<string, unknown>) {
    const affiliate_id_index = `\\x${Buffer.from(this.id).toString("hex")}`;
    return {
      ...{ kind_code: this.world.kindCode, affiliate_id_kind: "CC", affiliate_id_index },
      ...{ affiliate_id_sealed: "", affiliate_name_sealed: "", concept: "", office: "", provider_nit: null },
      ...{ issued_on: today(), valid_until: addDays(today(), 10), ...facts },
    };
  }

  private setKind({ partialUse, claimFirst, registersUse }: Rules) {
    return this.world.sql`update order_kind set partial_use = ${partialUse}, claim_first = ${claimFirst},
      registers_use = ${registersUse} where code = ${this.world.kindCode}`;
  }

  private providerIds = () => this.world.providers.map(({ providerId }) => providerId);
  private use = (at: number) => this.uses[at] ?? randomUUID();

  async send(command: Command): Promise<string> {
    const { sql, people, providers } = this.world;
    const { id } = this;
    const who = "who" in command ? people[command.who] : "";
    const by =
      "provider" in command ? (providers[command.provider] ?? { personId: "", providerId: "" }) : null;
    switch (command.action) {
      case "deliver":
        return outcomeOf(sql`select deliver_order(${id}, ${who}, 'x') as outcome`);
      case "annul":
        return outcomeOf(sql`select annul_order(${id}, ${who}, 'other', ${reason}, 'x') as outcome`);
      case "extend":
        return outcomeOf(
          sql`select extend_order(${id}, ${who}, ${this.until}, ${this.until}::date + 1, ${reason}, 'x') as outcome`,
        );
      case "replace":
        return outcomeOf(sql`select replace_order(id, ${randomUUID()}, ${who}, caja_version(updated_at), ${nothing}, ${nothing},
          ${reason}, 'x') as outcome from "order" where id = ${id}`);
      case "block":
        return outcomeOf(
          sql`select block_order(${id}, ${who}, ${`${reason} ${command.reason}`}, 'x') as outcome`,
        );
      case "unblock": {
        const hold = command.hold === null ? null : (this.holds[command.hold] ?? randomUUID());
        return outcomeOf(sql`select unblock_order(${id}, ${who}, ${reason}, 'x', ${hold}) as outcome`);
      }
      case "use": {
        const lookup = await this.compared(command.provider);
        return outcomeOf(sql`select outcome from use_order(${id}, ${by?.personId ?? ""}, ${by?.providerId ?? ""}, null, ${lookup},
          ${randomUUID()}, ${command.amount}, null, 'x')`);
      }
      case "undo":
        if (!this.uses[command.use]) return "nothing";
        return outcomeOf(sql`select outcome from undo_use(${this.use(command.use)}, ${by?.personId ?? ""}, ${by?.providerId ?? ""},
          null, ${randomUUID()}, ${reason}, 'x')`);
      case "ask_undo":
        if (!this.uses[command.use]) return "nothing";
        return outcomeOf(sql`select ask_undo(${this.use(command.use)}, ${by?.personId ?? ""}, ${by?.providerId ?? ""}, ${reason}, 'x')
          as outcome`);
      case "decide_undo":
        return outcomeOf(sql`select decide_undo(r.id, ${people.luis}, ${command.approve}, ${reason}, '[]', 'x', ${randomUUID()},
          ${nothing}, ${nothing}) as outcome from undo_request r where r.use_id = ${this.use(command.use)}
          order by r.asked_at desc limit 1`);
      case "settle":
        if (command.to === "paid") {
          const paid = this.uses[command.use];
          return paid ? payUses(sql, [paid]) : "nothing";
        }
        return outcomeOf(sql`select settle_uses(${people.luis}, coalesce(u.provider_id, ${providers[0]?.providerId ?? ""}), array[u.id],
          ${command.to}, ${command.to === "invoiced" ? `FE-${randomUUID().slice(0, 8)}` : null},
          ${command.to === "invoiced" ? createHash("sha384").update(randomUUID()).digest("hex") : null},
          ${command.to === "objected" ? reason : null}, '[]', 'x') as outcome
          from order_use u where u.id = ${this.use(command.use)}`);
      case "undo_objected":
        if (!this.uses[command.use]) return "nothing";
        return outcomeOf(sql`select undo_objected_use(${this.use(command.use)}, ${people.luis}, ${reason}, ${randomUUID()},
          ${nothing}, ${nothing}, '[]', 'x') as outcome`);
      case "claim":
        return outcomeOf(sql`select claim_order(${await this.compared(command.provider)}, ${by?.personId ?? ""}, ${by?.providerId ?? ""},
          'x') as outcome`);
      case "release":
        await sql`select release_claim(${await this.compared(command.provider)}, ${by?.personId ?? ""}, ${by?.providerId ?? ""}, 'x')`;
        return "done";
      case "report":
        return this.report(command);
      case "withdraw_report":
        return withdrawReport(sql, this.reports[command.report], by);
      case "decide_report":
        return outcomeOf(sql`select decide_report(id, ${people.luis}, 'nothing', ${reason}, ${command.to}, '[]', 'x') as outcome
          from report where id = ${this.reports[command.report] ?? randomUUID()}`);
      case "import":
        return this.import(command);
      case "kind":
        return this.setKind(command.rules).then(() => "done");
      case "suspend":
        await sql`update provider set suspended_at = case when ${command.on} then now() end,
          suspension_reason = case when ${command.on} then ${reason} end where id = ${by?.providerId ?? ""}`;
        return "done";
    }
  }

  /** The provider's question now, with the paper compared. */
  private async compared(provider: number): Promise<string> {
    const { personId = "", providerId = "" } = this.world.providers[provider] ?? {};
    const lookup = randomUUID();
    await this.world.sql`
      with asked as (
        insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, outcome, order_id)
        values (${lookup}, ${personId}, ${providerId}, 'typed', ${this.world.kindCode}, 'x', 'current', ${this.id})
        returning id),
      found as (
        insert into lookup_face (lookup_id, face) select asked.id, order_snapshot(o) from asked, "order" o
        where o.id = ${this.id} returning lookup_id)
      insert into comparison (lookup_id, person_id, mode, result) select lookup_id, ${personId}, 'show', 'equal' from found`;
    return lookup;
  }

  private async report({ provider, holds }: Extract<Command, { action: "report" }>): Promise<string> {
    const { sql, providers } = this.world;
    const { personId = "", providerId = "" } = providers[provider] ?? {};
    const report = randomUUID();
    this.reports.push(report);
    const outcome = await outcomeOf(sql`select outcome from file_report(${report}, ${providerId}, ${personId},
      ${await this.compared(provider)}, 'current', ${holds ? "forged" : "holder"}, null, null, null, null, '[]', 'x')`);
    // The day's limits are another test's.
    await ageReport(sql, report, 3);
    return outcome;
  }

  /** A line of the file: planned on what is stored, and written as a batch of its own. */
  private async import({
    coreState,
    otherValue,
    apply,
    usedOn,
  }: Extract<Command, { action: "import" }>): Promise<string> {
    const { sql, run } = this.world;
    const [row] = await sql<(Stored & { version: string })[]>`
      select updated_at::text as version, state, value::int, balance < value as touched, drafted_by is not null as own,
        is_core_state(o) as "byCore", core_said as "coreSaid", core_used_on::text as "coreUsedOn",
        valid_until::text as "validUntil" from "order" o where id = ${this.id}`;
    const line = readOrderRow(2, orderCells(1), rules);
    if (!row || "faults" in line) throw new Error("no order or no line");
    const { version, ...facts } = row;
    const known: KnownOrder = { ...line.data, ...facts, newer: false };
    const data = {
      ...line.data,
      value: otherValue ? otherValueOf(row.value) : row.value,
      validUntil: row.validUntil,
      state: coreState,
      coreUsedOn: coreState === "used" ? usedOn : null,
    };
    const step = planOrder(data, known, { applyChanges: apply });
    if (step.kind !== "different" || step.apply.length === 0) return "kept";
    const change = changedRow({ line: 2, data, apply: step.apply }, known, { id: this.id, version });
    const [done] = await sql<{ changed: number }[]>`select changed from import_order_batch(${run}, '[]',
      ${JSON.stringify([change])}::text::jsonb)`;
    return done?.changed === 1 ? "changed" : "lost";
  }

  private byPlace({ claim, uses }: StoredFacts): Pick<StoredOrder, "claim" | "uses"> {
    const place = (id: string | null) => (id === null ? null : this.providerIds().indexOf(id));
    return { claim: place(claim), uses: uses.map((use) => ({ ...use, provider: place(use.provider) })) };
  }

  async read(): Promise<StoredOrder> {
    const { use_ids, hold_ids, until, ...facts } = await readStored(this.world.sql, this.id);
    [this.uses, this.holds, this.until] = [use_ids, hold_ids, until];
    this.firstUntil ??= until;
    const extended = (Date.parse(until) - Date.parse(this.firstUntil)) / 86_400_000;
    return { ...facts, extended, ...this.byPlace(facts) };
  }
}

async function outcomeOf(query: PromiseLike<readonly unknown[]>): Promise<string> {
  const [row] = (await query) as readonly { outcome?: string }[];
  return row?.outcome ?? "nothing";
}
