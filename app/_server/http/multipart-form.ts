import type { z } from "zod";
import { fieldErrors } from "@/components/form/form-state";
import { readFormOrHead } from "@/lib/files/read-form";
import { cleanForm, unreadableFaults } from "@/lib/http/form-data";
import { Refusal } from "@/model/refusal";

/** Message keys by field; the redirect carries them in the address. */
type Faults = Readonly<Record<string, string>>;

/** A form with files. It goes to a route handler, because a server action has a lower body limit. */
export type MultipartForm<S extends z.ZodType, Text extends string, FileName extends string, Content> = {
  largestBytes: number;
  /** The names of the text fields; `schema` validates them. */
  texts: readonly Text[];
  schema: S;
  /** Fields with words for an unreadable text; such an error in another field is shown at the first one. */
  readable: readonly [string, ...string[]];
  /** For a hidden field, the visible field that shows its error. */
  hidden?: Faults;
  /** Reads each file field: its content, the key of its error, or null when no file was chosen. */
  files: Readonly<Record<FileName, (entry: FormDataEntryValue | null) => Promise<Content | string | null>>>;
  tooBig: Faults;
  malformed: Faults;
  /** Stores what was typed for the page that shows the errors; without it, it is lost. */
  keep?: (page: string, posted: FormData) => Promise<void>;
};

/**
 * Reads a posted form with files, and stores what was typed until the route drops it, so that no later failure
 * loses it. `texts` is null when one is invalid; a file is missing in `files` when it is invalid or none was
 * chosen.
 * @param whose names the sender, of whom few bodies are read at once
 * @throws Refusal "busy" when there was no room for the files
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
  whose = "",
): Promise<{
  texts: z.output<S> | null;
  files: Partial<Record<FileName, Content>>;
  faults: Faults;
  /** The provider that the form belongs to. */
  formProvider: FormDataEntryValue | null;
}> {
  const posted = await readFormOrHead(request, form.largestBytes, { whose });
  if (posted === "malformed") return { texts: null, files: {}, faults: form.malformed, formProvider: null };
  const data = posted instanceof FormData ? posted : posted.head;
  await form.keep?.(page, data);
  if (!(posted instanceof FormData) && posted.isBusy) throw new Refusal("busy");
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

/** The text of each field: the first of a repeated name, "" for a missing one. */
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

/** Errors of hidden fields come first, so that an error of the visible field itself replaces them. */
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
