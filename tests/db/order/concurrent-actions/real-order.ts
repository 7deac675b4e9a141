import { randomBytes, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { compared } from "@/tests/support/use-in-database";
import { APPROVAL_FROM, type Command, type Model } from "./model";

export type People = Record<"ana" | "luis" | "aud", string>;
export type Provider = { personId: string; providerId: string };
export type World = {
  caja: postgres.Sql;
  tills: postgres.Sql;
  owner: postgres.Sql;
  people: People;
  providers: Provider[];
  kindCode: string;
};

export { APPROVAL_FROM };

const nothing = Buffer.alloc(0);

/** One order in the database, driven by the same functions as the screens. */
export class RealOrder {
  readonly id = randomUUID();
  /** Each life is of another affiliate. */
  private readonly affiliate = randomBytes(16);
  private readonly keys = new Map<string, string>();
  private readonly uses = new Map<string, string>();
  private lookups = new Map<number, string>();
  private shown = { version: "", until: "" };
  private startUntil = "";

  private readonly people: People;

  constructor(private readonly world: World) {
    this.people = { ...world.people, ana: randomUUID() };
  }

  async begin(value: number): Promise<void> {
    // Each life has an Ana of its own: what she issued in others does not add up.
    await this.world.owner`insert into person (id, email, name, caja_role)
      select ${this.people.ana}, ${`${this.people.ana}@modelo.example`}, name, caja_role from person
      where id = ${this.world.people.ana}`;
    await this.save("ana", value, null);
    const row = await this.look();
    this.startUntil = row.valid_until;
  }

  /** Sends commands at the same moment; each knows what its page showed before. */
  async send(commands: readonly Command[]): Promise<string[]> {
    const users = commands.flatMap((command) => (command.action === "use" ? [command.provider] : []));
    this.lookups = new Map(
      await Promise.all([...new Set(users)].map(async (at) => [at, await this.lookUp(at)] as const)),
    );
    return Promise.all(commands.map((command) => this.one(command)));
  }

  private async one(command: Command): Promise<string> {
    const { caja } = this.world;
    const { id, shown, people } = this;
    switch (command.action) {
      case "edit":
        return this.save(command.who, command.value, shown.version);
      case "discard":
        return outcomeOf(caja`select discard_order_draft(${id}, ${people[command.who]}, 'x') as outcome`);
      case "ask":
        return outcomeOf(
          caja`select ask_order_approval(${id}, ${people[command.who]}, ${shown.version}, 'x') as outcome`,
        );
      case "send_back":
        return outcomeOf(
          caja`select send_order_back(${id}, ${people[command.who]}, 'porque', 'x') as outcome`,
        );
      case "issue":
        return outcomeOf(
          caja`select issue_order(${id}, ${people[command.who]}, ${shown.version}, false, 'x') as outcome`,
        );
      case "approve":
        return outcomeOf(
          caja`select issue_order(${id}, ${people[command.who]}, ${shown.version}, true, 'x') as outcome`,
        );
      case "deliver":
        return outcomeOf(caja`select deliver_order(${id}, ${people[command.who]}, 'x') as outcome`);
      case "annul":
        return outcomeOf(
          caja`select annul_order(${id}, ${people[command.who]}, 'other', 'porque', 'x') as outcome`,
        );
      case "block":
        return outcomeOf(caja`select block_order(${id}, ${people[command.who]}, 'porque', 'x') as outcome`);
      case "unblock":
        return outcomeOf(caja`select unblock_order(${id}, ${people[command.who]}, 'porque', 'x') as outcome`);
      case "extend":
        return outcomeOf(caja`select extend_order(${id}, ${people[command.who]}, ${shown.until}, ${shown.until}::date + 1,
          'porque', 'x') as outcome`);
      case "replace":
        return outcomeOf(caja`select replace_order(${id}, ${randomUUID()}, ${people[command.who]}, ${shown.version}, ${nothing},
          ${nothing}, 'porque', 'x') as outcome`);
      case "use":
        return this.use(command);
      case "undo":
        return this.undo(command);
    }
  }

  /** A new draft, or with the version that was shown, a changed one. */
  private save(who: "ana" | "luis", value: number, version: string | null): Promise<string> {
    const { caja, kindCode } = this.world;
    const { people } = this;
    return outcomeOf(caja`select save_order_draft(${this.id}, ${people[who]}, jsonb_build_object('kind_code', ${kindCode}::text,
      'affiliate_id_kind', 'CC', 'affiliate_id_sealed', ${nothing}::bytea, 'affiliate_id_index', ${this.affiliate}::bytea,
      'affiliate_name_sealed', ${nothing}::bytea, 'value', ${value}::bigint, 'concept', '', 'office', '',
      'issued_on', bogota_today(), 'valid_until', bogota_today() + 10), 'x', ${version}) as outcome`);
  }

  private async use({ provider, key, amount }: Extract<Command, { action: "use" }>): Promise<string> {
    const who = this.provider(provider);
    const lookup = this.lookups.get(provider) ?? "";
    const [row] = await this.world.tills<{ outcome: string; use_id: string | null }[]>`
      select outcome, use_id from use_order(${this.id}, ${who.personId}, ${who.providerId}, null, ${lookup},
        ${this.key(provider, key)}, ${amount}, null, 'x')`;
    if (row?.outcome === "done" && row.use_id) this.uses.set(`${provider}:${key}`, row.use_id);
    return row?.outcome ?? "nothing";
  }

  private async undo({ provider, of, key }: Extract<Command, { action: "undo" }>): Promise<string> {
    const who = this.provider(provider);
    return outcomeOf(this.world
      .tills`select outcome from undo_use(${this.uses.get(`${provider}:${of}`) ?? randomUUID()},
      ${who.personId}, ${who.providerId}, null, ${this.key(provider, key)}, 'porque', 'x')`);
  }

  /** What the database holds, in the model's words; also what the next page shows. */
  async read(): Promise<
    Omit<Model, "version" | "uses" | "left" | "requestedVersion"> & {
      used: number;
      entries: number;
      numbered: boolean;
      replacement: number | null;
    }
  > {
    const row = await this.look();
    this.shown = { version: row.version, until: row.valid_until };
    return {
      state: row.state,
      before: row.state_before,
      value: Number(row.value),
      balance: Number(row.balance),
      waiting: row.waiting,
      approved: row.approved,
      extended: Number(row.valid_until_number) - dayNumber(this.startUntil),
      used: Number(row.used),
      entries: Number(row.entries),
      numbered: row.number !== null,
      replacement: row.replacement === null ? null : Number(row.replacement),
    };
  }

  private async look() {
    const [row] = await this.world.owner<
      {
        state: Model["state"];
        state_before: Model["before"];
        value: string;
        balance: string;
        number: string | null;
        waiting: boolean;
        approved: boolean;
        version: string;
        valid_until: string;
        valid_until_number: string;
        used: string;
        entries: string;
        replacement: string | null;
      }[]
    >`select o.state, o.state_before, o.value, o.balance, o.number, o.approval_asked_at is not null and o.state = 'draft' as waiting,
        o.approved_by is not null as approved, caja_version(o.updated_at) as version, o.valid_until::text,
        o.valid_until - '2000-01-01'::date as valid_until_number,
        (select coalesce(sum(case kind when 'use' then amount else -amount end), 0) from order_use u where u.order_id = o.id) as used,
        (select count(*) from order_use u where u.order_id = o.id) as entries,
        (select n.value from "order" n where n.id = o.replaced_by) as replacement
      from "order" o where o.id = ${this.id}`;
    if (!row) throw new Error("the order is gone");
    return row;
  }

  private provider(at: number): Provider {
    const found = this.world.providers[at];
    if (!found) throw new Error(`no provider ${at}`);
    return found;
  }

  /** The provider's question, with the paper compared, before anything of this moment is sent. */
  private lookUp(provider: number): Promise<string> {
    return compared({ ...this.provider(provider), counterId: null }, this.id);
  }

  private key(provider: number, key: number): string {
    const name = `${provider}:${key}`;
    const known = this.keys.get(name) ?? randomUUID();
    this.keys.set(name, known);
    return known;
  }
}

function dayNumber(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.parse("2000-01-01T00:00:00Z")) / 86_400_000;
}

async function outcomeOf(query: PromiseLike<readonly unknown[]>): Promise<string> {
  const [row] = (await query) as readonly { outcome?: string }[];
  return row?.outcome ?? "nothing";
}
