import type { z } from "zod";
import { fieldErrors } from "@/components/form/form-state";
import { readFormOrHead } from "@/lib/files/read-form";
import { cleanForm, unreadableFaults } from "@/lib/http/form-data";

/** Message keys by field; the address takes them back to the page of the form. */
type Faults = Readonly<Record<string, string>>;

/** A form with files. A route handler takes it, because an action's body has a lower limit. */
export type MultipartForm<S extends z.ZodType, Text extends string, FileName extends string, Content> = {
  largestBytes: number;
  /** The names of the text fields; `schema` validates them. */
  texts: readonly Text[];
  schema: S;
  /** Fields that have words for a text that cannot be read; such a fault elsewhere stands at the first one. */
  readable: readonly [string, ...string[]];
  /** For a hidden field, the visible field that shows its fault. */
  hidden?: Faults;
  /** Reads each file field: its content, the key of its fault, or null when none was chosen. */
  files: Readonly<Record<FileName, (entry: FormDataEntryValue | null) => Promise<Content | string | null>>>;
  tooBig: Faults;
  malformed: Faults;
  /** Keeps what was typed for the page that shows the faults; without it that is lost. */
  keep?: (page: string, posted: FormData) => Promise<void>;
};

/**
 * Reads a posted form with files and keeps what was typed until the route drops it: whatever happens next, it is
 * not lost. `texts` is null when one is wrong; a file is missing in `files` when it is wrong or none was chosen.
 */
export async function readMultipart<
  S extends z.ZodType,
  Text extends string,
  FileName extends string,
  Content extends object,
>(
  request: Request,
  page: string,
  form: MultipartForm<S, Text, FileName, Content>,
): Promise<{
  texts: z.output<S> | null;
  files: Partial<Record<FileName, Content>>;
  faults: Faults;
  /** The provider that the form was made for. */
  formProvider: FormDataEntryValue | null;
}> {
  const posted = await readFormOrHead(request, form.largestBytes);
  if (posted === "malformed") return { texts: null, files: {}, faults: form.malformed, formProvider: null };
  const data = posted instanceof FormData ? posted : posted.head;
  await form.keep?.(page, data);
  const read = form.schema.safeParse(textsOf(cleanForm(data).object, form.texts));
  const { files, faults } =
    data === posted ? await readFiles(data, form.files) : { files: {}, faults: form.tooBig };
  return {
    texts: read.success ? read.data : null,
    files,
    faults: {
      ...(read.success ? {} : shownFaults(fieldErrors(read.error), form.hidden ?? {})),
      ...unreadableFaults(data, form.readable),
      ...faults,
    },
    formProvider: data.get("provider"),
  };
}

/** The text of each field; of a name that came twice the first, of one that did not come "". */
function textsOf<Text extends string>(
  fields: Readonly<Record<string, unknown>>,
  names: readonly Text[],
): Record<Text, string> {
  const texts: Partial<Record<Text, string>> = {};
  for (const name of names) {
    const [value] = [fields[name]].flat();
    texts[name] = typeof value === "string" ? value : "";
  }
  return texts as Record<Text, string>;
}

/** A fault that stands in for a hidden field comes first, so that a fault of the field itself replaces it. */
function shownFaults(faults: Faults, hidden: Faults): Faults {
  const moved = Object.entries(faults).filter(([name]) => hidden[name] !== undefined);
  const own = Object.entries(faults).filter(([name]) => hidden[name] === undefined);
  return Object.fromEntries([...moved.map(([name, key]) => [hidden[name], key]), ...own]);
}

async function readFiles<FileName extends string, Content extends object>(
  data: FormData,
  readers: MultipartForm<z.ZodType, string, FileName, Content>["files"],
): Promise<{ files: Partial<Record<FileName, Content>>; faults: Faults }> {
  const names = Object.keys(readers).filter((name): name is FileName => Object.hasOwn(readers, name));
  const contents = await Promise.all(names.map((name) => readers[name](data.get(name))));
  const files: Partial<Record<FileName, Content>> = {};
  const faults: Record<string, string> = {};
  names.forEach((name, at) => {
    const content = contents[at];
    if (typeof content === "string") faults[name] = content;
    else if (content) files[name] = content;
  });
  return { files, faults };
}
