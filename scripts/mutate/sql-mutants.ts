/** One change of a rule in a file of db/functions. */
export type SqlMutant = { file: string; line: number; was: string; now: string; text: string };

type Rule = {
  find: RegExp;
  replacement: (found: string, ...groups: string[]) => string;
  /** Lines where the change has no observable effect. */
  never?: RegExp;
};

/** Comparisons of instants: no test can hit the exact microsecond at which an instant equals a limit. */
const moments = /now\(\)|timestamp|interval|_at\b|\.at\b|_until\b|behind|first/;

/**
 * Mutation rules: operators inverted, limits moved by one, durations multiplied by ten, conditions dropped.
 */
const rules: Rule[] = [
  { find: / < /g, replacement: () => " <= ", never: moments },
  { find: / <= /g, replacement: () => " < ", never: moments },
  { find: / > /g, replacement: () => " >= ", never: moments },
  { find: / >= /g, replacement: () => " > ", never: moments },
  { find: / <> /g, replacement: () => " = " },
  { find: /(?<= (?:if|and|or|when|where|not) [^:]*?[\w)]) = (?=')/g, replacement: () => " <> " },
  { find: /\bnot exists\b/g, replacement: () => "exists" },
  { find: /(?<=\b(?:if|and|where|or|when) )exists\b/g, replacement: () => "not exists" },
  { find: /\bis null\b/g, replacement: () => "is not null" },
  { find: /\bis not null\b/g, replacement: () => "is null" },
  { find: /interval '(\d+)/g, replacement: (_, count) => `interval '${Number(count) * 10}` },
  { find: /(?<='(?:limit|seconds)', )(\d+)/g, replacement: (count) => String(Number(count) + 1) },
  { find: /(?<= [<>=]=? |[-+] )(\d+)(?=[ ;,)]|$)/g, replacement: (count) => String(Number(count) + 1) },
  { find: / and (?=[a-z(])/g, replacement: () => " or " },
  { find: / or (?=[a-z(])/g, replacement: () => " and " },
  { find: /^ +if [^;]+ then return(?: [^;]+)?; end if;$/g, replacement: () => "" },
  { find: /^ +and [a-z_.]+ (?:=|<>|<|>|<=|>=|is) [^();]+$/g, replacement: () => "" },
];

/**
 * Lines that hold no rule: comments, heads of functions, grants. A function written on one line is not one of
 * them.
 */
const noRule =
  /^\s*(--|create (?!.*\$\$)|language |returns |grant |revoke |perform audit_append|values |jsonb_build_object(?!\('scope'))/;

/** A statement with a side effect: an audit event, an e-mail, a deleted claim. Locks do not count. */
const sideEffect =
  /^ +(?:perform (?:audit_append|note_\w+|record_\w+|queue_mails?|close_sessions_of|save_snapshot|budget_take|send_invitation|new_mail_link|put_document)\(|delete from )/;

/** Every mutant of a file. Comments, heads of functions and audit details are not mutated. */
export function sqlMutants(file: string, source: string): SqlMutant[] {
  const lines = source.split("\n");
  return [...changedLines(file, lines), ...droppedStatements(file, lines)];
}

function changedLines(file: string, lines: readonly string[]): SqlMutant[] {
  return lines.flatMap((line, at) => {
    if (noRule.test(line)) return [];
    const code = line.replace(/ --.*$/, "");
    return rules.flatMap(({ find, replacement, never }) =>
      never?.test(code)
        ? []
        : [...code.matchAll(find)].map((match) => {
            const now = `${code.slice(0, match.index)}${replacement(match[0], ...match.slice(1))}${code.slice(match.index + match[0].length)}`;
            const text = [...lines.slice(0, at), now, ...lines.slice(at + 1)].join("\n");
            return { file, line: at + 1, was: line.trim(), now: now.trim() || "(dropped)", text };
          }),
    );
  });
}

/** Mutants that drop one whole statement of a plpgsql body. */
function droppedStatements(file: string, lines: readonly string[]): SqlMutant[] {
  const body = lines.map((_, at) => isInBlock(lines, at));
  return lines.flatMap((line, at) => {
    if (!body[at] || !sideEffect.test(line)) return [];
    const end = lines.findIndex((later, place) => place >= at && /;(?: --.*)?$/.test(later));
    if (end < 0 || lines.slice(at, end + 1).some((part) => /\breturning\b/.test(part))) return [];
    const text = [...lines.slice(0, at), "  null;", ...lines.slice(end + 1)].join("\n");
    return [{ file, line: at + 1, was: line.trim(), now: "(dropped)", text }];
  });
}

/** Whether a line is inside a plpgsql block, where each statement ends with a semicolon. */
function isInBlock(lines: readonly string[], at: number): boolean {
  const before = lines.slice(0, at);
  return (
    before.findLastIndex((line) => /^begin\b/.test(line)) >
    before.findLastIndex((line) => /^(?:end )?\$\$;/.test(line) || /^end \$\$/.test(line))
  );
}
