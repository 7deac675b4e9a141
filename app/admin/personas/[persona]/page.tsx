import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { FactorReset } from "@/app/admin/_people/factor-reset";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { Note } from "@/components/ui/note";
import { SummaryList } from "@/components/ui/summary-list";
import { type Official, readOfficials } from "@/domain/caja/people";
import { readFactorReset } from "@/domain/factor/reset";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import {
  requestResetAction,
  resendInvitationAction,
  returnAccessAction,
  withdrawResetAction,
} from "../actions";
import { ChangeForm } from "./change-form";
import { EndForm } from "./end-form";
import { OpenWork } from "./open-work";

type Props = { params: Promise<{ persona: string }>; searchParams: Promise<{ enviada?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.people.title };
}

/** One person of the caja: name, role, and whether they enter. */
async function OfficialPage({ params, searchParams }: Props) {
  const grant = await requireGrant("people.manage");
  const [{ persona }, { enviada }, officials, { admin }] = await Promise.all([
    params,
    searchParams,
    readOfficials(grant, new Date()),
    currentMessages(),
  ]);
  const official = officials.find(({ personId }) => personId === persona);
  if (!official) notFound();
  const { people: t } = admin;
  const { personId, name, email, role, standing, code } = official;
  const own = personId === grant.actor.personId;
  const reset = await readFactorReset(grant, personId);
  return (
    <Page title={name} back={{ href: "/admin/personas", label: t.back }} width="admin">
      {enviada ? (
        <Note>
          <p role="status">{enviada === "invitacion" ? t.invited : t.resent}</p>
        </Note>
      ) : null}
      <SummaryList
        rows={[
          { label: t.form.email, value: email },
          { label: t.role, value: t.roles[role] },
          ...(typeof code === "object" && code
            ? [{ label: t.code, value: <span className="tabular-nums lining-nums">{code.told}</span> }]
            : []),
        ]}
      />
      {code ? <p>{codeWords(t, standing, code)}</p> : null}
      <OpenWork grant={grant} person={personId} ended={standing === "ended"} />
      <div className="max-w-2xl">
        {standing === "ended" ? (
          <>
            <h2>{t.returnHeading}</h2>
            <p>{t.returnText}</p>
            <OneButtonForm action={returnAccessAction} hidden={{ person: personId }} label={t.return} />
          </>
        ) : (
          <>
            <h2>{t.change}</h2>
            {own ? <p>{t.ownRole}</p> : null}
            <ChangeForm person={personId} name={name} role={role} own={own} />
          </>
        )}
        {code ? (
          <OneButtonForm
            action={resendInvitationAction}
            hidden={{ person: personId }}
            label={t.resend}
            variant="outline"
          />
        ) : null}
        {own || standing !== "active" ? null : (
          <>
            <h2>{t.reset.heading}</h2>
            <p>{t.reset.text}</p>
            <FactorReset
              reset={reset}
              hidden={{ person: personId }}
              request={requestResetAction}
              withdraw={withdrawResetAction}
            />
          </>
        )}
        {own || standing === "ended" ? null : (
          <>
            <h2>{t.endHeading}</h2>
            <p>{standing === "invited" ? t.endInvitedText : t.endText}</p>
            <EndForm person={personId} />
          </>
        )}
      </div>
    </Page>
  );
}

export default unlessDown(OfficialPage);

/** What to do with the code of somebody who has no second factor yet. */
function codeWords(
  t: Messages["admin"]["people"],
  standing: Official["standing"],
  code: NonNullable<Official["code"]>,
): string {
  if (code === "closed") return t.codeClosed;
  if (code === "none") return t.codeNone;
  return standing === "invited" ? t.codeText : t.codeUnenrolled;
}
