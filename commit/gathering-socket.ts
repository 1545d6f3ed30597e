import { Socket } from 'node:net';

/**
 * A socket that sends in one go whatever is corked within one turn of the event loop. The statements of a commit are given one right after
 * the other, and `pg` corks each by itself: sent one by one they cost a system call each here, and wake PostgreSQL as often.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket();
  const { cork, uncork } = socket;
  let gathers = false;
  socket.cork = () => {
    if (!gathers) {
      gathers = true;
      cork.call(socket);
      process.nextTick(() => {
        gathers = false;
        uncork.call(socket);
      });
    }
    cork.call(socket);
  };
  return socket;
}
