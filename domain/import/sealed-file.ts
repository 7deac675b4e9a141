/** Places to which what an import keeps is sealed (lib/crypto/seal.ts). */
export const chunkPlace = (run: string, position: number) => `import_chunk.content:${run}:${position}`;
export const cellPlace = (run: string, line: number, position: number) =>
  `import_fault.said:${run}:${line}:${position}`;
