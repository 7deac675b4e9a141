import { TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import { DataTable } from "@/components/ui/table";
import { listRightsAccounts, type RightsAccount } from "@/domain/rights/accounts";
import type { DeskRights } from "@/domain/rights/desk";
import { LONGEST_ACCOUNT_SEARCH } from "@/domain/rights/schema";
import { currentClient } from "@/lib/http/client";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import type { Grant } from "@/model/access";
import { Step } from "./step";
import { NameAccountForm } from "./step-forms";

/** Where whoever answers names accounts that are the person's and that neither an ID number nor a mailbox finds. */
export async function AccountStep({
  grant,
  request,
  typed,
  isExpired,
  path,
}: {
  grant: Grant<"rights.handle">;
  request: DeskRights & { content: NonNullable<DeskRights["content"]> };
  /** What the accounts are looked for by. */
  typed: string;
  isExpired: boolean;
  path: string;
}) {
  const [{ accounts, isMore }, { admin }] = await Promise.all([
    currentClient().then((client) => listRightsAccounts(grant, request, typed, client)),
    currentMessages(),
  ]);
  const t = admin.rights.accounts;
  const hidden = { number: request.number, version: request.version };
  return (
    <Step id="cuentas" title={t.title} text={t.text}>
      <FilterForm path={`${path}/cuenta`} submit={t.search} isPosted className="max-w-2xl">
        <TextField
          name="cuenta"
          label={t.field}
          defaultValue={typed}
          maxLength={LONGEST_ACCOUNT_SEARCH}
          autoComplete="off"
        />
      </FilterForm>
      {isExpired ? <p role="status">{t.expired}</p> : null}
      {accounts.length > 0 || typed ? (
        <div className="mt-4">
          <DataTable
            caption={t.caption}
            empty={t.none}
            columns={{ person: t.person, company: t.company, action: t.action }}
            rows={accounts.map((account) => ({
              person: (
                <>
                  {account.name}
                  <span className="block text-hint text-ink-soft">{account.email}</span>
                </>
              ),
              company: [account.cajaRole && t.caja, account.companies].filter(Boolean).join(", "),
              action: <Choice account={account} hidden={hidden} t={t} />,
            }))}
          />
        </div>
      ) : null}
      {isMore ? <p>{t.more}</p> : null}
    </Step>
  );
}

function Choice({
  account: { id, isNamed, isFound, mayName },
  hidden,
  t,
}: {
  account: RightsAccount;
  hidden: { number: string; version: number };
  t: Messages["admin"]["rights"]["accounts"];
}) {
  if (isNamed)
    return (
      <>
        {mayName ? null : t.other}
        <NameAccountForm hidden={hidden} person={id} theirs="no" label={t.remove} />
      </>
    );
  if (isFound) return t.found;
  if (!mayName) return t.other;
  return <NameAccountForm hidden={hidden} person={id} theirs="yes" label={t.name} />;
}
