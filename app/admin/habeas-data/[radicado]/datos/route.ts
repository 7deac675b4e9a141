import { heldDataResponse } from "@/app/_server/held-data-response";
import { answerExport } from "@/app/_server/http/answer-export";
import { requireRightsRequest } from "@/domain/rights/desk";
import { readHeldData } from "@/domain/rights/held-data";
import { heldDataWriter } from "../../held-data-writer";

type Context = { params: Promise<{ radicado: string }> };

/** What is held on whom a request is about, for the desk to look at before it answers. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { radicado } = await params;
  const page = `/admin/habeas-data/${encodeURIComponent(radicado)}`;
  const offer = {
    permission: "rights.handle",
    again: true,
    page,
    formats: ["html"],
    refusedTo: page,
  } as const;
  return answerExport(request, offer, async (grant, { ip }) => {
    const found = await requireRightsRequest(grant, radicado, { ip });
    const held = await readHeldData(grant, found, { ip });
    return heldDataResponse((await heldDataWriter())(held, found), found.number);
  });
}
