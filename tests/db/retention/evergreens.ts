import { randomBytes, randomUUID } from "node:crypto";
import {
  type Aged,
  applicationWithRut,
  closedAccount,
  exists,
  faultOf,
  idOf,
  invitation,
  inviteLink,
  lookup,
  type Owner,
  person,
  pieceOf,
  renewal,
  requestDocument,
  requestedAccount,
  run,
} from "./aged-rows";

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
    what: "the document of a request that was approved and that nothing replaced",
    make: (owner) => requestDocument(owner, { state: "approved", decided: "11 years", replaced: null }),
  },
  {
    what: "a document that no approved renewal of its own provider brought another of",
    make: async (owner) => {
      const first = await requestDocument(owner, { state: "approved", decided: "14 years", replaced: null });
      const stranger = await requestDocument(owner, {
        state: "approved",
        decided: "14 years",
        replaced: null,
      });
      await renewal(owner, stranger.id, { decided: "11 years" });
      await renewal(owner, first.id, { decided: "9 years" });
      for (const kept of [{ state: "rejected" }, { kind: "chamber" }, { replaced: "9 years" }])
        await renewal(owner, first.id, { decided: "11 years", ...kept });
      return first;
    },
  },
  ...(
    [
      ["the caja did not find right", { mark: "fix" }],
      ["is older", { uploaded: "1 hour" }],
      ["is another paper of another application", { application: "Rutas autorizadas" }],
    ] as const
  ).map(([why, { application, ...found }]: readonly [string, Partial<Parameters<typeof renewal>[2]>]) => ({
    what: `a document of which an approved request has one that ${why}`,
    make: async (owner: Owner) => {
      const first = await requestDocument(owner, { state: "approved", decided: "14 years", replaced: null });
      const code = application && (await applicationWithRut(owner, application));
      await renewal(owner, first.id, { decided: "11 years", ...found, ...(code && { application: code }) });
      return first;
    },
  })),
  {
    what: "a document that a later request took over as it was",
    make: async (owner) => {
      const first = await requestDocument(owner, { state: "approved", decided: "14 years", replaced: null });
      await renewal(owner, first.id, { decided: "11 years" });
      await owner`update request_document n set uploaded_at = d.uploaded_at
        from request_document d join request r on r.id = d.request_id join request q on q.provider_id = r.provider_id
        where d.id = ${first.id} and n.request_id = q.id`;
      return first;
    },
  },
  {
    what: "the account of a request that waits",
    make: (owner) => requestedAccount(owner, "9 years", "submitted"),
  },
  {
    what: "the account of somebody who lost one company long ago and works for another",
    make: async (owner) => {
      const account = await closedAccount(owner, "9 years", "removed");
      await owner`insert into membership (person_id, provider_id, role)
        select m.person_id, l.provider_id, 'clerk' from membership m, lookup l
        where l.id = ${await lookup(owner, "1 hour")} order by m.created_at desc limit 1`;
      return account;
    },
  },
  {
    what: "the account of somebody who lost a company long ago and was disabled lately",
    make: async (owner) => {
      const account = await closedAccount(owner, "9 years", "removed");
      await owner`update person set disabled_at = now() - interval '1 day' where id =
        (select m.person_id from membership m order by m.created_at desc limit 1)`;
      return account;
    },
  },
  ...(["who chose a password", "who is in a team"] as const).map((how) => ({
    what: `the account of somebody of long ago ${how}`,
    make: async (owner: Owner) => {
      const id = await person(owner);
      await owner`update person set created_at = now() - interval '9 years',
        password_hash = ${how === "who chose a password" ? "x" : null} where id = ${id}`;
      if (how === "who is in a team")
        await owner`insert into membership (person_id, provider_id, role)
          select ${id}, l.provider_id, 'clerk' from lookup l where l.id = ${await lookup(owner, "1 hour")}`;
      return { isKept: () => exists(owner, "person", "name <> '' and email not like '%invalid' and id", id) };
    },
  })),
  {
    what: "an invitation that was accepted",
    make: async (owner) => {
      const { id, isKept } = await invitation(owner, "9 years");
      await owner`update invitation set accepted_at = now() - interval '9 years' where id = ${id}`;
      return { isKept };
    },
  },
  {
    what: "an invitation of which a link was sent lately",
    make: async (owner) => {
      const { id, isKept } = await invitation(owner, "9 years");
      await inviteLink(owner, "invite", id, "89 days");
      return { isKept };
    },
  },
  {
    what: "what was written in a request about somebody's data that nobody has answered",
    make: async (owner) => {
      const id = idOf(
        await owner<
          { id: string }[]
        >`insert into rights_request (id, number, kind, asker, content_sealed, code_hash,
            language, due_on, filed_at)
          values (gen_random_uuid(), gen_random_uuid()::text, 'erase', 'heir', 'x',
            sha256(gen_random_uuid()::text::bytea), 'es-CO', current_date, now() - interval '9 years') returning id`,
      );
      return { isKept: () => exists(owner, "rights_request", "content_sealed is not null and id", id) };
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
