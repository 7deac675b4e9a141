import { randomBytes, randomUUID } from "node:crypto";
import {
  emailChange,
  exists,
  faultOf,
  idOf,
  keptFile,
  lookup,
  missAlert,
  orderForm,
  person,
  pieceOf,
  reportPhoto,
  run,
} from "./aged-rows";
import { type Limit, limitsOfPeople, twoYears } from "./limits-of-people";

const day = { keptAge: "23 hours 59 minutes", deletedAge: "24 hours 1 minute" };
const month = { keptAge: "29 days 23 hours", deletedAge: "30 days 1 hour" };

/** Every rule, with what lies on either side of its limit. */
export const limits: readonly Limit[] = [
  {
    rule: "typed_ids",
    ...day,
    make: async (owner, age) => {
      const id = await lookup(owner, age);
      return {
        isKept: async () => {
          const [row] =
            await owner`select id_sealed is not null or id_index is not null as kept from lookup where id = ${id}`;
          return row?.kept;
        },
      };
    },
  },
  {
    rule: "faces",
    ...day,
    make: async (owner, age) => {
      const id = await lookup(owner, "1 hour");
      await owner`insert into lookup_face (lookup_id, face, found_at) values (${id}, '{}', now() - ${age}::interval)`;
      return { isKept: () => exists(owner, "lookup_face", "lookup_id", id) };
    },
  },
  {
    rule: "closed_use_keys",
    ...day,
    make: async (owner, age) => {
      const key = randomUUID();
      await owner`insert into closed_use_key (provider_id, key, closed_at)
        select provider_id, ${key}, now() - ${age}::interval from lookup where id = ${await lookup(owner, "1 hour")}`;
      return { isKept: () => exists(owner, "closed_use_key", "key", key) };
    },
  },
  {
    rule: "audit_addresses",
    ...twoYears,
    make: async (owner, age) => {
      const [event] = await owner<{ seq: string }[]>`
        select audit_append('test.aged', null, null, 'test', ${randomUUID()}, p_ip => '192.0.2.7') as seq`;
      const seq = event?.seq ?? "";
      await owner`update audit_address set at = now() - ${age}::interval where seq = ${seq}`;
      return { isKept: () => exists(owner, "audit_address", "seq", seq) };
    },
  },
  {
    rule: "budgets",
    keptAge: "1 day 23 hours",
    deletedAge: "2 days 1 hour",
    make: async (owner, age) => {
      const key = randomUUID();
      await owner`insert into budget_counter (scope, key, window_start, spent)
        values ('prueba', ${key}, now() - ${age}::interval, 1)`;
      return { isKept: () => exists(owner, "budget_counter", "key", key) };
    },
  },
  {
    rule: "registrations",
    ...month,
    make: async (owner, age) => {
      const id = idOf(
        await owner<{ id: string }[]>`insert into registration (token_hash, policy_id, purposes, language,
          answers, expires_at)
        select ${randomBytes(32)}, (select min(id) from policy), '{}', 'es', 'x', now() - ${age}::interval returning id`,
      );
      await owner`insert into mail_link (purpose, subject_id, token_hash, expires_at)
        values ('confirm', ${id}, ${randomBytes(32)}, now())`;
      return {
        isKept: async () => {
          const row = await exists(owner, "registration", "id", id);
          if ((await exists(owner, "mail_link", "subject_id", id)) !== row) throw new Error("a link alone");
          return row;
        },
      };
    },
  },
  {
    rule: "sessions",
    keptAge: "89 days 23 hours",
    deletedAge: "90 days 1 hour",
    make: async (owner, age) => {
      const id = idOf(
        await owner<{ id: string }[]>`insert into session (token_hash, person_id, idle_seconds, expires_at)
        values (${randomBytes(32)}, ${await person(owner)}, 60, now() - ${age}::interval) returning id`,
      );
      return { isKept: () => exists(owner, "session", "id", id) };
    },
  },
  {
    rule: "email_changes",
    ...day,
    make: emailChange,
  },
  ...(["uploading", "preview_queued", "previewed"] as const).map(
    (state): Limit => ({
      rule: "abandoned_imports",
      ...day,
      make: async (owner, age) => {
        const id = await run(owner, state, age, null);
        return {
          isKept: async () => {
            const [row] = await owner`select state from import_run where id = ${id}`;
            return row?.state === state;
          },
        };
      },
    }),
  ),
  ...(["finished", "cancelled", "failed"] as const).flatMap((state): Limit[] => [
    {
      rule: "import_pieces",
      ...day,
      make: async (owner, age) => pieceOf(owner, await run(owner, state, "9 days", age)),
    },
    {
      rule: "import_faults",
      ...day,
      make: async (owner, age) => faultOf(owner, await run(owner, state, age, null)),
    },
  ]),
  {
    rule: "report_photos",
    ...twoYears,
    make: reportPhoto,
  },
  ...limitsOfPeople,
  {
    rule: "order_forms",
    ...month,
    make: orderForm,
  },
  {
    rule: "kept_files",
    ...day,
    make: keptFile,
  },
  ...(
    [
      ["mails", "sent_at"],
      ["given_up_mails", "given_up_at"],
    ] as const
  ).map(
    ([rule, column]): Limit => ({
      rule,
      ...month,
      make: async (owner, age) => {
        const key = randomUUID();
        await owner`insert into mail (event_key, message_id, content, ${owner(column)})
          values (${key}, ${key}, 'x', now() - ${age}::interval)`;
        return { isKept: () => exists(owner, "mail", "event_key", key) };
      },
    }),
  ),
  { rule: "miss_alerts", ...month, make: (owner, age) => missAlert(owner, age, true) },
  {
    rule: "miss_alerts",
    keptAge: "47 hours 59 minutes",
    deletedAge: "48 hours 1 minute",
    make: (owner, age) => missAlert(owner, age, false),
  },
];
