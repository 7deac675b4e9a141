import { TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import { DataTable } from "@/components/ui/table";
import { listRightsAccounts, type RightsAccount } from "@/domain/rights/accounts";
import type { DeskRights } from "@/domain/rights/desk";
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
  path,
}: {
  grant: Grant<"rights.handle">;
  request: DeskRights & { content: NonNullable<DeskRights["content"]> };
  /** What the accounts are looked for by. */
  typed: string;
  path: string;
}) {
  const [accounts, { admin }] = await Promise.all([
    listRightsAccounts(grant, request, typed),
    currentMessages(),
  ]);
  const t = admin.rights.accounts;
  const hidden = { number: request.number, version: request.version };
  return (
    <Step id="cuentas" title={t.title} text={t.text}>
      <FilterForm path={`${path}#cuentas`} submit={t.search} className="max-w-2xl">
        <TextField name="cuenta" label={t.field} defaultValue={typed} maxLength={120} autoComplete="off" />
      </FilterForm>
      {accounts.length > 0 || typed ? (
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
      ) : null}
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
  if (isNamed) return <NameAccountForm hidden={hidden} person={id} theirs="no" label={t.remove} />;
  if (isFound) return t.found;
  if (!mayName) return t.other;
  return <NameAccountForm hidden={hidden} person={id} theirs="yes" label={t.name} />;
}
