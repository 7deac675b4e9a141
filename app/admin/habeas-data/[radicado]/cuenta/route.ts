import { FindAccountInput } from "@/domain/rights/schema";
import { answerSearch } from "../../../answer-search";
import { keepSearch } from "../search-cookie";

type Context = { params: Promise<{ radicado: string }> };

/** Takes the name or e-mail that an account is looked for by; the page finds it in a cookie, not in its address. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { radicado } = await params;
  const page = `/admin/habeas-data/${encodeURIComponent(radicado)}`;
  return answerSearch(request, { page, permission: "rights.handle" }, async (grant, form) => {
    const input = FindAccountInput.safeParse({ number: radicado, typed: form.get("cuenta") });
    if (!input.success) return `${page}#cuentas`;
    await keepSearch(grant.actor.personId, input.data);
    return `${page}?hecha=1#cuentas`;
  });
}
