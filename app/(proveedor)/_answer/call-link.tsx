import { ButtonLink } from "@/components/ui/button";
import type { CajaProfile } from "@/domain/caja/last-known";
import { telephoneLink } from "@/lib/format/telephone";
import type { Messages } from "@/messages/es-CO";

/** Calls the fund by its name; the number and the hours stand under it, so that nobody calls a closed office. */
export function CallLink({
  caja,
  counter,
}: {
  caja: Pick<CajaProfile, "name" | "phone" | "hours">;
  counter: Messages["counter"];
}) {
  return (
    <ButtonLink href={telephoneLink(caja.phone)} variant="outline">
      <span>
        {counter.call(caja.name)}{" "}
        <span className="block text-base font-normal tabular-nums lining-nums">
          {[caja.phone, caja.hours].filter(Boolean).join(", ")}
        </span>
      </span>
    </ButtonLink>
  );
}
