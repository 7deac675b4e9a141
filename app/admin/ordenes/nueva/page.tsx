import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { Note } from "@/components/ui/note";
import { databaseFor } from "@/db/client";
import { findLastOffice } from "@/db/queries/order-draft";
import { readKeptForm } from "@/domain/order/draft/keep-form";
import { startingFrom } from "@/domain/order/draft/schema";
import { shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { discardFormAction } from "../draft-actions";
import { draftFacts } from "../draft-facts";
import { DraftForm } from "../draft-form";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.issue.title };
}

async function NewOrderPage() {
  const grant = await requireGrant("order.issue");
  const db = databaseFor(grant);
  const [facts, office, saved, { admin }, language] = await Promise.all([
    draftFacts(db),
    findLastOffice(db, grant.actor.personId),
    readKeptForm(grant),
    currentMessages(),
    currentLanguage(),
  ]);
  const { title, intro, back } = admin.issue;
  const known = {
    order: randomUUID(),
    affiliateIdKind: "CC",
    kindCode: facts.kinds[0]?.code ?? "",
    issuedOn: facts.today,
    office,
    ...(saved ? startingFrom(saved.answers, facts.today) : {}),
  };
  return (
    <Page title={title} back={{ href: "/admin/ordenes", label: back }} width="admin">
      {saved ? (
        <Note>
          <p>{admin.issue.unfinished(shortDateTime(saved.keptAt, language))}</p>
          <OneButtonForm
            action={discardFormAction}
            hidden={{ order: saved.answers.order }}
            label={admin.issue.startAgain}
            variant="outline"
          />
        </Note>
      ) : (
        <p>{intro}</p>
      )}
      <DraftForm
        key={saved ? String(saved.keptAt) : ""}
        known={known}
        facts={facts}
        stored={saved !== null}
        later
      />
    </Page>
  );
}

export default unlessDown(NewOrderPage);
