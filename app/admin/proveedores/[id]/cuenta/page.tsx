import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { accountText } from "@/components/bank-account/account-text";
import { accountWords } from "@/components/bank-account/account-words";
import { AccountWordsProvider } from "@/components/bank-account/account-words-context";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { Done } from "@/components/ui/done";
import { SummaryList } from "@/components/ui/summary-list";
import { DataTable } from "@/components/ui/table";
import { readAccounts } from "@/domain/bank-account/read";
import { shortDate, shortDateTime } from "@/lib/format/date";
import { currentClient } from "@/lib/http/client";
import { ownProperty } from "@/lib/own-property";
import { currentLanguage, currentMessages } from "@/messages";
import { ProposeForm, RefuseForm } from "./account-forms";
import { approveAccountAction } from "./actions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const { bankAccount } = await currentMessages();
  return { title: bankAccount.desk.link };
}

/** The account that a provider is paid into: one person proposes another one, and a second person approves it. */
async function AccountPage({ params, searchParams }: Props) {
  const grant = await requireGrant("bank_account.manage");
  const [{ id }, query, { ip }] = await Promise.all([params, searchParams, currentClient()]);
  const [found, { bankAccount }, language] = await Promise.all([
    readAccounts(grant, id, { ip }),
    currentMessages(),
    currentLanguage(),
  ]);
  if (!found) notFound();
  const { provider, current, proposed, before } = found;
  const t = bankAccount.desk;
  const done = ownProperty(
    { propuesta: t.proposedDone, aprobada: t.approvedDone, rechazada: t.refusedDone },
    query.hecho,
  );
  return (
    <Page
      title={t.title(provider.legalName)}
      back={{ href: `/admin/proveedores/${id}`, label: provider.legalName }}
      width="admin"
    >
      {done ? <Done>{done}</Done> : null}
      <p>{t.text}</p>
      <SummaryList
        rows={[
          { label: t.current, value: current ? accountText(current, bankAccount) : bankAccount.none },
          ...(current?.decidedBy && current.decidedAt
            ? [
                {
                  label: t.decidedBy,
                  value: t.by(current.decidedBy, shortDateTime(current.decidedAt, language)),
                },
              ]
            : []),
        ]}
      />
      {proposed ? (
        <section aria-labelledby="propuesta">
          <h2 id="propuesta">{t.proposed}</h2>
          <SummaryList
            rows={[
              { label: t.account, value: <b>{accountText(proposed, bankAccount)}</b> },
              {
                label: t.proposedBy,
                value: t.by(proposed.proposedBy, shortDateTime(proposed.proposedAt, language)),
              },
              { label: t.reason, value: proposed.reason ?? "" },
            ]}
          />
          {proposed.isOwn ? (
            <p>{t.ownProposal}</p>
          ) : (
            <OneButtonForm
              action={approveAccountAction}
              hidden={{ provider: id, account: proposed.id, current: current?.id ?? "" }}
              label={t.approve}
              pendingLabel={t.approving}
            />
          )}
          <h2>{proposed.isOwn ? t.withdraw : t.refuse}</h2>
          <RefuseForm
            hidden={{ provider: id, account: proposed.id }}
            submit={proposed.isOwn ? t.withdraw : t.refuse}
          />
        </section>
      ) : (
        <section aria-labelledby="proponer">
          <h2 id="proponer">{t.propose}</h2>
          <AccountWordsProvider words={accountWords(bankAccount, null)}>
            <ProposeForm hidden={{ provider: id, current: current?.id ?? "" }} />
          </AccountWordsProvider>
        </section>
      )}
      <div className="mt-8">
        <DataTable
          caption={t.before}
          empty={t.noneBefore}
          columns={{
            account: t.account,
            state: t.state,
            by: t.proposedBy,
            when: { label: t.when, firm: true },
          }}
          rows={before.map((each) => ({
            account: accountText(each, bankAccount),
            state: each.state === "refused" ? t.states.refused : t.states.replaced,
            by: each.filingNumber ?? each.proposedBy,
            when: shortDate(each.proposedAt),
          }))}
        />
      </div>
    </Page>
  );
}

export default unlessDown(AccountPage);
