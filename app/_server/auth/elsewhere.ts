import "server-only";
import { notFound, redirect } from "next/navigation";
import { findOtherCompany } from "@/domain/account/other-company";
import { pathWith } from "@/lib/http/query";
import type { OwnProvider } from "@/model/access";

type Found = Parameters<typeof findOtherCompany>;

/** Where it is said that a page is of another company of the person, with the button that switches to it. */
export const elsewherePlace = ({ id }: OwnProvider, page: string): string =>
  pathWith("/empresa", { es: id, volver: page });

/** Ends a page of something that this company does not have: it is another one's of the person's, or is not found. */
export async function elsewhereOrNotFound(...[grant, thing, ref]: Found): Promise<never> {
  const other = await findOtherCompany(grant, thing, ref);
  if (!other) notFound();
  redirect(elsewherePlace(other, pages[thing](encodeURIComponent(ref))));
}

const pages: Readonly<Record<Found[1], (ref: string) => string>> = {
  request: (ref) => `/solicitudes/${ref}`,
  report: (ref) => `/novedades/${ref}`,
  use: (ref) => `/comprobantes/${ref}`,
};
