import { inForceOf, LIST_PATH } from "@/app/admin/_orders/list-address";
import { ButtonLink } from "@/components/ui/button";
import type { ProviderFile } from "@/domain/provider/file";
import { shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { pathWith } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { type CajaActor, can } from "@/model/access";
import { formatNit } from "@/model/identity/format";
import { StandingTag } from "../standing-tag";

/** How a provider stands, in one line, and what may be done about it. */
export async function ProviderHead({ file, actor }: { file: ProviderFile; actor: CajaActor }) {
  const { provider, standing } = file;
  const { agreement, startsOn, endsOn } = standing;
  const t = (await currentMessages()).admin.providers;
  const at = `/admin/proveedores/${provider.id}`;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-2">
      <StandingTag provider={standing} framed />
      <span className="whitespace-nowrap tabular-nums lining-nums">
        {t.nit} <b>{formatNit(provider.nit, provider.checkDigit)}</b>
      </span>
      <span>
        {agreement && startsOn && endsOn
          ? `${t.agreement} ${t.agreementDays(agreement, shortDate(startsOn), shortDate(endsOn))}`
          : t.withoutAgreement}
      </span>
      {file.bound ? (
        <a className="inline-flex min-h-11 items-center" href={pathWith(LIST_PATH, inForceOf(provider.nit))}>
          {t.bound(formatCount(file.bound.orders), formatPesos(file.bound.amount), file.bound.orders === 1)}
        </a>
      ) : null}
      {can(actor, "provider.manage") ? (
        <span className="flex flex-wrap gap-2 sm:ml-auto">
          <ButtonLink href={`${at}/corregir`} variant="text">
            {t.correctLink}
          </ButtonLink>
          <ButtonLink href={`${at}/suspender`} variant="text">
            {provider.suspendedAt ? t.reactivateLink : t.suspendLink}
          </ButtonLink>
        </span>
      ) : null}
      {provider.suspensionReason ? (
        <p className="m-0 w-full">
          {t.suspendedBecause}: <b>{provider.suspensionReason}</b>
        </p>
      ) : null}
    </div>
  );
}
