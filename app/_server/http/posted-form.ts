import { readForm } from "@/lib/files/read-form";
import { cleanForm } from "@/lib/http/form-data";
import { LARGEST_FORM_BYTES } from "@/lib/http/form-limits";

/**
 * The form that was posted to a route handler, with every text normalised.
 * @param whose names the sender, of whom few bodies are read at once
 * @returns 400 when it is no form or a text is unreadable, since "" could mean a wider filter; 413 when it is
 * too large; 503 when there was no room for it
 */
export async function postedForm(request: Request, whose: string): Promise<FormData | 400 | 413 | 503> {
  const posted = await readForm(request, LARGEST_FORM_BYTES, whose);
  if (posted === "tooBig") return 413;
  if (posted === "malformed") return 400;
  if (posted === "busy") return 503;
  const { object, faults } = cleanForm(posted);
  if (Object.keys(faults).length > 0) return 400;
  const form = new FormData();
  for (const [name, value] of Object.entries(object))
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one);
  return form;
}
