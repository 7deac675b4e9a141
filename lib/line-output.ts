import { write, writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** A pipe that takes nothing now is tried again so soon, and given up after so long. */
const BUSY_MS = 100;
const LONGEST_BUSY_MS = 30_000;
/** What may wait to be written; more is dropped, so that an output that takes nothing does not fill the memory. */
const MOST_WAITING = 1_000_000;
/** A process that ends gives its last lines so long. */
const LAST_MS = 500;
/** A write of that age is taken by nobody: its process is ended by force, since it would wait for it. */
const HELD_MS = 2_000;
/** How often the end of a process looks whether its last lines are written. */
const LOOK_MS = 10;

// Of the process, also when the bundler loads this module more than once: its outputs, one queue a descriptor, its end.
const shared = globalThis as typeof globalThis & {
  hannaOutputs?: Set<LineOutput>;
  hannaLines?: Map<number, LineStream>;
  hannaEnd?: Promise<void>;
};

/** A file descriptor of whoever started the process: a pipe whose reader may be gone, a file whose disk may be full. */
export class LineOutput {
  #isTorn = false;
  #since: number | null = null;

  constructor(private readonly fd: number) {
    shared.hannaOutputs ??= new Set();
    shared.hannaOutputs.add(this);
    // The process would wait for that write for ever, neither serving nor replaced.
    process.on("exit", () => {
      if (this.isHeld) process.kill(process.pid, "SIGKILL");
    });
  }

  /** Whether the system has not said yet what became of a write. */
  get isWriting(): boolean {
    return this.#since !== null;
  }

  /** Whether a write is under way that nobody takes: another one would wait behind it. */
  get isHeld(): boolean {
    return this.#since !== null && performance.now() - this.#since > HELD_MS;
  }

  /**
   * Writes whole lines, one call at a time.
   * @throws Error of the system when they could not be written; a line of which a part was written is ended before the
   * next one, so that it spoils no other
   */
  async write(lines: string): Promise<void> {
    const text = this.#begin(lines);
    const end = performance.now() + LONGEST_BUSY_MS;
    for (let at = 0; at < text.length; ) {
      try {
        at += this.#took(await this.#write(text, at), at, text);
      } catch (error) {
        if (!isBusy(error) || performance.now() > end) throw error;
        await pause(BUSY_MS);
      }
    }
  }

  /** The same at the end of a process, when nothing can be waited for. Never throws. */
  writeNow(lines: string): void {
    const text = this.#begin(lines);
    const end = performance.now() + LAST_MS;
    for (let at = 0; at < text.length && performance.now() < end; ) {
      try {
        at += this.#took(writeSync(this.fd, text, at), at, text);
      } catch (error) {
        if (!isBusy(error)) return;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_MS / 10);
      }
    }
  }

  async #write(text: Buffer, at: number): Promise<number> {
    this.#since = performance.now();
    try {
      return await new Promise<number>((resolve, reject) => {
        write(this.fd, text, at, (error, written) => (error ? reject(error) : resolve(written)));
      });
    } finally {
      this.#since = null;
    }
  }

  #begin(lines: string): Buffer {
    return Buffer.from(this.#isTorn ? `\n${lines}` : lines);
  }

  #took(written: number, at: number, text: Buffer): number {
    if (written > 0) this.#isTorn = at + written < text.length;
    return written;
  }
}

function isBusy(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : "";
  return code === "EAGAIN" || code === "EBUSY";
}

/** What a logger writes to. */
type LineStream = { write(line: string): void; flushSync(): void };

/**
 * Takes lines without waiting and writes them in their order. A line that cannot be written is dropped, and how many
 * were is said when the output takes lines again: a full disk ends no process and does not hold up its end.
 */
export function lineStream(fd: number): LineStream {
  shared.hannaLines ??= new Map();
  const known = shared.hannaLines.get(fd);
  if (known) return known;
  const created = createLineStream(fd);
  shared.hannaLines.set(fd, created);
  return created;
}

function createLineStream(fd: number): LineStream {
  const output = new LineOutput(fd);
  let waiting: string[] = [];
  let size = 0;
  let dropped = 0;
  let isWriting = false;
  let isEnding = false;
  const take = () => {
    const lines = waiting;
    waiting = [];
    size = 0;
    return lines;
  };
  const drain = async () => {
    isWriting = true;
    while (waiting.length > 0) {
      const lines = take();
      const told = dropped;
      try {
        await output.write((told > 0 ? droppedLine(told) : "") + lines.join(""));
        dropped -= told;
      } catch {
        dropped += lines.length;
      }
    }
    isWriting = false;
  };
  process.on("exit", () => {
    isEnding = true;
    if (waiting.length > 0 && !output.isHeld) output.writeNow(take().join(""));
  });
  return {
    flushSync() {
      // Behind a write that nobody takes this one would wait for ever, and with it the whole process.
      if (waiting.length > 0 && !output.isWriting) output.writeNow(take().join(""));
    },
    write(line) {
      if (isEnding) {
        output.writeNow(line);
        return;
      }
      if (size + line.length > MOST_WAITING) {
        dropped += 1;
        return;
      }
      waiting.push(line);
      size += line.length;
      if (!isWriting) void drain();
    },
  };
}

const droppedLine = (lines: number) =>
  `${JSON.stringify({ level: 40, time: Date.now(), event: "log.dropped", lines })}\n`;

/**
 * Ends the process once no write is under way, for which the system would wait, also for one that nobody takes: such a
 * process would neither serve nor be replaced. After a while it is ended by force. The first code counts.
 */
export function endProcess(code: number): Promise<void> {
  shared.hannaEnd ??= endWhenWritten(code);
  return shared.hannaEnd;
}

async function endWhenWritten(code: number): Promise<void> {
  const outputs = [...(shared.hannaOutputs ?? [])];
  const isWriting = () => outputs.some((output) => output.isWriting);
  const end = performance.now() + HELD_MS + BUSY_MS;
  while (outputs.some((output) => output.isWriting && !output.isHeld) && performance.now() < end)
    await pause(LOOK_MS);
  if (isWriting()) process.kill(process.pid, "SIGKILL");
  process.exit(code);
}
