const patienceMs = 8_000;
const limitBytes = 5_000_000;

/** Asks an authority by HTTP. Throws where it does not answer in time, with 200, or within five megabytes. */
export async function askByHttp(url: string, question?: { body: Buffer; type: string }): Promise<Buffer> {
  const answer = await fetch(url, {
    signal: AbortSignal.timeout(patienceMs),
    redirect: 'error',
    ...(question && { method: 'POST', body: new Uint8Array(question.body), headers: { 'Content-Type': question.type } }),
  });
  if (!answer.ok || !answer.body) throw new Error(`${url} answers ${answer.status}`);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body) {
    bytes += part.length;
    if (bytes > limitBytes) throw new Error(`${url} answers with more than ${limitBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
