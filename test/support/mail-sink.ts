import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A letter as it came in. */
export type Received = { to: string[]; messageId: string; text: string };

/** A mail server that takes everything in, but from and for nobody in `refuses`. As much of RFC 5321 as a sender needs. */
export async function mailSink(refuses: string[] = []) {
  const received: Received[] = [];

  function talk(socket: Socket): void {
    let rest = '';
    let to: string[] = [];
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 sink ESMTP');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8');
      for (;;) {
        const end = inData ? rest.indexOf('\r\n.\r\n') : rest.indexOf('\r\n');
        if (end < 0) return;
        const said = rest.slice(0, end);
        rest = rest.slice(end + (inData ? 5 : 2));
        if (inData) {
          received.push({ to, messageId: /^message-id:\s*(\S+)/im.exec(said)?.[1] ?? '', text: said });
          [to, inData] = [[], false];
          say('250 taken in');
        } else answer(said);
      }
    });

    function answer(said: string): void {
      const recipient = /^RCPT TO:<(.*?)>/i.exec(said)?.[1];
      if (recipient && refuses.includes(recipient)) return void say('550 no such person');
      if (recipient) to.push(recipient);
      if (/^RSET/i.test(said)) to = [];
      inData = /^DATA/i.test(said);
      if (inData) return void say('354 go on');
      if (/^QUIT/i.test(said)) return void socket.end('221 good bye\r\n');
      say('250 good');
    }
  }

  const server = createServer(talk).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
