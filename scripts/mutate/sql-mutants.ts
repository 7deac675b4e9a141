/** One change of a rule in a file of db/functions. */
export type SqlMutant = { file: string; line: number; was: string; now: string; text: string };

type Rule = {
  find: RegExp;
  replacement: (found: string, ...groups: string[]) => string;
  /** Lines where the change has no observable effect. */
  never?: RegExp;
  /** Only where what was found is an expression of its own. */
  whole?: true;
};

/** Comparisons of instants: no test can hit the exact microsecond at which an instant equals a limit. */
const moments = /now\(\)|timestamp|interval|_at\b|\.at\b|_until\b|behind|first/;

const next = (count: string) => String(Number(count) + 1);

/**
 * Mutation rules: operators inverted, limits moved by one, durations multiplied by ten, conditions and members of lists
 * dropped.
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
  {
    find: /(?<=\$\$ select |array\[[\d, ]*|'\{[-\d,]*)(\d+)(?=[\d, ]*\]|[-\d,]*\}'| \$\$)/g,
    replacement: next,
  },
  { find: /(?<='(?:limit|seconds)', )(\d+)/g, replacement: next },
  { find: /(?<= [<>=]=? |[-+] )(\d+)(?=[ ;,)]|$)/g, replacement: next },
  { find: / and (?=[a-z(])/g, replacement: () => " or " },
  { find: / or (?=[a-z(])/g, replacement: () => " and " },
  { find: /\bis distinct from\b/g, replacement: () => "is not distinct from" },
  { find: /\bis not distinct from\b/g, replacement: () => "is distinct from" },
  { find: /\bgreatest\(/g, replacement: () => "least(" },
  { find: /\bleast\(/g, replacement: () => "greatest(" },
  { find: /(?<= in \([^()]*)'[\w.]+', /g, replacement: () => "" },
  { find: /(?<= in \([^()]*), '[\w.]+'(?=\))/g, replacement: () => "" },
  { find: /^ +if [^;]+ then return(?: [^;]+)?; end if;$/g, replacement: () => "" },
  { find: /(?<=^ +then )return [^;]+;(?: return;)?(?= end if;$)/g, replacement: () => "null;" },
  { find: /(?<=^ +(?:els)?if ).+(?= then$)/g, replacement: () => "false" },
  { find: /^ +(?:and|or) [^;]+$/g, replacement: () => "", whole: true },
];

/**
 * Lines that hold no rule: comments, heads of functions, grants. A function written on one line is not one of
 * them.
 */
const noRule =
  /^\s*(--|check \(value in|raise exception |create (?!.*\$\$)|language |returns |grant |revoke |perform audit_append|values |jsonb_build_object(?!\('scope'))/;

/** A statement with a side effect: an audit event, an e-mail, a deleted claim, a lock. */
const sideEffect =
  /^ +(?:perform (?:1 )?from |perform (?:pg_advisory_xact_lock|lock_\w+|require_\w+|audit_append|note_\w+|record_\w+|queue_mails?|close_sessions_of|save_snapshot|budget_take|send_invitation|new_mail_link|put_document)\(|delete from )/;

/** Every mutant of a file. Comments, heads of functions and audit details are not mutated. */
export function sqlMutants(file: string, source: string): SqlMutant[] {
  const lines = source.split("\n");
  return [...changedLines(file, lines), ...droppedStatements(file, lines)];
}

function changedLines(file: string, lines: readonly string[]): SqlMutant[] {
  return lines.flatMap((line, at) => {
    if (noRule.test(line)) return [];
    const code = line.replace(/ --.*$/, "");
    return rules.flatMap(({ find, replacement, never, whole }) =>
      never?.test(code) || (whole && !isBalanced(code))
        ? []
        : [...code.matchAll(find)].map((match) => {
            const now = `${code.slice(0, match.index)}${replacement(match[0], ...match.slice(1))}${code.slice(match.index + match[0].length)}`;
            const text = [...lines.slice(0, at), now, ...lines.slice(at + 1)].join("\n");
            return { file, line: at + 1, was: line.trim(), now: now.trim() || "(dropped)", text };
          }),
    );
  });
}

/** Whether a line closes each parenthesis that it opens, and each "case". */
function isBalanced(line: string): boolean {
  const count = (part: RegExp) => [...line.matchAll(part)].length;
  return count(/\(/g) === count(/\)/g) && count(/\bcase\b/g) === count(/\bend\b/g) && !/\bthen$/.test(line);
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
