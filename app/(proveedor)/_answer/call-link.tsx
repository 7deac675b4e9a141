import { ButtonLink } from "@/components/ui/button";
import type { CajaProfile } from "@/domain/caja/last-known";
import { firm } from "@/lib/format/firm";
import { telephoneLink } from "@/lib/format/telephone";
import type { Messages } from "@/messages/es-CO";

type Props = { caja: Pick<CajaProfile, "name" | "phone" | "hours">; counter: Messages["counter"] };

const numberAndHours = ({ phone, hours }: Props["caja"]) => firm([phone, hours].filter(Boolean).join(", "));

/** Telephone link with the fund's name, number and opening hours, so that nobody calls a closed office. */
export function CallLink({ caja, counter }: Props) {
  return (
    <ButtonLink href={telephoneLink(caja.phone)} variant="outline">
      <span>
        {counter.call(caja.name)}{" "}
        <span className="block text-base font-normal tabular-nums lining-nums">{numberAndHours(caja)}</span>
      </span>
    </ButtonLink>
  );
}

/** The same link as a row of OtherWays. */
export function CallWay({ caja, counter }: Props) {
  return (
    <ButtonLink href={telephoneLink(caja.phone)} variant="row">
      <span>
        {counter.call(caja.name)}{" "}
        <span className="block text-sm font-normal text-ink-soft">{numberAndHours(caja)}</span>
      </span>
    </ButtonLink>
  );
}
