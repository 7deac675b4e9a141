import { randomBytes, randomUUID } from "node:crypto";
import type { RetentionRule } from "@/model/retention";
import {
  type Aged,
  emailChange,
  exists,
  faultOf,
  idOf,
  keptFile,
  lookup,
  missAlert,
  type Owner,
  orderForm,
  person,
  pieceOf,
  reportPhoto,
  run,
} from "./aged-rows";

export type Limit = {
  rule: RetentionRule;
  /** Younger by a breath than what is forgotten. */
  keptAge: string;
  /** Older by a breath. */
  deletedAge: string;
  make: (owner: Owner, age: string) => Promise<Aged>;
};

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
    keptAge: "1 year 364 days",
    deletedAge: "2 years 1 day",
    make: reportPhoto,
  },
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

/** Rows that no age makes forgettable. */
export const evergreens: readonly { what: string; make: (owner: Owner) => Promise<Aged> }[] = [
  {
    what: "a file that was confirmed and waits for its worker",
    make: async (owner) => {
      const id = await run(owner, "import_queued", "9 days", null);
      const parts = [await pieceOf(owner, id), await faultOf(owner, id)];
      return {
        isKept: async () => {
          const [row] = await owner`select state from import_run where id = ${id}`;
          const there = await Promise.all(parts.map((part) => part.isKept()));
          return row?.state === "import_queued" && there.every(Boolean);
        },
      };
    },
  },
  {
    what: "a file that a worker has in hand",
    make: async (owner) => {
      const id = await run(owner, "preview_queued", "9 days", null);
      await owner`update import_run set leased_by = gen_random_uuid(), leased_until = now() + interval '1 minute' where id = ${id}`;
      return { isKept: () => exists(owner, "import_run", "state = 'preview_queued' and id", id) };
    },
  },
  {
    what: "a registration that became an account",
    make: async (owner) => {
      const id = idOf(
        await owner<{ id: string }[]>`insert into registration (token_hash, policy_id, purposes, language,
          expires_at, completed_at)
        select ${randomBytes(32)}, (select min(id) from policy), '{}', 'es', now() - interval '9 years', now() returning id`,
      );
      return { isKept: () => exists(owner, "registration", "id", id) };
    },
  },
  {
    what: "the photo of a report that nobody has decided",
    make: async (owner) => {
      const id = idOf(
        await owner<{ id: string }[]>`insert into report (id, folio, provider_id, reported_by, lookup_id,
          verdict, reason, filed_at)
        select gen_random_uuid(), gen_random_uuid()::text, l.provider_id, l.person_id, l.id, 'current', 'holder',
          now() - interval '9 years'
        from lookup l where l.id = ${await lookup(owner, "1 hour")} returning id`,
      );
      await owner`insert into report_photo (report_id, media_type, size, sealed) values (${id}, 'image/png', 1, 'x')`;
      return { isKept: () => exists(owner, "report_photo", "report_id", id) };
    },
  },
  {
    what: "a mail that was not sent",
    make: async (owner) => {
      const key = randomUUID();
      await owner`insert into mail (event_key, message_id, content, created_at)
        values (${key}, ${key}, 'x', now() - interval '9 years')`;
      return { isKept: () => exists(owner, "mail", "event_key", key) };
    },
  },
];
