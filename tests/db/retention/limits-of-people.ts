import { randomUUID } from "node:crypto";
import type { RetentionRule } from "@/model/retention";
import {
  type Aged,
  answeredRights,
  applicationWithRut,
  closedAccount,
  decidedReport,
  exists,
  invitation,
  inviteLink,
  type Owner,
  person,
  renewal,
  requestDocument,
  requestedAccount,
} from "./aged-rows";

export type Limit = {
  rule: RetentionRule;
  /** Younger by a breath than what is forgotten. */
  keptAge: string;
  /** Older by a breath. */
  deletedAge: string;
  make: (owner: Owner, age: string) => Promise<Aged>;
};

export const twoYears = { keptAge: "1 year 364 days", deletedAge: "2 years 1 day" };
const ninetyDays = { keptAge: "89 days 23 hours", deletedAge: "90 days 1 hour" };
const threeYears = { keptAge: "2 years 364 days", deletedAge: "3 years 1 day" };

/** The rules of what people wrote, sent and are, whose periods are years. */
export const limitsOfPeople: readonly Limit[] = [
  {
    rule: "report_words",
    ...twoYears,
    make: async (owner, age) => {
      const id = await decidedReport(owner, age);
      await owner`update report set words_sealed = 'x' where id = ${id}`;
      return { isKept: () => exists(owner, "report", "words_sealed is not null and id", id) };
    },
  },
  ...["rejected", "returned"].map(
    (state): Limit => ({
      rule: "request_documents",
      ...twoYears,
      make: (owner, age) => requestDocument(owner, { state, decided: age, replaced: null }),
    }),
  ),
  {
    rule: "request_documents",
    ...twoYears,
    make: (owner, age) => requestDocument(owner, { state: "approved", decided: "1 day", replaced: age }),
  },
  {
    rule: "request_documents",
    keptAge: "9 years 364 days",
    deletedAge: "10 years 1 day",
    make: (owner, age) => requestDocument(owner, { state: "approved", decided: "11 years", replaced: age }),
  },
  {
    rule: "request_documents",
    keptAge: "9 years 364 days",
    deletedAge: "10 years 1 day",
    // A renewal brought another of its kind and was approved so long ago.
    make: async (owner, age) => {
      const renewed = await requestDocument(owner, {
        state: "approved",
        decided: "12 years",
        replaced: null,
      });
      await renewal(owner, renewed.id, { decided: age });
      return renewed;
    },
  },
  {
    rule: "request_documents",
    keptAge: "9 years 364 days",
    deletedAge: "10 years 1 day",
    // Another application asks for the same paper, and was given it so long ago.
    make: async (owner, age) => {
      const first = await requestDocument(owner, { state: "approved", decided: "12 years", replaced: null });
      const [known] = await owner<{ name: string }[]>`select document_name('CONVENIOS', 'rut') as name`;
      const application = await applicationWithRut(owner, known?.name ?? "");
      await renewal(owner, first.id, { decided: age, application, mark: "good" });
      return first;
    },
  },
  {
    rule: "waiting_accounts",
    keptAge: "50 minutes",
    deletedAge: "1 hour 1 minute",
    make: requestedAccount,
  },
  ...(["disabled", "removed"] as const).map(
    (way): Limit => ({
      rule: "closed_accounts",
      ...threeYears,
      make: (owner, age) => closedAccount(owner, age, way),
    }),
  ),
  {
    rule: "request_documents",
    keptAge: "9 years 364 days",
    deletedAge: "10 years 1 day",
    // It stands and nothing replaced it, but nobody has worked for its provider since.
    make: async (owner, age) => {
      const kept = await requestDocument(owner, { state: "approved", decided: "11 years", replaced: null });
      await owner`update membership m set removed_at = now() - ${age}::interval from request r
        join request_document d on d.request_id = r.id
        where d.id = ${kept.id} and m.provider_id = r.provider_id`;
      return kept;
    },
  },
  {
    rule: "unentered_accounts",
    ...ninetyDays,
    make: async (owner, age) => {
      const id = await person(owner);
      await owner`update person set caja_role = 'officer', created_at = now() - ${age}::interval where id = ${id}`;
      return { isKept: () => exists(owner, "person", "name <> '' and email not like '%invalid' and id", id) };
    },
  },
  {
    rule: "unanswered_invitations",
    ...ninetyDays,
    // Neither an old link of its own keeps it, nor a new one for another purpose or of another invitation.
    make: async (owner, age) => {
      const { id, isKept } = await invitation(owner, age);
      await inviteLink(owner, "invite", id, age);
      await inviteLink(owner, "password", id, "1 hour");
      await inviteLink(owner, "invite", randomUUID(), "1 hour");
      return { isKept };
    },
  },
  {
    rule: "rights_files",
    keptAge: "89 days 23 hours",
    deletedAge: "90 days 1 hour",
    make: async (owner, age) => {
      const id = await answeredRights(owner, age);
      return { isKept: () => exists(owner, "rights_file", "request_id", id) };
    },
  },
  {
    rule: "rights_requests",
    ...threeYears,
    make: async (owner, age) => {
      const id = await answeredRights(owner, age);
      return {
        isKept: async () => {
          const [row] =
            await owner`select r.content_sealed is not null and r.id_index is not null and r.id_kind is not null
            and e.text_sealed is not null
            and exists (select from rights_account a where a.request_id = r.id) as kept
            from rights_request r join rights_event e on e.request_id = r.id where r.id = ${id}`;
          return row?.kept;
        },
      };
    },
  },
];
