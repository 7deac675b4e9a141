import type postgres from "postgres";

/** A name with the type that Postgres knows it by ("uuid", "int8", "_text", or a domain of ours). */
export type Typed = { name: string; type: string; nullable: boolean };
/** How many rows a function answers: "void" none, "value" one unnamed value, "row" one, "maybe" one or none. */
export type Answers = "void" | "value" | "row" | "maybe" | "rows";
type Argument = Typed & { optional: boolean };
export type DeclaredFunction = { name: string; args: Argument[]; answers: Answers; columns: Typed[] };
/** A domain is a closed set of words, over text with a check `value in (…)`. */
export type Catalogue = { functions: DeclaredFunction[]; domains: { name: string; words: string[] }[] };

type FunctionRow = {
  name: string;
  args: { name: string; type: string; mode: "i" | "t" | "o" }[];
  defaults: number;
  isSet: boolean;
  returns: string;
  body: string;
  row: Typed[] | null;
};

/**
 * What the catalogue says of the functions that a role of the portal may call. One that takes a whole row is a part
 * of queries, not a call, and is left out. Arguments are `not null` and a set holds any number of rows, unless the
 * function's body declares otherwise in lines of their own:
 *
 *     -- contract: one row; nullable: p_counter, use_id, at
 *
 * with "one row" or "at most one row", and `result` as the name of an unnamed value. Arguments with a default are
 * optional, unless they are `required`: one that stands behind others with a default must have one too.
 */
export async function readCatalogue(client: postgres.Sql): Promise<Catalogue> {
  const domains = await client<{ name: string; check: string }[]>`
    select t.typname::text as name, pg_get_constraintdef(c.oid) as check
    from pg_type t join pg_constraint c on c.contypid = t.oid
    where t.typtype = 'd' and t.typnamespace = 'public'::regnamespace order by 1`;
  const functions = await client<FunctionRow[]>`
    select p.proname::text as name, p.pronargdefaults::int as defaults, p.proretset as "isSet", p.prosrc as body,
      r.typname::text as returns,
      coalesce((select json_agg(json_build_object('name', p.proargnames[argument.at], 'type', t.typname,
          'mode', coalesce(p.proargmodes[argument.at]::text, 'i')) order by argument.at)
        from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality argument(type, at)
        join pg_type t on t.oid = argument.type), '[]') as args,
      (select json_agg(json_build_object('name', a.attname, 'type', t.typname, 'nullable', not a.attnotnull)
          order by a.attnum)
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = r.typrelid and a.attnum > 0 and not a.attisdropped) as row
    from pg_proc p join pg_type r on r.oid = p.prorettype
    where p.pronamespace = 'public'::regnamespace
      and exists (select from aclexplode(p.proacl) right_ where right_.grantee <> p.proowner)
      and not exists (select from unnest(p.proargtypes::oid[]) given join pg_type t on t.oid = given where t.typtype = 'c')
    order by p.proname`;
  return {
    functions: functions.map(declared),
    domains: domains.map(({ name, check }) => ({
      name,
      words: [...check.matchAll(/'((?:[^']|'')+)'::text/g)].map(([, word = ""]) => word),
    })),
  };
}

function declared({ name, args, defaults, isSet, returns, body, row }: FunctionRow): DeclaredFunction {
  const remarks = [...body.matchAll(/^\s*-- contract: (.+)$/gm)].map(([, line]) => line).join("; ");
  const listed = (word: string) =>
    remarks.split("; ").flatMap((part) => part.match(`^${word}: (.+)$`)?.[1]?.split(", ") ?? []);
  const [nullable, required] = [new Set(listed("nullable")), new Set(listed("required"))];
  const typed = (each: { name: string; type: string; nullable?: boolean }): Typed => {
    const isNullable = nullable.delete(each.name) || (each.nullable ?? false);
    return { name: each.name, type: each.type, nullable: isNullable };
  };
  const input = args.filter(({ mode }) => mode === "i");
  if (input.some((each) => !each.name?.startsWith("p_")))
    throw new Error(`an argument of ${name} does not begin with p_`);
  const output = args.filter(({ mode }) => mode !== "i");
  const named = output.length > 0 ? output : (row ?? []);
  const declaredArgs = input.map((each, at) => {
    const optional = at >= input.length - defaults && !required.delete(each.name);
    return { ...typed({ ...each, nullable: optional }), optional };
  });
  const columns = named.length > 0 ? named.map(typed) : [typed({ name: "result", type: returns })];
  for (const each of [...nullable, ...required]) throw new Error(`${name} declares ${each} and has it not`);
  const ofSet = /\bat most one row\b/.test(remarks) ? "maybe" : /\bone row\b/.test(remarks) ? "row" : "rows";
  const ofOne = returns === "void" ? "void" : named.length > 0 ? "row" : "value";
  return { name, args: declaredArgs, answers: isSet ? ofSet : ofOne, columns };
}
